import assert from 'node:assert/strict';
import { annotatedRows, rowAt } from '../../../src/language/annotatedRequirements';
import { annotationsOf, catalogOf, traceOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.A.1, title: Un }
  - { id: SC.A.2, title: Deux }
  - { id: SC.A.3, title: Trois }
`);

const text = '// @segur todo SC.A.1, SC.A.2-3 - une note\nrun(); // SC.A.3\n// @segur SC.Z.9\nstop();\n';
const file = annotationsOf('src/a.ts', text, catalog);
const known = { catalog, trace: traceOf(catalog, { files: { 'src/a.ts': text } }) };

function at(line: number, words: string): string | undefined {
  const character = (text.split('\n')[line] ?? '').indexOf(words) + 1;
  return rowAt(file, { line, character }, known)?.requirement.id;
}

describe('the requirement at a place', () => {
  it('is that of the id under the cursor, elsewhere in the annotation the first', () => {
    assert.equal(at(0, 'SC.A.1'), 'SC.A.1');
    assert.equal(at(0, 'SC.A.2'), 'SC.A.2');
    assert.equal(at(0, '@segur'), 'SC.A.1');
    assert.equal(at(0, 'une note'), 'SC.A.1');
  });

  it('is none in code, on a mention and on an unknown id', () => {
    assert.equal(at(1, 'run'), undefined);
    assert.equal(at(1, 'SC.A.3'), undefined);
    assert.equal(at(2, 'SC.Z.9'), undefined);
  });

  it('are, for all annotations, each once in the order of the text', () => {
    assert.deepEqual(
      annotatedRows([...file.annotations, ...file.annotations], known).map((row) => row.requirement.id),
      ['SC.A.1', 'SC.A.2', 'SC.A.3'],
    );
  });
});
