import assert from 'node:assert/strict';
import { createMentionMatcher } from '../../../src/annotations/mentions';
import { read } from './read';

const matcher = createMentionMatcher([
  'SC.SSI/GEN.02',
  'SC.SSI/GEN.02 BIS',
  'SC.SSI/GEN.18',
  'SC.SSI/GEN.18.01',
  'SC.SSI/IE.35',
  'EXI EDC PSC 102-6',
]);

function mentionsIn(text: string, id = 'typescript'): string[] {
  return read(text, id, { mentions: matcher }).mentions.map(({ raw }) => raw);
}

// @segur ST.ANN.07
describe('mentions', () => {
  const cases: [string, string[]][] = [
    ['// SC.SSI/GEN.18', ['SC.SSI/GEN.18']],
    ['// SSI/GEN.18', ['SSI/GEN.18']],
    ['// sc.ssi/gen.18, as in a path', []],
    ['// SC.SSI/IE.35, sc.ssi/gen.18', ['SC.SSI/IE.35']],
    ['// see SC.SSI/GEN.18.', ['SC.SSI/GEN.18']],
    ['// (SC.SSI/GEN.18)', ['SC.SSI/GEN.18']],
    ['// SC.SSI/GEN.18, SC.SSI/IE.35', ['SC.SSI/GEN.18', 'SC.SSI/IE.35']],
    ['// SC.SSI/IE-35', ['SC.SSI/IE-35']],
    ['// SC.SSI/IE‑35', ['SC.SSI/IE‑35']],
    ['// SC.SSI/GEN.18.01 and more', ['SC.SSI/GEN.18.01']],
    ['// SC.SSI/GEN.18.07 has no such scenario', ['SC.SSI/GEN.18']],
    ['// SC.SSI/GEN.02 BIS', ['SC.SSI/GEN.02 BIS']],
    ['// SC.SSI/GEN.02\u00A0BIS', ['SC.SSI/GEN.02\u00A0BIS']],
    ['// SC.SSI/GEN.02bis', ['SC.SSI/GEN.02bis']],
    ['// SC.SSI/GEN.18 BIS is none: GEN.18 is', ['SC.SSI/GEN.18']],
    ['// hors périmètre : EXI EDC PSC 102-6', ['EXI EDC PSC 102-6']],
    ['// EXI EDC PSC\n// 102-6', ['EXI EDC PSC\n// 102-6']],
    ['/* SC.SSI/GEN.18 */ x; // SC.SSI/IE.35', ['SC.SSI/GEN.18', 'SC.SSI/IE.35']],
    ['// @segur GEN.01\n// SC.SSI/GEN.18', ['SC.SSI/GEN.18']],
    ['// SC.SSI/GEN.99', []],
    ['// SC.SSI/GEN.181', []],
    ['// XSC.SSI/GEN.18', []],
    ['// `SC.SSI/GEN.18`', []],
    ['// @segur SC.SSI/GEN.18', []],
    ['// @segur GEN.01 — as SC.SSI/GEN.18 says', []],
    ['x = "SC.SSI/GEN.18";', []],
    ['x = `// SC.SSI/GEN.18`;', []],
    ['// @segur:off\n// SC.SSI/GEN.18', []],
    ['// https://host/SC.SSI/GEN.18', []],
  ];
  for (const [text, found] of cases) {
    it(`finds ${found.join(' + ') || 'none'} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(mentionsIn(text), found);
    });
  }

  it('are looked for in linear time', () => {
    // Readings that double with every slash would not end before the test's time is over.
    const path = `// SSI/${'A/'.repeat(200_000)} SC.SSI/GEN.18`;
    const matcher = createMentionMatcher(['SC.SSI/GEN.18']);
    assert.deepEqual(matcher.find(path, 0, path.length), [{ start: path.length - 13, end: path.length }]);
  });

  it('of the fourth of a number are not those of the first', () => {
    const four = createMentionMatcher(['SC.SSI/GEN.02', 'SC.SSI/GEN.02 QUATER']);
    const text = '// SC.SSI/GEN.02 QUATER';
    assert.deepEqual(four.find(text, 0, text.length), [{ start: 3, end: text.length }]);
  });

  it('are no links', () => {
    assert.deepEqual(read('// SC.SSI/GEN.18', 'typescript', { mentions: matcher }).annotations, []);
  });

  it('stand at exact places', () => {
    assert.deepEqual(read('x;\n/* é SC.SSI/GEN.18 */', 'typescript', { mentions: matcher }).mentions[0]?.range, {
      start: { line: 1, character: 5 },
      end: { line: 1, character: 18 },
    });
  });

  it('stand beside annotations that start with the same words', () => {
    const text = '// @segur SC.SSI/GEN.18\n// as SSI/GEN.18 asks for\nf();\n// @segur SSI/GEN.18\n';
    const { annotations, mentions } = read(text, 'typescript', { mentions: matcher });
    assert.equal(annotations.length, 2);
    assert.deepEqual(
      mentions.map(({ range }) => range.start),
      [{ line: 1, character: 6 }],
    );
  });

  it('are found by the words of their prefilter alone', () => {
    for (const [text, found] of cases.filter(([, ids]) => ids.length > 0)) {
      const folded = text.toLowerCase();
      assert.ok(
        matcher.prefilter.some((stem) => folded.includes(stem.toLowerCase())),
        `${text} (${found.join()}): ${matcher.prefilter.join()}`,
      );
    }
  });
});
