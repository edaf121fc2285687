import type { Translate } from '../../base/message';
import type { Catalog } from '../../catalog/model';
import type { CatalogSearch } from '../../catalog/searchCatalog';
import type { Trace } from '../../trace/model';

/** Plain data, as JSON has it. */
export type Data = Readonly<Record<string, unknown>>;

/**
 * What an agent is told of one folder, twice: in words and as data. Both are bounded, both say what was left out. Text of the workspace is quoted
 * in the words, and stands in fields of its own in the data.
 */
export interface Answer {
  readonly text: string;
  readonly data: Data;
}

/** A folder as the questions see it. */
export interface AskedFolder {
  /** Unique among those that are asked. */
  readonly name: string;
  /** As things stand now: another one after {@link nameCode}. */
  readonly trace: Trace;
  readonly catalog: Catalog;
  /** Finds the code that the links in some files speak of. */
  nameCode(files: readonly string[]): Promise<void>;
  /** A path that somebody wrote, absolute or not, as the trace writes it; `undefined` when it is outside the folder. */
  pathOf(written: string): string | undefined;
}

/** What every answer is worded from. */
export interface AnswerContext {
  readonly folder: AskedFolder;
  readonly search: CatalogSearch;
  readonly t: Translate;
}

/** Nothing is wrong with the question's form, but it cannot be answered as it was asked. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
}
