import type { Node } from '@vscode/tree-sitter-wasm';
import { isSpace } from '../annotations/lexing/characters';
import type { Declaration } from './declarations';
import { childrenOf } from './grammar';
import type { LexedText } from './lexedText';
import type { Found, Nesting } from './nesting';
import type { SyntaxTree } from './syntaxTree';

const FUNCTIONS = new Set(['function', 'method', 'test', 'route']);

/** A declaration and the outermost node that is all of it. */
interface Declared {
  readonly node: Node;
  readonly declaration: Declaration;
}

/**
 * Declarations and what is around them by the syntax of the text. Where the syntax is broken, in or around a declaration, the look of the lines
 * decides: the repair that a parser makes of unknown code is a guess, which may reach far.
 */
export class SyntaxNesting implements Nesting {
  readonly byIndentation: boolean;
  readonly #code: LexedText;
  readonly #tree: SyntaxTree;
  readonly #rough: Nesting;

  constructor(code: LexedText, tree: SyntaxTree, rough: Nesting) {
    this.#code = code;
    this.#tree = tree;
    this.#rough = rough;
    this.byIndentation = tree.grammar.byIndentation === true;
  }

  declared(line: number, column: number): Found | undefined {
    const offset = this.#code.lines.startOf(line) + column;
    const around = this.#soundAround(offset);
    if (around === undefined) {
      return this.#rough.declared(line, column);
    }
    for (const node of around) {
      const declaration = this.#read(node);
      if (declaration !== undefined && this.#cleanStart(node) <= offset && offset <= this.#headOf(node)) {
        return this.#checked({ node, declaration }, () => this.#rough.declared(line, column));
      }
    }
    return this.#tree.isBroken ? this.#rough.declared(line, column) : undefined;
  }

  enclosing(line: number, column: number): Found | undefined {
    const { lines } = this.#code;
    const isComment = this.byIndentation && lines.isBlank(line);
    const offset = isComment ? this.#lastCodeBefore(lines.startOf(line)) : lines.startOf(line) + column;
    if (offset === undefined) {
      return undefined;
    }
    const around = this.#soundAround(offset);
    if (around === undefined) {
      return this.#rough.enclosing(line, column);
    }
    const found = this.#innermost(around, (node, head) =>
      isComment ? this.#columnOf(head) < column : this.#cleanStart(node) < offset && head !== offset,
    );
    const rough = (): Found | undefined => this.#rough.enclosing(line, column);
    return found === undefined ? (this.#tree.isBroken ? rough() : undefined) : this.#checked(found, rough);
  }

  closedOn(line: number): Found | undefined {
    const code = this.#code.lines.code(line);
    const brace = code.lastIndexOf('}');
    return this.enclosing(line, brace === -1 ? code.length - code.trimStart().length : brace);
  }

  /** The nodes around an offset, where the text that holds it makes sense. */
  #soundAround(offset: number): readonly Node[] | undefined {
    const around = this.#tree.around(offset);
    const isSound = !this.#tree.isBroken || around?.some((node) => node.isError || node.isMissing) !== true;
    return isSound ? around : undefined;
  }

  #innermost(around: readonly Node[], encloses: (node: Node, head: number) => boolean): Declared | undefined {
    let value: Declared | undefined;
    for (let i = around.length - 1; i >= 0; i--) {
      const inner = around[i];
      const declaration = inner === undefined ? undefined : this.#read(inner);
      if (inner === undefined || declaration === undefined) {
        continue;
      }
      const outermost = this.#outermost(around, i);
      const node = around[outermost] ?? inner;
      if (!encloses(node, this.#headOf(node))) {
        continue;
      }
      const found = { node, declaration: (outermost === i ? undefined : this.#read(node)) ?? declaration };
      i = outermost;
      if (found.declaration.form === undefined) {
        return FUNCTIONS.has(found.declaration.kind) || value === undefined ? found : value;
      }
      // Inside a function it is a statement, and the function speaks.
      value ??= found;
    }
    return value;
  }

  /** Index of the outermost node that is the same declaration. */
  #outermost(around: readonly Node[], from: number): number {
    let at = from;
    for (;;) {
      const outer = around[at - 1];
      const payload = outer === undefined ? undefined : this.#payloadOf(outer);
      if (payload === undefined || payload.id !== around[at]?.id) {
        return at;
      }
      at--;
    }
  }

  #payloadOf(node: Node): Node | undefined {
    return this.#tree.grammar.payloads?.[node.type]?.(node);
  }

  #read(node: Node): Declaration | undefined {
    const own = this.#tree.grammar.declarations[node.type]?.(node, this.#code.text);
    if (own !== undefined) {
      return own;
    }
    const payload = this.#payloadOf(node);
    return payload === undefined ? undefined : this.#read(payload);
  }

  /** Where it starts, attributes and the like passed over. */
  #headOf(node: Node): number {
    const { prefixes, declarations, payloads } = this.#tree.grammar;
    const start = this.#cleanStart(node);
    if (prefixes === undefined || start !== node.startIndex) {
      return start;
    }
    for (const child of childrenOf(node)) {
      if (prefixes.has(child.type) || child.isExtra) {
        continue;
      }
      const isPart = child.type === 'modifiers' || child.type in declarations || child.type in (payloads ?? {});
      const head = isPart ? this.#headOf(child) : child.startIndex;
      if (head < child.endIndex) {
        return head;
      }
    }
    return node.endIndex;
  }

  #checked(declared: Declared, rough: () => Found | undefined): Found {
    const found = this.#found(declared);
    if (!this.#tree.isBroken || !declared.node.hasError) {
      return found;
    }
    const other = rough();
    return other === undefined || (other.line === found.line && other.endLine === found.endLine) ? found : other;
  }

  #found({ node, declaration }: Declared): Found {
    const { lineMap } = this.#code;
    const head = lineMap.positionAt(this.#headOf(node));
    const to = this.#endOf(node);
    return {
      declaration,
      line: head.line,
      column: head.character,
      endLine: lineMap.positionAt(Math.max(to - 1, 0)).line,
      span: [this.#startOf(node), to],
    };
  }

  /** With the attributes that stand before it as its siblings. */
  #startOf(node: Node): number {
    const { prefixes } = this.#tree.grammar;
    let start = this.#cleanStart(node);
    if (start !== node.startIndex) {
      return start;
    }
    for (let above = node.previousSibling; above !== null && prefixes !== undefined; above = above.previousSibling) {
      if (prefixes.has(above.type)) {
        start = above.startIndex;
      } else if (!above.isExtra) {
        break;
      }
    }
    return start;
  }

  #cleanStart(node: Node): number {
    return this.#tree.grammar.startOf?.(node, this.#code.text) ?? node.startIndex;
  }

  /** Some grammars take the line end along. */
  #endOf(node: Node): number {
    let end = node.endIndex;
    while (end > node.startIndex && isSpace(this.#code.text.charCodeAt(end - 1))) {
      end--;
    }
    return end;
  }

  #columnOf(offset: number): number {
    return this.#code.lineMap.positionAt(offset).character;
  }

  /** Offset of the last code before a place; `undefined` where there is none. */
  #lastCodeBefore(offset: number): number | undefined {
    const { lines } = this.#code;
    for (let line = lines.lineAt(offset) - 1; line >= 0; line--) {
      const code = lines.shown(line).trimEnd();
      if (code !== '') {
        return lines.startOf(line) + code.length - 1;
      }
    }
    return undefined;
  }
}
