import type { ExpectedProof } from '../catalog/model';
import { foldId } from '../catalog/requirementId';

/** Expected proofs in the order in which rows name them, each once: by its id, or by its words where it or the other one has none. */
export class ProofList {
  readonly all: ExpectedProof[] = [];
  readonly #ids = new Set<string>();
  readonly #texts = new Set<string>();
  readonly #textsWithoutId = new Set<string>();

  /** `false` when all of them were known. */
  add(proofs: readonly ExpectedProof[]): boolean {
    const before = this.all.length;
    for (const proof of proofs) {
      if (!this.#has(proof)) {
        this.all.push(proof);
        this.#texts.add(proof.text);
        if (proof.id === undefined) {
          this.#textsWithoutId.add(proof.text);
        } else {
          this.#ids.add(foldId(proof.id));
        }
      }
    }
    return this.all.length > before;
  }

  #has({ id, text }: ExpectedProof): boolean {
    return id === undefined ? this.#texts.has(text) : this.#ids.has(foldId(id)) || this.#textsWithoutId.has(text);
  }
}
