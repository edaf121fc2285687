import assert from 'node:assert/strict';
import { languageForPath } from '../../../src/annotations/languages';
import { createMentionMatcher } from '../../../src/annotations/mentions';
import type { FileAnnotations } from '../../../src/annotations/model';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { decodeText } from '../../../src/base/decodeText';
import { LineMap } from '../../../src/base/text';
import { corpusFiles } from '../corpus';
import { assertProblems, assertSame, Lines } from '../invariants';
import { mutateTextSample, type TextWords } from '../mutations';
import type { Reader, Sample } from '../reader';

const mentions = createMentionMatcher([
  'SC.SSI/GEN.18',
  'SC.SSI/IAM.92',
  'EXI EDC PSC 102-6',
  'REQ-12',
  'SC.SSI/GEN.02.BIS',
]);

const WORDS: TextWords = {
  words: [
    '@segur', '@segur ', '@segur implements SC.SSI/GEN.18', '@segur vérifie GEN.02 BIS, IAM.92 — note', '@segur:off', '@segur:on', '@segur:ignore-next-line', '@segur:ignore-file', 'SC.SSI/GEN.18', 'EXI EDC PSC\n// 102-6', '~2026', 'IE.56/57', 'CONF.14-15',
    '//', '/*', '*/', '#', '--', '<!--', '-->', '"""', "'''", '`', '${', '}', "'", '"', '\\', 'r#"', '"#', '<<EOF\n', '\nEOF\n', '(*', '*)', '{-', '-}', '=begin\n', '=end\n', '<script>', '</script>', '<?php', '?>', '%{', '%}', '[[', ']]', '[==[', ']==]', '/=', '$$', '@"', '{', '}', '(', ')', '<div>', '</div>', '\n', ' * ', '```\n',
    '{"cell_type":"code","source":["# @segur GEN.18\\n"]}', '"source": "', '\\u0023', '\\n',
  ],
  nesting: [['/*', '*/'], ['(*', '*)'], ['{-', '-}'], ['`${', '}`'], ['<div>', '</div>'], ['[', ']'], ['"#{', '}"'], ['{"a":', '}'], ['#|', '|#']],
}; // prettier-ignore

const NAMES = ['a.ts', 'a.tsx', 'a.py', 'a.rb', 'a.php', 'a.sql', 'a.cs', 'a.rs', 'a.md', 'a.html', 'a.vue', 'a.ipynb', 'a.unknown', 'Makefile', 'a.sh', 'a.lua', 'a.cbl', 'a.yaml', 'a.swift', 'a.hs', 'a.pl', 'a.ex', 'a.jsp', 'a.cshtml', 'a.f90', 'a.m', 'a.ml', 'a.clj']; // prettier-ignore

export const annotationReader: Reader = {
  name: 'annotations',
  iterations: 2000,
  corpus: () => Promise.resolve(corpusFiles('annotations')),
  mutate(random, corpus) {
    const { name, bytes } = mutateTextSample(random, corpus, WORDS);
    // A text of one language in a file of another.
    return { name: random.below(4) === 0 ? random.pick(NAMES) : name, bytes };
  },
  check(sample) {
    const decoded = decodeText(sample.bytes);
    if ('text' in decoded) {
      assertAnnotations(sample, decoded.text);
    }
    return Promise.resolve();
  },
};

function assertAnnotations({ name }: Sample, text: string): void {
  const language = languageForPath(name, text);
  const parse = (within?: { readonly start: number; readonly end: number }): FileAnnotations =>
    parseAnnotations(text, { language, marker: '@segur', mentions, ...(within === undefined ? {} : { within }) });
  const read = parse();
  assertSame(parse(), read, 'read twice');
  assertProblems(read.problems, text);
  const lines = new Lines(text);
  const map = new LineMap(text);
  const textAt = (range: { start: { line: number; character: number }; end: { line: number; character: number } }) =>
    text.slice(map.offsetAt(range.start), map.offsetAt(range.end));
  const isNotebook = language.id === 'jupyter';
  const markers = text.split('@segur').length - 1;
  assert.ok(isNotebook || read.annotations.length <= markers, `${read.annotations.length} of ${markers} markers`);
  let before = -1;
  for (const { markerRange, range, verbRange, ids, anchor, snippet } of read.annotations) {
    [markerRange, range, ...(verbRange === undefined ? [] : [verbRange]), ...ids.map((id) => id.range)].forEach((one) =>
      lines.assertInside(one, 'annotation'),
    );
    const at = map.offsetAt(markerRange.start);
    assert.ok(at > before, 'in order, each once');
    before = at;
    assert.ok(Number.isInteger(anchor) && anchor >= 0, 'anchored in the text');
    assert.ok(snippet.length <= 1000, `a snippet of ${snippet.length} characters`);
    if (!isNotebook) {
      assert.equal(textAt(markerRange), '@segur');
      ids.forEach((id) => assert.ok(id.raw.length > 0 && id.raw.length <= textAt(id.range).length + 1, id.raw));
    }
  }
  read.mentions.forEach((mention) => {
    lines.assertInside(mention.range, 'mention');
    assert.ok(isNotebook || textAt(mention.range) === mention.raw, mention.raw);
  });
  if (!isNotebook) {
    // What an editor reads of a part and of the rest is what it reads of the whole.
    const middle = text.length >> 1;
    const parts = [parse({ start: 0, end: middle }), parse({ start: middle, end: text.length })];
    const joined = parts.flatMap(({ annotations }) => annotations);
    assertSame(joined, read.annotations, 'read in two parts');
  }
}
