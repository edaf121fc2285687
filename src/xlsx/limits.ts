/** How much of a spreadsheet is read: a file of a few kilobytes can say that it holds terabytes. */
export interface SpreadsheetLimits {
  /** Of the file. In bytes. */
  readonly file: number;
  /** Of all the parts that are read, unpacked. In bytes. */
  readonly unpacked: number;
  /** How many times larger than packed a part may be, once it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Files in the archive. */
  readonly entries: number;
  /** Rows with a text, in a sheet; what follows is not read, and the sheet says so. */
  readonly rows: number;
  /** Columns looked at, in a sheet. */
  readonly columns: number;
  /** Kept texts of all sheets, in UTF-16 units. */
  readonly characters: number;
  /** Merged ranges, in a sheet. */
  readonly merges: number;
  readonly sheets: number;
}

/** Some ten times the largest REM that we know of, in each respect. */
export const usualLimits: SpreadsheetLimits = {
  file: 64 * 1024 * 1024,
  unpacked: 256 * 1024 * 1024,
  ratio: 400,
  ratioFrom: 4 * 1024 * 1024,
  entries: 20_000,
  rows: 20_000,
  columns: 512,
  characters: 32 * 1024 * 1024,
  merges: 50_000,
  sheets: 200,
};
