import type { Uri } from 'vscode';
import type { BuiltinCatalog } from '../workspace/catalogFiles';
import type { FolderSettings } from '../workspace/folderSettings';
import type { Translate } from '../base/message';
import type { Catalog } from '../catalog/model';
import type { Trace } from '../trace/model';
import type { FolderTrace } from '../workspace/folderTrace';
import type { PackCheck, PackCheckOptions } from '../workspace/packCheckResult';
import type { PackFault } from '../workspace/packFault';

/** What differs between the desktop's and the browser's extension host. */
export interface Platform {
  /** Reads a folder of any scheme: its files, its catalogues and its project file. */
  openFolder(folder: Uri, init: FolderInit): FolderTrace;
  /** What is checked out in a folder, and when it was committed; absent where git cannot be asked. */
  readonly commitOf?: (folder: Uri) => Promise<{ readonly commit: string; readonly committedAt: string } | undefined>;
  /** Path of a folder in its repository, `''` or ending with `/`; absent where git cannot be asked. */
  readonly folderInRepository?: (folder: Uri) => Promise<string | undefined>;
  /** Loads what writes and checks evidence packs; absent where there is no disk. */
  readonly packWork?: () => Promise<PackWork>;
}

export interface FolderInit {
  readonly settings: FolderSettings;
  readonly builtinCatalog: BuiltinCatalog;
  /** Gets faults of our own, never faults of the files. */
  readonly onError: (error: unknown) => void;
}

export interface PackWork {
  /** A name for the archive, without its folder. */
  nameOf(trace: Trace, chapter: string | undefined): string;
  /** @throws the signal's reason; file system errors */
  write(order: PackOrder): Promise<WrittenPack>;
  /** @throws the signal's reason; file system errors */
  check(file: string, options: PackCheckOptions): Promise<CheckedPack | PackFault>;
}

export interface PackOrder {
  /** Absolute path of the workspace folder. */
  readonly root: string;
  readonly trace: Trace;
  readonly catalog: Catalog;
  /** Absolute path of the archive. */
  readonly out: string;
  /** One chapter alone, by its name in the catalogue. */
  readonly chapter?: string;
  readonly t: Translate;
  readonly language: 'fr' | 'en';
  /** Of this extension. */
  readonly version: string;
  /** Git is not asked in a folder that the user does not trust. */
  readonly asksGit: boolean;
  readonly signal: AbortSignal;
  /** In bytes. */
  readonly onProgress: (done: number, total: number) => void;
}

export type WrittenPack =
  | { readonly kind: 'written'; readonly files: number; readonly bytes: number; readonly fingerprint: string }
  /** A proof is gone, or changed while it was read. */
  | { readonly kind: 'lost'; readonly file: string };

export interface CheckedPack {
  readonly kind: 'checked';
  readonly sound: boolean;
  readonly check: PackCheck;
}
