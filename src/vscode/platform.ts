import type { Uri } from 'vscode';
import type { BuiltinCatalog } from '../workspace/catalogFiles';
import type { FolderSettings } from '../workspace/folderSettings';
import type { FolderTrace } from '../workspace/folderTrace';

/** What differs between the desktop's and the browser's extension host. */
export interface Platform {
  /** Reads a folder of any scheme: its files, its catalogues and its project file. */
  openFolder(folder: Uri, init: FolderInit): FolderTrace;
}

export interface FolderInit {
  readonly settings: FolderSettings;
  readonly builtinCatalog: BuiltinCatalog;
  /** Gets faults of our own, never faults of the files. */
  readonly onError: (error: unknown) => void;
}
