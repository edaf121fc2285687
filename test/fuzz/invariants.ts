import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { english, plainArgs, render, translator, type Message } from '../../src/base/message';
import type { Problem } from '../../src/base/problem';
import type { Position, Range } from '../../src/base/text';

const bundle = JSON.parse(readFileSync(join(__dirname, '../../l10n/bundle.l10n.fr.json'), 'utf8')) as Record<
  string,
  string
>;
const french = translator(bundle);

/** A message is for a person: nobody reads more. In UTF-16 units. */
const LONGEST_MESSAGE = 4000;

/** A text for people: it says something, in both languages, and no placeholder of it stays empty. */
export function assertMessage(text: Message, where: string): void {
  assert.ok(text.template.trim() !== '', `${where}: an empty message`);
  assert.ok(Object.hasOwn(bundle, text.template), `${where}: no French for “${text.template.slice(0, 200)}”`);
  const args = plainArgs(text);
  for (const template of [text.template, bundle[text.template] ?? '']) {
    for (const [, index] of template.matchAll(/\{(\d+)\}/gu)) {
      const value = args[Number(index)];
      assert.ok(value !== undefined, `${where}: nothing for {${index ?? ''}} in “${template}”`);
      assert.ok(typeof value === 'string' || !Number.isNaN(value), `${where}: ${String(value)} in “${template}”`);
    }
  }
  for (const t of [english, french]) {
    const { length } = render(t, text);
    assert.ok(length > 0 && length <= LONGEST_MESSAGE, `${where}: a message of ${length} characters: ${text.template}`);
  }
}

/** The lines of a text as editors count them. */
export class Lines {
  readonly #lengths: readonly number[];

  constructor(text: string) {
    this.#lengths = text.split(/\r\n|\r|\n/u).map(({ length }) => length);
  }

  assertInside({ start, end }: Range, where: string): void {
    this.#assertPlace(start, where);
    this.#assertPlace(end, where);
    const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
    assert.ok(isForward, `${where}: a range that ends before it starts: ${JSON.stringify({ start, end })}`);
  }

  #assertPlace({ line, character }: Position, where: string): void {
    const length = this.#lengths[line];
    assert.ok(
      Number.isInteger(line) && Number.isInteger(character) && length !== undefined && character >= 0,
      `${where}: no such place: ${line}:${character} of ${this.#lengths.length} lines`,
    );
    // The line break belongs to the line.
    assert.ok(character <= length + 2, `${where}: behind its line: ${line}:${character} of ${length} characters`);
  }
}

/** So many problems of one file are more than anybody reads. */
const MOST_PROBLEMS = 100_000;

export function assertProblems(problems: readonly Problem[], text: string): void {
  assert.ok(problems.length <= MOST_PROBLEMS, `${problems.length} problems`);
  const lines = new Lines(text);
  for (const { code, message, remedy, range, related = [] } of problems) {
    assertMessage(message, code);
    if (remedy !== undefined) {
      assertMessage(remedy, `remedy of ${code}`);
    }
    if (range !== undefined) {
      lines.assertInside(range, code);
    }
    related.forEach((one) => {
      assertMessage(one.message, `related to ${code}`);
      lines.assertInside(one.range, `related to ${code}`);
    });
  }
}

/** What is read twice is the same both times. */
export function assertSame(first: unknown, second: unknown, what: string): void {
  if (!isDeepStrictEqual(first, second)) {
    assert.deepEqual(second, first, what);
  }
}

/** No small file makes a large answer. @param times how much larger it may be */
export function assertBounded(answer: unknown, input: Uint8Array, times: number, what: string): void {
  const size = JSON.stringify(answer).length;
  const most = times * input.length + 200_000;
  assert.ok(size <= most, `${what}: ${size} characters from ${input.length} bytes`);
}
