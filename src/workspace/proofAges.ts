import { ageKey } from '../evidence/proofAge';
import type { NewerCode, ProofEntry } from '../evidence/model';
import type { Catalog } from '../catalog/model';
import { ageQuestions, type AgeQuestion } from '../trace/codeAges';
import type { Trace } from '../trace/model';
import type { CodeHistory, FileChange } from './codeHistory';
import { CodePast } from './codePast';
import { newerCodeOf } from './newerCode';
import type { ReadUnits } from './unitReading';

/** More files than this are not looked up in the past. */
const MOST_FILES = 5000;

/** What the questions come from. */
export interface AgedFolder {
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly marker: string;
  /** Finds the code that the links in some files speak of. */
  resolveUnits(files: Iterable<string>, signal?: AbortSignal): Promise<void>;
}

interface Log {
  readonly head: string;
  /** The files and the first day that it was asked for. */
  readonly key: string;
  readonly changes: readonly FileChange[];
}

/** Keeps which proofs are older than their code. Git is asked again only when what is checked out moved, or when other code is asked about. */
// @segur ST.PRF.05
export class ProofAges {
  readonly #history: CodeHistory;
  /** To look up what was accepted. */
  readonly past: CodePast;
  #head: string | undefined;
  /** How often what is checked out may have moved, and after how many moves it was asked for. */
  #moves = 0;
  #askedAfter = -1;
  #log: Log | undefined;
  #answered: string | undefined;
  #newer: ReadonlyMap<string, NewerCode> = new Map();
  #last: Promise<unknown> = Promise.resolve();

  constructor(history: CodeHistory, readUnits: ReadUnits) {
    this.#history = history;
    this.past = new CodePast(history, readUnits);
  }

  /** Where there is a past to look at, and somebody to read what it holds. */
  static of({ codeHistory, readUnits }: { codeHistory?: CodeHistory; readUnits?: ReadUnits }): ProofAges | undefined {
    return codeHistory === undefined || readUnits === undefined ? undefined : new ProofAges(codeHistory, readUnits);
  }

  /** Code that the proof shows, and that changed since, as far as it is known. */
  newerCode(entry: ProofEntry): NewerCode | undefined {
    return this.#newer.get(ageKey(entry));
  }

  /** Something else may be checked out: the next `resolve` asks. */
  touch(): void {
    this.#moves++;
  }

  /**
   * Finds the answers, one reading after the other. Rejects with the signal's reason when it is aborted, and on faults of our own.
   * @returns whether an answer is another now
   */
  resolve(folder: AgedFolder, signal?: AbortSignal): Promise<boolean> {
    const run = this.#last.then(() => this.#resolve(folder, signal));
    this.#last = run.catch(() => undefined);
    return run;
  }

  async #resolve(folder: AgedFolder, signal: AbortSignal | undefined): Promise<boolean> {
    signal?.throwIfAborted();
    const first = ageQuestions(folder.trace, folder.catalog);
    const head = first.length === 0 ? undefined : await this.#headNow(signal);
    if (head === undefined) {
      return this.#take(new Map(), undefined);
    }
    await folder.resolveUnits(filesOf(first), signal);
    const questions = ageQuestions(folder.trace, folder.catalog);
    const key = JSON.stringify([head, questions]);
    if (key === this.#answered) {
      return false;
    }
    const changes = await this.#changes(head, questions, signal);
    const newer = await newerCodeOf(questions, changes, this.past.texts, (files) =>
      this.past.texts.load(files, folder.marker, signal),
    );
    return this.#take(newer, key);
  }

  async #headNow(signal: AbortSignal | undefined): Promise<string | undefined> {
    const moves = this.#moves;
    if (this.#askedAfter !== moves) {
      this.#head = await this.#history.head(signal);
      this.#askedAfter = moves;
    }
    return this.#head;
  }

  async #changes(
    head: string,
    questions: readonly AgeQuestion[],
    signal: AbortSignal | undefined,
  ): Promise<readonly FileChange[]> {
    const files = filesOf(questions);
    const since = questions.reduce((first, { day }) => (day < first ? day : first), questions[0]?.day ?? '');
    const key = JSON.stringify([files, since]);
    if (this.#log?.head !== head || this.#log.key !== key) {
      const changes = await this.#history.changesOf(files.slice(0, MOST_FILES), since, signal);
      this.#log = { head, key, changes };
    }
    return this.#log.changes;
  }

  #take(newer: ReadonlyMap<string, NewerCode>, key: string | undefined): boolean {
    const differs = JSON.stringify([...newer]) !== JSON.stringify([...this.#newer]);
    this.#newer = newer;
    this.#answered = key;
    return differs;
  }
}

function filesOf(questions: readonly AgeQuestion[]): string[] {
  return [...new Set(questions.flatMap(({ code }) => code.map(({ file }) => file)))].sort();
}
