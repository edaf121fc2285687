import type { ProofKind } from '../catalog/model';

/** What files of some extensions can be, the likeliest kind first. */
const KINDS: readonly (readonly [extensions: RegExp, kinds: readonly ProofKind[]])[] = [
  [/\.(?:png|jpe?g|webp|gif|bmp|tiff?)$/iu, ['capture']],
  [/\.(?:mp4|webm|mov|mkv|avi|ogv)$/iu, ['video']],
  [/\.(?:xlsx?|ods)$/iu, ['formulaire', 'rapport', 'documentation']],
  [/\.(?:md|markdown|pdf|docx?|odt|rtf|pptx?|odp)$/iu, ['documentation', 'attestation', 'rapport', 'formulaire']],
  [/\.(?:csv|log|html?|txt)$/iu, ['rapport', 'documentation', 'configuration']],
  [/\.(?:ya?ml|json|toml|ini|conf|cfg|properties|env)$/iu, ['configuration', 'rapport']],
];

/** The kind of proof that a file is taken for: what its requirement expects, as far as its extension allows it; else what the extension says. */
export function proofKindOf(path: string, expected: readonly ProofKind[]): ProofKind {
  const kinds = KINDS.find(([extensions]) => extensions.test(path))?.[1];
  if (kinds === undefined) {
    return expected[0] ?? 'autre';
  }
  return expected.find((kind) => kinds.includes(kind)) ?? kinds[0] ?? 'autre';
}
