import type { Clock, Disposable, FileSystem } from '../base/ports';
import type { BuiltinCatalog } from './catalogFiles';
import type { CodeHistory } from './codeHistory';
import type { HashFile } from './fileHashes';
import type { FolderSettings } from './folderSettings';
import type { OuterIgnoreFile } from './ignoreFile';
import type { Scan } from './scanOptions';
import type { ReadUnits } from './unitReading';

export interface FolderTraceInit {
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly builtinCatalog: BuiltinCatalog;
  readonly scan: Scan;
  /** Without it, links do not name the code that they speak of. */
  readonly readUnits?: ReadUnits;
  /** Without it, nobody notices that the bytes of a proof changed. */
  readonly hashFile?: HashFile;
  /** Without it, or without units, nobody notices that a proof is older than the code that it shows. */
  readonly codeHistory?: CodeHistory;
  /** Ended with the trace. */
  readonly owned?: readonly Disposable[];
  readonly settings?: FolderSettings;
  readonly outerIgnoreFiles?: readonly OuterIgnoreFile[];
  /** Gets faults of our own; faults of the files are problems of the trace. */
  readonly onError: (error: unknown) => void;
}

/** Canonical ids of the requirements whose row is no longer what it was, or all of them, with the catalogue or the profile. */
export interface TraceChange {
  readonly requirements: ReadonlySet<string> | 'all';
}
