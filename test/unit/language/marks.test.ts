import assert from 'node:assert/strict';
import type { Range } from '../../../src/base/text';
import { marksOf } from '../../../src/language/marks';
import { annotationsOf, catalogOf, decisionOf, traceOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.A.1, title: Un, needs: [code] }
  - { id: SC.A.2, title: Deux, needs: [code, proof] }
  - { id: SC.A.3, title: Trois, needs: [proof] }
  - { id: SC.A.4, title: Quatre, obsolete: true }
`);

function marks(text: string, parts: Parameters<typeof traceOf>[1] & object = {}) {
  const known = { catalog, trace: traceOf(catalog, { ...parts, files: { 'src/a.ts': text } }) };
  const { ids, ...others } = marksOf(annotationsOf('src/a.ts', text, catalog), known);
  const lines = text.split('\n');
  const words = (ranges: readonly Range[]): string[] =>
    ranges.map(({ start, end }) => lines[start.line]?.slice(start.character, end.character) ?? '');
  const named = Object.entries({ ...others, ...ids }).map(([part, ranges]) => [part, words(ranges)] as const);
  return Object.fromEntries(named.filter(([, ranges]) => ranges.length > 0));
}

describe('the marks of annotations', () => {
  it('tell marker, verb, id and revision apart, and leave the note a comment', () => {
    assert.deepEqual(marks('// @segur partial SC.A.1~2023, SC.A.2 - SC.A.3 plus tard\nrun();\n'), {
      markers: ['@segur'],
      verbs: ['partial'],
      revisions: ['~2023'],
      suspect: ['SC.A.1'],
      partial: ['SC.A.2'],
    });
  });

  it('give each id the state of its requirement, a range the most urgent one', () => {
    assert.deepEqual(marks('// @segur SC.A.1\nrun();\n// @segur SC.A.1-2\nstop();\n', {}), {
      markers: ['@segur', '@segur'],
      satisfied: ['SC.A.1'],
      partial: ['SC.A.1-2'],
    });
  });

  it('keep what is obsolete or decided still', () => {
    assert.deepEqual(marks('// @segur SC.A.3, SC.A.4\nrun();\n', { decisions: [decisionOf('SC.A.3')] }), {
      markers: ['@segur'],
      'not-applicable': ['SC.A.3', 'SC.A.4'],
    });
  });

  it('are none under unknown ids, in strings, and at a marker without ids', () => {
    assert.deepEqual(marks("// @segur SC.Z.9\nrun('@segur SC.A.1');\n// @segur\nstop();\n"), { markers: ['@segur'] });
  });
});
