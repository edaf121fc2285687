import type { Requirement } from '../catalog/model';
import type { FolderInputs } from './folderInputs';
import type { OuterIgnoreFile } from './ignoreFile';
import type { ScanOptions } from './scanOptions';

const DEFAULT_MARKER = '@segur';

/** What the user set in the editor or on the command line; the project file may say otherwise. */
export interface FolderSettings {
  /** The word that starts an annotation, where the project file names none. */
  readonly marker?: string;
  /** Comes before the project file's: what the user wrote on a command line. */
  readonly forcedMarker?: string;
  /** Globs left out on top of those of the project file: `files.exclude`, `search.exclude`. */
  readonly exclude?: readonly string[];
  /** Paths of other workspace folders inside this one: a file belongs to the innermost. */
  readonly innerFolders?: readonly string[];
  /** `false`: read what ignore files leave out too. */
  readonly respectIgnoreFiles?: boolean;
}

export function scanOptionsOf(
  { project, loaded }: FolderInputs,
  settings: FolderSettings = {},
  outerIgnoreFiles: readonly OuterIgnoreFile[] = [],
): ScanOptions {
  const { include, exclude, marker, mentions } = project.scan;
  return {
    include,
    exclude: [...exclude, ...(settings.exclude ?? [])],
    respectIgnoreFiles: settings.respectIgnoreFiles ?? true,
    ...(settings.innerFolders === undefined ? {} : { innerFolders: settings.innerFolders }),
    outerIgnoreFiles,
    marker: settings.forcedMarker ?? marker ?? settings.marker ?? DEFAULT_MARKER,
    mentions: mentions ? loaded.catalog.requirements.flatMap(idsOf) : [],
  };
}

/** Its own id, those of its scenarios and proofs, and its former ones. */
function idsOf({ id, aliases, scenarios, proofs }: Requirement): string[] {
  const expected = [...proofs, ...scenarios.flatMap((scenario) => scenario.proofs)];
  return [id, ...aliases, ...scenarios.map((scenario) => scenario.id), ...expected.flatMap((proof) => proof.id ?? [])];
}
