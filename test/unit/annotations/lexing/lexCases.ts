import assert from 'node:assert/strict';
import { languageForPath } from '../../../../src/annotations/languages';
import { idsIn } from '../read';

/**
 * One test a case. In the texts, `§` stands where an annotation is put that must be found, `¤` where one is put that must not be.
 * Every case is read with each kind of line end, and once more with a comment's annotation below it where `below` says how one looks.
 */
export function lexCases(path: string, cases: Readonly<Record<string, string>>, below?: string): void {
  describe(path, () => {
    for (const [name, form] of Object.entries(cases)) {
      it(name, () => {
        const whole = below === undefined || name.startsWith('unterminated') ? form : `${form}\n\n${below}\n`;
        for (const lineEnd of ['\n', '\r\n']) {
          let count = 0;
          const expected: string[] = [];
          const text = whole.replaceAll('\n', lineEnd).replace(/[§¤]/gu, (mark) => {
            const id = `${mark === '§' ? 'Y' : 'N'}-${++count}`;
            if (mark === '§') {
              expected.push(id);
            }
            return `@segur ${id}`;
          });
          assert.deepEqual(idsIn(text, languageForPath(path, text).id), expected, text);
        }
      });
    }
  });
}
