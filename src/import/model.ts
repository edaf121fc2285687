import type { Message } from '../base/message';
import type { Encoding } from '../base/decodeText';
import type { LayoutName } from './layouts';
import type { RecognizedColumn } from './recognize';

/** A row that made no requirement, and why. */
export interface SkippedRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason: Message;
}

/** guess: done on a guess, to be checked; warning: something of the file did not come through; information: good to know. */
export type NoticeLevel = 'warning' | 'guess' | 'information';

export interface Notice {
  readonly level: NoticeLevel;
  readonly text: Message;
  /** Texts that stand, one after the other, for the placeholder of `text` behind those that it fills itself. */
  readonly words?: readonly Message[];
  /** Rows of one sheet; there may be more than are listed. */
  readonly sheet?: string;
  readonly rows?: readonly number[];
}

export interface ReadSheetReport {
  readonly name: string;
  readonly use: 'read' | 'passed-over';
  /** Why it was passed over. */
  readonly reason?: Message;
  /** Of a sheet that was read. */
  readonly headerRows?: readonly number[];
  readonly columns?: readonly RecognizedColumn[];
  /** Rows below the header that have a text. */
  readonly rows?: number;
  readonly layout?: LayoutName;
}

export interface ImportCounts {
  readonly rows: number;
  readonly requirements: number;
  readonly scenarios: number;
  readonly proofs: number;
  /** Requirements that the catalogue that ships knows: its guidance and FAQ join them. */
  readonly known: number;
}

/** What was read, guessed and left out. */
export interface ImportReport {
  /** Name of the spreadsheet, without folders. */
  readonly file: string;
  readonly format: 'xlsx' | 'xlsm' | 'csv';
  /** Of a CSV file. */
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly rem?: string;
  readonly edition?: string;
  readonly sheets: readonly ReadSheetReport[];
  readonly counts: ImportCounts;
  readonly skipped: readonly SkippedRow[];
  readonly notices: readonly Notice[];
}
