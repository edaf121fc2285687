import type { Uri } from 'vscode';
import type { Catalog } from '../catalog/model';
import type { FolderTrace } from '../workspace/folderTrace';

/** What differs between the desktop's and the browser's extension host. */
export interface Platform {
  /** Reads the folder: its files, its catalogues and its project file. `onError` gets faults of our own, never faults of the files. */
  openFolder(folder: Uri, init: FolderInit): FolderTrace;
  /** The catalogue and FAQ that ship with the extension, for windows without a folder. */
  shippedCatalog(extensionUri: Uri): Promise<Catalog>;
  /** Whether folders of this scheme can be read. */
  supports(scheme: string): boolean;
}

export interface FolderInit {
  /** The word that starts an annotation. */
  readonly marker: string;
  /** Where the catalogues that ship with the extension are. */
  readonly extensionUri: Uri;
  readonly onError: (error: unknown) => void;
}
