/**
 * What the core needs from the world. The faces bring Node, VS Code or an in-memory double;
 * paths are relative to the workspace folder, with `/`, and never leave it.
 */
export interface FileSystem {
  /** The file's bytes, or `undefined` when there is no such file. Rejects when it exists and cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** `undefined` when there is nothing at that path. */
  stat(path: string): Promise<FileStat | undefined>;
  /** Paths of the files that match a glob (minimatch syntax, dot files included), sorted; symlinks that leave the folder are left out. */
  glob(pattern: string): Promise<readonly string[]>;
}

export interface FileStat {
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

export interface Disposable {
  dispose(): void;
}

/** Calendar dates (`2026-09-01`) are compared as text: the domain counts in days, without time zones. */
export interface Clock {
  /** Today as `YYYY-MM-DD`, in the user's time zone. */
  today(): string;
}
