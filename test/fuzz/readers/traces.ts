import assert from 'node:assert/strict';
import { decodeText } from '../../../src/base/decodeText';
import { english } from '../../../src/base/message';
import { diffText } from '../../../src/report/compare/diffText';
import { parseTrace, readTrace } from '../../../src/report/compare/readTrace';
import { diffTraces, isSameTrace } from '../../../src/report/compare/traceDiff';
import { traceDiffDocument } from '../../../src/report/compare/traceDiffDocument';
import { MATRIX_FORMATS } from '../../../src/report/formats';
import { comparedSchema } from '../../../src/report/history/comparedTrace';
import { momentOf } from '../../../src/report/history/traceHistory';
import { trendOf } from '../../../src/report/history/trend';
import { mergedMatrix } from '../../../src/report/merge/mergedMatrix';
import { mergeMatrices, RepositoryClash } from '../../../src/report/merge/mergeMatrices';
import { traceOfMerged } from '../../../src/report/merge/storedTrace';
import { corpusFiles } from '../corpus';
import { assertMessage, assertSame } from '../invariants';
import { mutateJson } from '../jsonMutations';
import { mutateTextSample, type TextWords } from '../mutations';
import type { Reader } from '../reader';

const WORDS: TextWords = {
  words: ['"version":1', '"requirements":[', '"id":', '"state":"satisfied"', '"links":[]', '"counts":{', '"commit":"', '"generatedAt":"2026-02-30"', '"repositories":[', 'null', '{', '}', '[', ']', ',', '"', '\\ud800', '1e999'],
  nesting: [['[', ']'], ['{"a":', '}']],
}; // prettier-ignore

/** Traces as `matrix --format json` stores them, for `diff`, `merge` and the trend. */
export const traceReader: Reader = {
  name: 'trace',
  iterations: 1000,
  corpus: () => Promise.resolve(corpusFiles('trace')),
  mutate(random, corpus) {
    const sample = random.pick(corpus);
    const json = random.below(5) > 0 ? mutateJson(Buffer.from(sample.bytes).toString('utf8'), random) : undefined;
    return json === undefined
      ? mutateTextSample(random, corpus, WORDS)
      : { name: sample.name, bytes: Buffer.from(json) };
  },
  check({ name, bytes }) {
    const decoded = decodeText(bytes);
    if ('text' in decoded) {
      assertCompared(decoded.text, name);
      assertStored(decoded.text, name);
    }
    return Promise.resolve();
  },
};

function assertCompared(text: string, name: string): void {
  const read = parseTrace(text, name, comparedSchema);
  if ('fault' in read) {
    assertMessage(read.fault, 'fault of a trace');
    return;
  }
  momentOf(read, name);
  const diff = diffTraces(read, read);
  assertSame(diff.requirements, [], 'no requirement differs from itself');
  assert.ok(isSameTrace(diff), 'the same as itself');
  diffText(traceDiffDocument(diff, english));
  trendOf({ points: [{ file: name, day: '2026-01-01', trace: read }], faults: [] }, read);
}

function assertStored(text: string, name: string): void {
  const read = readTrace(text, name);
  if ('fault' in read) {
    assertMessage(read.fault, 'fault of a trace');
    return;
  }
  let merged: ReturnType<typeof mergeMatrices>;
  try {
    merged = mergeMatrices([
      { name: 'a', matrix: read },
      { name: 'b', matrix: read },
    ]);
  } catch (error) {
    assert.ok(error instanceof RepositoryClash, String(error));
    return;
  }
  const matrix = mergedMatrix(merged);
  const again = readTrace(JSON.stringify(matrix), name);
  assert.ok(!('fault' in again), `what was merged can be read: ${'fault' in again ? JSON.stringify(again.fault) : ''}`);
  assertSame(mergedMatrix(mergeMatrices([{ name: 'a', matrix: again }])), again, 'merged again');
  const trace = traceOfMerged(merged);
  for (const format of MATRIX_FORMATS) {
    const options = { t: english, language: 'en' } as const;
    const written = format.write(trace, options);
    assert.ok(written.length > 0, format.id);
    assertSame(format.write(trace, options), written, `${format.id} written twice`);
    if (format.id === 'html' && typeof written === 'string') {
      assert.ok(!/<[^>]+\shref="\s*javascript:/iu.test(written), 'no link that runs something');
    }
  }
}
