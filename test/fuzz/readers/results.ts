import assert from 'node:assert/strict';
import { decodeText } from '../../../src/base/decodeText';
import { parseJunit } from '../../../src/evidence/junit';
import { corpusFiles } from '../corpus';
import { assertBounded, assertProblems, assertSame } from '../invariants';
import { mutateTextSample, type TextWords } from '../mutations';
import type { Reader } from '../reader';

const WORDS: TextWords = {
  words: [
    '<testsuites>', '</testsuites>', '<testsuite name="a" timestamp="2026-01-31T10:00:00" file="a.ts">', '</testsuite>', '<testcase name="x" classname="a.B">', '<testcase/>', '</testcase>', '<failure message="no">', '</failure>', '<error/>', '<skipped/>', '<properties>', '</properties>', '<property name="segur" value="GEN.18, IAM.92"/>', '<system-out>', '</system-out>', '<![CDATA[', ']]>', '<!--', '-->', '<!DOCTYPE x>', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#x1B;', '&#xFFFFFFFF;', '&lt;', '\u001B[31m', 'name=""', 'classname="', '<?xml version="1.1" encoding="ISO-8859-1"?>', '<', '>', '"',
  ],
  nesting: [['<testsuite>', '</testsuite>'], ['<testcase>', '</testcase>'], ['<a>', '</a>'], ['<properties>', '</properties>']],
}; // prettier-ignore

export const junitReader: Reader = {
  name: 'junit',
  iterations: 2500,
  corpus: () => Promise.resolve(corpusFiles('junit')),
  mutate: (random, corpus) => mutateTextSample(random, corpus, WORDS),
  async check({ bytes }) {
    const decoded = decodeText(bytes);
    if (!('text' in decoded)) {
      return;
    }
    const { text } = decoded;
    const read = await parseJunit('build/TEST-x.xml', text);
    assertSame(await parseJunit('build/TEST-x.xml', text), read, 'read twice');
    assertProblems(read.problems, text);
    assert.ok(read.cases.length === 0 || read.problems.length === 0, 'half a run is no run');
    assert.ok(read.cases.length <= text.split('<testcase').length - 1, 'no more cases than there are');
    const lines = text.split(/\r\n|\r|\n/u).length;
    for (const { line, date, message = '' } of read.cases) {
      assert.ok(Number.isInteger(line) && line >= 0 && line < lines, `line ${line} of ${lines}`);
      assert.ok(date === undefined || /^\d{4}-\d{2}-\d{2}$/u.test(date), date);
      assert.ok(message.length <= 2000, `a message of ${message.length} characters`);
    }
    assertBounded(read, bytes, 60, 'results');
  },
};
