import type { PackedFile, PackManifest } from '../../evidence/packManifest';
import type { MatrixOptions } from '../matrixFormat';

/** A file of the pack before it is written: its bytes are read while it is. */
export type PlannedFile = Readonly<Omit<PackedFile, 'size' | 'sha256'>> & {
  /** Of proofs: the requirement in whose folder this copy stands. */
  readonly row?: string;
} & (
    | { readonly source: 'made'; readonly content: string | Uint8Array }
    /** `bytes`: its size when the proofs were looked at. */
    | { readonly source: 'file'; readonly original: string; readonly bytes: number }
  );

export interface PackPlan {
  /** In the order in which they are written. */
  readonly files: readonly PlannedFile[];
  /** All of the manifest but the list of files. */
  readonly head: Omit<PackManifest, 'files'>;
}

export interface PackOptions extends Pick<MatrixOptions, 't' | 'language'> {
  /** Of this tool. */
  readonly version: string;
  /** Left out where no git repository could be asked. */
  readonly commit?: { readonly id: string; readonly clean: boolean };
  /** One chapter alone, by its name in the catalogue; `''` for what has none. */
  readonly chapter?: string;
  /** Path in the workspace folder of the pack itself, where it is written there: a former one is no proof of anything. */
  readonly own?: string;
}
