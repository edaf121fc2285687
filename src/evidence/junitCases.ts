import { detached } from '../base/text';
import { isRequirementProperty, splitIds } from './requirementProperty';
import type { TestCase, TestOutcome } from './testCase';

/** Names and messages are for reading and comparing. In characters. */
const LONGEST = 1000;
const LONGEST_MESSAGE = 300;
/** Text of an element behind this is not kept. In characters. */
const LONGEST_TEXT = 8000;

type Attributes = Readonly<Record<string, string>>;

interface Suite {
  readonly names: readonly string[];
  readonly file: string | undefined;
  readonly date: string | undefined;
  /** Filled while its properties are read; every case in it has them. */
  readonly ids: string[];
}

type Draft = { -readonly [K in keyof TestCase]: TestCase[K] } & { ids: string[] };

const OUTCOMES: ReadonlyMap<string, TestOutcome> = new Map([
  ['failure', 'failed'],
  ['error', 'failed'],
  ['skipped', 'skipped'],
  // Some loggers' word for it.
  ['ignored', 'skipped'],
]);

/** Words of attributes with which C++ runners say it instead of an element. */
const STATUSES: ReadonlyMap<string, TestOutcome> = new Map([
  ['notrun', 'skipped'],
  ['disabled', 'skipped'],
  ['skipped', 'skipped'],
  ['suppressed', 'skipped'],
  ['fail', 'failed'],
  ['failed', 'failed'],
]);

const GRAVITY: Readonly<Record<TestOutcome, number>> = { passed: 0, skipped: 1, failed: 2 };

/** Gathers the test cases of a document from its tags in their order. Knows every dialect: what one writer leaves out, another one writes. */
export class JunitCases {
  readonly all: TestCase[] = [];
  readonly #suites: Suite[] = [{ names: [], file: undefined, date: undefined, ids: [] }];
  #case: Draft | undefined;
  /** How many elements inside the case are open. */
  #inside = 0;
  /** The element whose text is wanted. */
  #reading:
    { readonly name: string; readonly attributes: Attributes; text: string; readonly level: number } | undefined;
  #properties: string[] | undefined;

  /** Whether the text that comes is of use. */
  get listens(): boolean {
    return this.#reading !== undefined && this.#reading.level === this.#inside;
  }

  open(name: string, attributes: Attributes, line: number): void {
    if (this.#case !== undefined) {
      this.#inside++;
      this.#openInside(name, attributes);
    } else if (name === 'testcase') {
      this.#case = this.#begin(attributes, line);
      this.#inside = 0;
      this.#properties = this.#case.ids;
    } else if (name === 'testsuite' || name === 'testsuites') {
      this.#suites.push(this.#suiteOf(name, attributes));
    } else if (name === 'property') {
      this.#properties = this.#suites.at(-1)?.ids;
      this.#read(name, attributes);
    }
  }

  text(text: string): void {
    if (this.#reading !== undefined && this.#reading.text.length < LONGEST_TEXT) {
      this.#reading.text += text.slice(0, LONGEST_TEXT);
    }
  }

  close(name: string): void {
    if (this.#reading?.name === name && this.#reading.level === this.#inside) {
      this.#endReading();
    }
    if (this.#case !== undefined) {
      if (this.#inside > 0) {
        this.#inside--;
        return;
      }
      this.#end(this.#case);
    } else if (name === 'testsuite' || name === 'testsuites') {
      this.#suites.pop();
    }
  }

  #suiteOf(tag: string, attributes: Attributes): Suite {
    const outer = this.#suites.at(-1);
    const names = outer?.names ?? [];
    const name = attributes['name'];
    const file = attributes['file'] ?? attributes['filepath'];
    return {
      names: tag === 'testsuites' || name === undefined || name === '' ? names : [...names, bounded(name)],
      file: file === undefined || file === '' ? outer?.file : bounded(file),
      date: dateOf(attributes['timestamp']) ?? outer?.date,
      ids: [...(outer?.ids ?? [])],
    };
  }

  #begin(attributes: Attributes, line: number): Draft {
    const suite = this.#suites.at(-1);
    const className = attributes['classname'] ?? attributes['class'];
    const file = attributes['file'] ?? suite?.file;
    const date = dateOf(attributes['timestamp']) ?? suite?.date;
    return {
      name: bounded(attributes['name'] ?? ''),
      suites: suite?.names ?? [],
      outcome: STATUSES.get((attributes['status'] ?? attributes['result'] ?? '').toLowerCase()) ?? 'passed',
      ids: [],
      line,
      ...(className === undefined || className === '' ? {} : { className: bounded(className) }),
      ...(file === undefined || file === '' ? {} : { file: bounded(file) }),
      ...(date === undefined ? {} : { date }),
    };
  }

  #openInside(name: string, attributes: Attributes): void {
    const isOwn = this.#inside === 1 && OUTCOMES.has(name);
    if (isOwn || (name === 'property' && this.#inside <= 2)) {
      this.#read(name, attributes);
    }
  }

  #read(name: string, attributes: Attributes): void {
    this.#reading = { name, attributes, text: '', level: this.#inside };
  }

  #endReading(): void {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading === undefined) {
      return;
    }
    const { name, attributes, text } = reading;
    if (name === 'property') {
      if (isRequirementProperty(attributes['name'] ?? '')) {
        this.#properties?.push(...splitIds(attributes['value'] ?? text).map(bounded));
      }
      return;
    }
    const outcome = OUTCOMES.get(name);
    if (outcome !== undefined && this.#case !== undefined && GRAVITY[outcome] > GRAVITY[this.#case.outcome]) {
      this.#case.outcome = outcome;
      const why = firstLine(attributes['message'] ?? '') || firstLine(text);
      // Node's test runner has to write something.
      if (why === '' || (outcome === 'skipped' && why === 'true')) {
        delete this.#case.message;
      } else {
        this.#case.message = why;
      }
    }
  }

  #end(draft: Draft): void {
    // Its suite's properties may stand behind it.
    const { ids } = this.#suites.at(-1) ?? { ids: [] };
    this.all.push(draft);
    draft.ids = draft.ids.length === 0 ? ids : [...new Set([...draft.ids, ...ids])];
    this.#case = undefined;
    this.#properties = undefined;
  }
}

/** Colours of a terminal, and other characters that command one. */
const COMMANDS = /\u001B\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;

function bounded(text: string): string {
  return detached((text.length > LONGEST ? text.slice(0, LONGEST) : text).replace(COMMANDS, ''));
}

function firstLine(text: string): string {
  const line =
    text
      .slice(0, LONGEST_TEXT)
      .replace(COMMANDS, '')
      .split(/[\r\n]/u)
      .map((each) => each.trim())
      .find((each) => each !== '') ?? '';
  return detached(line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 1)}…` : line);
}

/** Of a timestamp in ISO 8601, as it stands there: the day where the tests ran. */
function dateOf(timestamp: string | undefined): string | undefined {
  const date = /^\d{4}-\d{2}-\d{2}(?=T|\s|$)/u.exec(timestamp ?? '')?.[0];
  return date === undefined ? undefined : detached(date);
}
