import type { Range } from '../../base/text';

export type SymbolKind =
  'annotation' | 'proof' | 'decision' | 'requirement' | 'scenario' | 'expected-proof' | 'answer' | 'group';

/** Something of ours that a file's outline shows. */
export interface TextSymbol {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** All of it. */
  readonly range: Range;
  /** Where the cursor goes: inside `range`. */
  readonly selection: Range;
  readonly children: readonly TextSymbol[];
}
