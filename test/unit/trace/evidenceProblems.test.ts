import assert from 'node:assert/strict';
import { english, render } from '../../../src/base/message';
import { catalogOf, decisionOf, proofOf, traceOf } from './fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.18, title: Un, checklist: [{ id: secrets, text: Aucun secret }, { id: revue, text: Revue }] }
  - { id: SC.SSI/GEN.19, title: Deux }
`);
const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });

// @segur ST.PRF.01
describe('proofs and decisions', () => {
  it('are told the ids that no catalogue knows, with the closest ones', () => {
    const { problems } = traceOf(catalog, { proofs: [proofOf('SC.SSI/GEN.81')], decisions: [decisionOf('GEN.1')] });
    assert.deepEqual(
      problems.map(({ code, severity, remedy }) => [code, severity, remedy && render(english, remedy)]),
      [
        ['proof.unknown-id', 'error', 'Did you mean SC.SSI/GEN.18, SC.SSI/GEN.19?'],
        ['decision.unknown-id', 'error', 'Did you mean SC.SSI/GEN.18, SC.SSI/GEN.19?'],
      ],
    );
  });

  it('are told the items that they cover and no checklist has, at their place', () => {
    const covering = (id: string, ...covers: string[]) =>
      traceOf(catalog, {
        proofs: [proofOf(id, 'ok', { covers, coversRanges: covers.map((_, line) => at(line)) })],
      }).problems.map(({ code, severity, range, remedy }) => [
        code,
        severity,
        range?.start.line,
        remedy && render(english, remedy),
      ]);
    assert.deepEqual(covering('SC.SSI/GEN.18', 'secrets', 'secret'), [
      ['proof.unknown-item', 'error', 1, 'Known there: secrets, revue'],
    ]);
    assert.deepEqual(covering('SC.SSI/GEN.19', 'secrets'), [
      ['proof.unknown-item', 'error', 0, 'Remove it: there is no checklist'],
    ]);
  });
});
