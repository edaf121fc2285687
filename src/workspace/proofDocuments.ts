import type { FileSystem } from '../base/ports';
import type { Proof, ProofDocument, ProofFile } from '../evidence/model';
import { documentSections } from '../evidence/proofDocument';
import { decodeText } from '../base/decodeText';
import { workOff } from './workOff';

/** Longer documents are not looked into. In bytes. */
const LONGEST = 2 * 1024 * 1024;
/** A glob may match any number of files; so many documents of one proof are looked into. */
const MOST = 50;
/** Documents read at the same time: a system lets a program hold a few hundred files open, and one that cannot be opened would tick nothing. */
const WIDTH = 16;

/** Whether a file is a document whose headings can tell what it answers. */
export function isProofDocument(path: string): boolean {
  return /\.(?:md|markdown)$/iu.test(path);
}

/** Reads the Markdown documents among the files of proofs, each once until it is forgotten. */
export class ProofDocuments {
  readonly #fs: FileSystem;
  readonly #read = new Map<string, Promise<ProofDocument | undefined>>();

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  forget(path: string): void {
    this.#read.delete(path);
  }

  /** The proofs, those with documents told what stands in these. */
  async withDocuments(proofs: readonly Proof[]): Promise<readonly Proof[]> {
    await workOff(proofs.flatMap(documentsOf), WIDTH, async (file) => {
      await this.#document(file);
    });
    return Promise.all(
      proofs.map(async (proof) => {
        const files = documentsOf(proof);
        if (files.length === 0) {
          return proof;
        }
        const documents = await Promise.all(files.map((file) => this.#document(file)));
        return { ...proof, documents: documents.filter((document) => document !== undefined) };
      }),
    );
  }

  /** Read at the first call. */
  #document({ path }: ProofFile): Promise<ProofDocument | undefined> {
    let document = this.#read.get(path);
    if (document === undefined) {
      // One that cannot be read ticks nothing.
      document = this.#sections(path).catch(() => undefined);
      this.#read.set(path, document);
    }
    return document;
  }

  async #sections(path: string): Promise<ProofDocument | undefined> {
    const bytes = await this.#fs.read(path);
    const decoded = bytes === undefined || bytes.length > LONGEST ? undefined : decodeText(bytes);
    return decoded === undefined || !('text' in decoded)
      ? undefined
      : { path, sections: documentSections(decoded.text) };
  }
}

/** Those of its files that are looked into. */
function documentsOf({ files }: Proof): ProofFile[] {
  return files.filter(({ path, size }) => size > 0 && size <= LONGEST && isProofDocument(path)).slice(0, MOST);
}
