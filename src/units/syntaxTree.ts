import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import type { Grammar } from './grammar';
import type { LexedText } from './lexedText';

/** Deeper nesting than any program has; what is deeper is not looked into. */
const MAX_DEPTH = 1000;
/** In a text where thousands of places are that deep, the last ones are not looked into. Some seconds of work. */
const MAX_STEPS = 2_000_000;

/** Reads the syntax of a text; `undefined` where that failed or took too long. */
export type ParseSyntax = (code: LexedText) => SyntaxTree | undefined;

/** A parsed text. */
export class SyntaxTree {
  readonly grammar: Grammar;
  readonly #tree: Tree;
  readonly #parts: readonly (readonly [from: number, to: number])[] | undefined;

  #isBroken: boolean | undefined;
  /** What was asked last: one place is asked about more than once. */
  #last: { readonly offset: number; readonly nodes: Node[] | undefined } | undefined;

  #steps = 0;

  /** @param parts the only parts of the text that were read, where it was not all of it */
  constructor(tree: Tree, grammar: Grammar, parts?: readonly (readonly [from: number, to: number])[]) {
    this.#tree = tree;
    this.#parts = parts;
    this.grammar = grammar;
  }

  /** Some part of the text made no sense, and its repair may have changed what stands in what elsewhere. */
  get isBroken(): boolean {
    return (this.#isBroken ??= this.#tree.rootNode.hasError);
  }

  /** The nodes around an offset, from the whole text to the smallest; `undefined` where they are too many or the text was not read. */
  around(offset: number): readonly Node[] | undefined {
    if (this.#last?.offset !== offset) {
      this.#last = { offset, nodes: this.#around(offset) };
    }
    return this.#last.nodes;
  }

  #around(offset: number): Node[] | undefined {
    if (this.#parts?.some(([from, to]) => from <= offset && offset < to) === false) {
      return undefined;
    }
    const nodes = [];
    // The first child that ends behind the offset may start behind it too.
    for (
      let node: Node | null = this.#tree.rootNode;
      node !== null && node.startIndex <= offset;
      node = node.firstChildForIndex(offset)
    ) {
      nodes.push(node);
      this.#steps++;
      if (nodes.length > MAX_DEPTH || this.#steps > MAX_STEPS) {
        return undefined;
      }
    }
    return nodes;
  }

  dispose(): void {
    this.#tree.delete();
  }
}
