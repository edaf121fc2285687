import assert from 'node:assert/strict';
import { sharedRequirements } from '../../../../src/vscode/tree/sharedRequirements';
import type { RequirementFilter } from '../../../../src/vscode/tree/requirementRows';
import { catalogOf, traceOf } from '../../trace/fixtures';

const CATALOG = catalogOf(`requirements:
  - { id: X.1, title: Première, needs: [code] }
  - { id: X.2, title: Deuxième, needs: [code] }
  - { id: X.3, title: Dépassée, needs: [code], obsolete: true }`);
const OTHER = catalogOf(`requirements:
  - { id: X.2, title: Deuxième autrement, needs: [code] }
  - { id: Y.1, title: À part, needs: [code] }
  - { id: X.3, title: Encore, needs: [code] }`);

const all: RequirementFilter = { states: [] };

function shared() {
  const folders = [
    { folder: 'a', trace: traceOf(CATALOG, { files: { 'a.ts': '// @segur X.2\n' } }), filter: all },
    { folder: 'b', trace: traceOf(OTHER), filter: all },
    { folder: 'c', trace: traceOf(CATALOG, { files: { 'c.ts': '// @segur X.1, X.2\n' } }), filter: all },
  ];
  return sharedRequirements(folders).map(({ id, title, state, rows }) => [
    id,
    title,
    state,
    rows.map(({ folder, row }) => `${folder} ${row.state}`).join(', '),
  ]);
}

// @segur ST.SCN.05
describe('the requirements that several folders share', () => {
  it('are those in the profile of two folders at least, with the most urgent state', () => {
    assert.deepEqual(shared(), [
      ['X.1', 'Première', 'missing', 'a missing, c satisfied'],
      ['X.2', 'Deuxième', 'missing', 'a satisfied, b missing, c satisfied'],
    ]);
  });

  it('are none where there is one folder', () => {
    assert.deepEqual(sharedRequirements([{ folder: 'a', trace: traceOf(CATALOG), filter: all }]), []);
  });

  it('show whole when the filter lets one of their rows through', () => {
    const folders = (filter: RequirementFilter) => [
      { folder: 'a', trace: traceOf(CATALOG, { files: { 'a.ts': '// @segur X.2\n' } }), filter },
      { folder: 'c', trace: traceOf(CATALOG), filter },
    ];
    const ids = (filter: RequirementFilter) =>
      sharedRequirements(folders(filter)).map(({ id, rows }) => `${id} ${rows.length}`);
    assert.deepEqual(ids({ states: ['satisfied'] }), ['X.2 2']);
    assert.deepEqual(ids({ states: [], found: new Set(['X.1']) }), ['X.1 2']);
    assert.deepEqual(ids({ states: ['suspect'] }), []);
  });
});
