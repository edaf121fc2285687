import assert from 'node:assert/strict';
import { emptyLock, type Lock } from '../../../src/evidence/lock';
import { acceptLinks } from '../../../src/trace/acceptance';
import { catalogOf, traceOf, tracerOf } from './fixtures';

const yaml = (id: string, more = '', title = 'Sauvegarde fictive') => `requirements:
  - id: SC.FIC/${id}
    title: ${title}
    needs: [code]
${more}    scenarios: [{ id: FIC/${id}.01, proofs: [{ id: FIC/${id}.01.01, kind: capture, text: Une capture }] }]
`;
const before = catalogOf(yaml('A.02'));
const aliased = '    aliases: [SC.FIC/A.02]\n';
const after = catalogOf(yaml('B.07', aliased));
const files = { 'a.ts': '// @segur SC.FIC/A.02\nsave();\n\n// @segur FIC/A.02.01\nkeep();\n' };
const everything = { accepts: () => true, forgets: () => true };

function accepted(): Lock {
  return acceptLinks(traceOf(before, { files }), emptyLock(), everything).lock;
}
const statesIn = (lock: Lock, now = after, texts: Readonly<Record<string, string>> = files) =>
  traceOf(now, { files: texts, lock }).requirements.flatMap(({ links }) =>
    links.map(({ id, item = '', state }) => `${id} ${item} ${state}`),
  );

describe('what was accepted under a former number', () => {
  it('still counts, code and text, and does not where either is another', () => {
    const now = ['SC.FIC/B.07  ok', 'SC.FIC/B.07 FIC/B.07.01 ok'];
    assert.deepEqual(statesIn(accepted()), now);
    assert.deepEqual(statesIn(accepted(), after, { 'a.ts': files['a.ts'].replace('save()', 'drop()') }), [
      'SC.FIC/B.07  suspect',
      now[1],
    ]);
    assert.deepEqual(statesIn(accepted(), after, { 'a.ts': files['a.ts'].replace('keep()', 'drop()') }), [
      now[0],
      'SC.FIC/B.07 FIC/B.07.01 suspect',
    ]);
    assert.deepEqual(statesIn(accepted(), catalogOf(yaml('B.07', aliased, 'Restauration fictive'))), [
      'SC.FIC/B.07  suspect',
      'SC.FIC/B.07 FIC/B.07.01 suspect',
    ]);
    const unrelated = catalogOf(yaml('B.07', aliased).replaceAll('FIC/B.07.01', 'FIC/C.01'));
    assert.equal(statesIn(accepted(), unrelated)[0], 'SC.FIC/B.07  suspect', 'other scenarios are another text');
  });
  it('goes over to the new number when it is accepted again', () => {
    const { lock, added, changed, reworded } = acceptLinks(
      traceOf(after, { files, lock: accepted() }),
      accepted(),
      everything,
    );
    assert.deepEqual([[...lock.requirements.keys()], added, changed, reworded], [['SC.FIC/B.07'], [], [], []]);
    assert.deepEqual(statesIn(lock), ['SC.FIC/B.07  ok', 'SC.FIC/B.07 FIC/B.07.01 ok']);
  });
  it('counts at once when the lock comes later', () => {
    const tracer = tracerOf(after, { files: { 'a.ts': files['a.ts'].replace('save()', 'drop()') } });
    const stateOf = () => tracer.trace().requirement('SC.FIC/B.07')?.links[0]?.state;
    assert.equal(stateOf(), 'ok');
    tracer.setLock(accepted());
    assert.equal(stateOf(), 'suspect');
    tracer.setLock(undefined);
    assert.equal(stateOf(), 'ok');
  });
});
