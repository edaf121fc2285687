import assert from 'node:assert/strict';
import { english } from '../../../src/base/message';
import type { YamlPath } from '../../../src/base/yaml';
import { projectValues } from '../../../src/language/projectValues';
import { catalogOf, decisionOf, proofOf, TODAY, traceOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/IE.36, title: Moyen d’authentification, needs: [code] }
  - { id: SC.SSI/GEN.18, title: Sauvegarde, needs: [proof] }
`);
const trace = traceOf(catalog, {
  proofs: [proofOf('SC.SSI/GEN.18', 'ok', { author: 'RSSI' })],
  decisions: [decisionOf('SC.SSI/GEN.18', { by: 'Produit' })],
});

function valuesOf(key: string, entry: Readonly<Record<string, unknown>>) {
  const dataAt = (path: YamlPath): unknown =>
    path.length === 2 ? entry : path.length === 3 ? entry[String(path[2])] : undefined;
  const path: YamlPath = ['decisions', 0, key];
  return projectValues({ trace, catalog, t: english, today: TODAY, typed: '', siblings: [], dataAt, path }) ?? [];
}

describe('values of a decision', () => {
  it('offer the reasons that the ANS knows for its requirement, with what is still asked for', () => {
    const [first, ...others] = valuesOf('reason', { for: 'IE.36', status: 'not-applicable' });
    assert.match(first?.value ?? '', /entièrement déléguée/u);
    assert.equal(first?.description, 'FAQ of the ANS on SC.SSI/IE.36');
    assert.match(first.documentation ?? '', /declare it as a proof/u);
    assert.deepEqual(others, []);
  });

  it('offer each reason once for several requirements, and none that is not of the requirement', () => {
    assert.equal(valuesOf('reason', { for: ['SC.SSI/IE.36', 'IE.36', 'SC.SSI/GEN.18'] }).length, 1);
    assert.deepEqual(valuesOf('reason', { for: 'SC.SSI/GEN.18' }), []);
  });

  it('offer no reason for an accepted gap: the ANS accepts none', () => {
    assert.deepEqual(valuesOf('reason', { for: 'SC.SSI/IE.36', status: 'accepted-gap' }), []);
  });

  it('offer who decided before, then who established proofs', () => {
    assert.deepEqual(
      valuesOf('by', {}).map(({ value }) => value),
      ['Produit', 'RSSI'],
    );
  });
});
