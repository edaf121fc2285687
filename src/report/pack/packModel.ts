import type { PackedFile, PackManifest } from '../../evidence/packManifest';
import type { MatrixOptions } from '../matrixFormat';

/** A file of the pack before it is written: its bytes are read while it is. */
export type PlannedFile = Readonly<Omit<PackedFile, 'size' | 'sha256'>> & {
  /** Of proofs: the requirement in whose folder this copy stands. */
  readonly row?: string;
} & ({ readonly source: 'text'; readonly text: string } | { readonly source: 'file'; readonly original: string });

export interface PackPlan {
  /** In the order in which they are written. */
  readonly files: readonly PlannedFile[];
  /** All of the manifest but the list of files. */
  readonly head: Omit<PackManifest, 'files'>;
}

export interface PackOptions extends Pick<MatrixOptions, 't' | 'language'> {
  readonly commit?: { readonly id: string; readonly clean: boolean };
  /** One chapter alone, by its name in the catalogue. */
  readonly chapter?: string;
}
