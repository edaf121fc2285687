import type { Message, Translate } from '../base/message';
import type { Trace } from '../trace/model';
import type { PlacedUnit } from '../trace/unclaimed/model';
import type { TraceHistory } from './history/traceHistory';
import type { Repository } from './repositoryHref';

export interface MatrixOptions {
  readonly t: Translate;
  readonly language: 'fr' | 'en';
  /** Where the folder is, seen from the document: places in the code become links to it. */
  readonly baseHref?: string;
  /** Where readers find the code on the web: places in the code become links to it instead. */
  readonly repository?: Repository;
  readonly commit?: string;
  /** When that commit was made, as git writes it: `2026-09-01T10:00:00+02:00`. */
  readonly committedAt?: string;
  /** In a view of the editor, which opens places itself. */
  readonly inEditor?: boolean;
  /** Left out unless asked for: the same trace gives the same bytes. */
  readonly generatedAt?: string;
  /** The stored traces that a page shows the trend of. */
  readonly history?: TraceHistory;
  /** Where code is declared sensitive: what of it no requirement claims. */
  readonly unclaimed?: readonly PlacedUnit[];
  /** More for the reader to know of the document. */
  readonly facts?: readonly (readonly [string, string])[];
}

/** One way to write a trace down. */
export interface MatrixFormat {
  readonly id: 'html' | 'md' | 'csv' | 'xlsx' | 'reqif' | 'json';
  readonly extension: string;
  readonly label: Message;
  write(trace: Trace, options: MatrixOptions): string | Uint8Array;
}
