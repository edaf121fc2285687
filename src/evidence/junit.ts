import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { message, type Message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { JunitCases } from './junitCases';
import type { TestCase } from './testCase';

export interface ParsedJunit {
  /** None where the file is broken: half a run is no run. */
  readonly cases: readonly TestCase[];
  readonly problems: readonly Problem[];
}

/** So much is read before others have their turn. In UTF-16 units. */
const SLICE = 1024 * 1024;

/**
 * Reads test results in JUnit XML as the common runners write it; there is no norm of it. Entities are never expanded, and a file that declares some
 * is refused. A file that is broken, or half written, is a problem and gives no case.
 * @param file path of the results file, for the problems
 * @param breathe lets others have their turn between two parts of a long file
 */
// @segur ST.TST.01
export async function parseJunit(file: string, text: string, breathe?: () => Promise<void>): Promise<ParsedJunit> {
  const reader = new JunitReader(file);
  try {
    for (let at = 0; at < text.length; at += SLICE) {
      if (at > 0) {
        await breathe?.();
      }
      reader.write(text.slice(at, at + SLICE));
    }
    return { cases: reader.end(), problems: [] };
  } catch (error) {
    if (error instanceof Refusal) {
      return { cases: [], problems: [error.problem] };
    }
    throw error;
  }
}

/** Ends the reading of a file. */
class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message.template);
    this.problem = problem;
  }
}

/** Characters that XML does not know stand in messages of many runners (colours of a terminal): no reason to lose a whole run. */
const HARMLESS = /: (?:disallowed character|malformed character entity)\.$/u;

class JunitReader {
  readonly #file: string;
  readonly #parser = new SaxesParser();
  readonly #cases = new JunitCases();
  #depth = 0;
  #isEnding = false;

  constructor(file: string) {
    this.#file = file;
    this.#parser.on('error', (error) => {
      if (!HARMLESS.test(error.message)) {
        throw this.#refusal(ProblemCode.ResultsMalformed, 'error', this.#faultOf(error), RUN_AGAIN);
      }
    });
    this.#parser.on('doctype', (doctype) => {
      // Without declarations of its own it says nothing that concerns us.
      if (doctype.includes('[')) {
        throw this.#refusal(
          ProblemCode.ResultsMalformed,
          'error',
          message('These test results declare entities, which are never expanded: none of them counts'),
          message('Leave the DOCTYPE out: no test runner writes one'),
        );
      }
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', ({ name }) => {
      this.#depth--;
      this.#cases.close(name);
      this.#listen();
    });
  }

  write(part: string): void {
    this.#parser.write(part);
  }

  end(): readonly TestCase[] {
    this.#isEnding = true;
    this.#parser.close();
    return this.#cases.all;
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    if (this.#depth++ === 0 && name !== 'testsuites' && name !== 'testsuite') {
      throw this.#refusal(
        ProblemCode.ResultsNotJunit,
        'warning',
        message('These are no test results in JUnit XML: the file starts with <{0}>', name.slice(0, 60)),
        message('Let “results” in segur.yaml name the files of test results alone'),
      );
    }
    this.#cases.open(name, attributes, this.#parser.line - 1);
    this.#listen();
  }

  /** Output of tests can be very long: text is put together where somebody reads it, and nowhere else. */
  #listen(): void {
    if (this.#cases.listens) {
      const take = (text: string): void => this.#cases.text(text);
      this.#parser.on('text', take);
      this.#parser.on('cdata', take);
    } else {
      this.#parser.off('text');
      this.#parser.off('cdata');
    }
  }

  #faultOf({ message: reason }: Error): Message {
    if (this.#isEnding) {
      return message('This file of test results ends too early: none of its results counts');
    }
    return reason.endsWith(': undefined entity.')
      ? message('This file of test results names an entity that XML does not have: none of its results counts')
      : message('This file of test results is no well-formed XML from here on: none of its results counts');
  }

  #refusal(code: ProblemCode, severity: Problem['severity'], text: Message, remedy: Message): Refusal {
    const { line, columnIndex } = this.#parser;
    const place = { line: Math.max(line - 1, 0), character: Math.max(columnIndex - 1, 0) };
    return new Refusal({
      code,
      severity,
      file: this.#file,
      range: { start: place, end: { ...place, character: place.character + 1 } },
      message: text,
      remedy,
    });
  }
}

const RUN_AGAIN = message('Run the tests again');
