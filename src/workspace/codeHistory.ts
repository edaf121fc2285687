/** A file in a commit that changed it. Its texts are named by what git calls them (`blob`), the same text by the same name. */
export interface FileChange {
  /** Full hash. */
  readonly commit: string;
  /** The day on which its author made it (`YYYY-MM-DD`): to move a commit elsewhere, by a rebase, is no change of the code. */
  readonly day: string;
  /** Relative to the workspace folder, with `/`, as it was asked for. */
  readonly path: string;
  /** Absent where the commit deleted it. */
  readonly after?: string;
  /** What it was before: none where it is new, several in a merge that is like none of its sides. */
  readonly before: readonly string[];
}

/** What is kept of a folder's past. Every method rejects with the signal's reason when it is aborted. */
export interface CodeHistory {
  /** Names what is checked out; `undefined` where there is no history. */
  head(signal?: AbortSignal): Promise<string | undefined>;
  /**
   * The changes of some files since a day, the newest first, through their renamings. What a shallow clone does not know is left out.
   * @param since `YYYY-MM-DD`; without it, from the beginning
   */
  changesOf(files: readonly string[], since?: string, signal?: AbortSignal): Promise<readonly FileChange[]>;
  /** The texts of some blobs; those that are missing, binary or very long have none. */
  texts(blobs: Iterable<string>, signal?: AbortSignal): Promise<ReadonlyMap<string, string>>;
}
