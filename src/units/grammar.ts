import type { Node } from '@vscode/tree-sitter-wasm';
import type { Declaration } from './declarations';

/** What a node declares; `undefined` for one that only may. */
export type Reader = (node: Node, text: string) => Declaration | undefined;

/** What a grammar's trees say of declarations. */
export interface Grammar {
  /** Of the WebAssembly file: `tree-sitter-<name>.wasm`. */
  readonly name: string;
  /** By type of node. */
  readonly declarations: Readonly<Record<string, Reader>>;
  /** By type of node: the node inside that is the same declaration (the class of an `export`). */
  readonly payloads?: Readonly<Record<string, (node: Node) => Node | undefined>>;
  /** Types of nodes that stand before the head of a declaration: attributes, decorators, template parameters. */
  readonly prefixes?: ReadonlySet<string>;
  /** Where a declaration really starts that the parser took something in front of for a part of. An offset. */
  readonly startOf?: (node: Node, text: string) => number;
  /** Its blocks are made by indentation: a comment belongs to the block that it is indented like. */
  readonly byIndentation?: boolean;
  /** The mark of comments that the parser must not see: in some places their indentation breaks it. */
  readonly hiddenComments?: string;
}

export function textOf(node: Node, text: string): string {
  return text.slice(node.startIndex, node.endIndex);
}

/** On one line, without white space around it. */
export function nameOf(node: Node | null | undefined, text: string): string {
  return node === null || node === undefined ? '' : textOf(node, text).replace(/\s+/gu, ' ').trim();
}

/** A declaration whose name stands in a field of its node. */
export function named(kind: string, field = 'name', form?: Declaration['form']): Reader {
  return (node, text) => declared(kind, nameOf(node.childForFieldName(field), text), form);
}

/** `undefined` without a name. */
export function declared(kind: string, name: string, form?: Declaration['form']): Declaration | undefined {
  return name === '' ? undefined : { kind, name, ...(form === undefined ? {} : { form }) };
}

export function childrenOf(node: Node): Node[] {
  return node.children.filter((child) => child !== null);
}

export function namedChildrenOf(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null);
}

export function childOfType(node: Node, ...types: readonly string[]): Node | undefined {
  return namedChildrenOf(node).find(({ type }) => types.includes(type));
}

/** The text of a string literal between its marks; `undefined` for other nodes. */
export function stringIn(node: Node | null | undefined, text: string): string | undefined {
  return node === null || node === undefined
    ? undefined
    : /^(?<mark>["'`])(?<inside>[\s\S]*)\k<mark>$/u.exec(textOf(node, text))?.groups?.['inside'];
}

/** The first argument of a call, where it is a string. */
export function firstString(args: Node | null | undefined, text: string): string | undefined {
  return args === null || args === undefined ? undefined : stringIn(args.firstNamedChild, text);
}

const HTTP_VERBS = new Set(['get', 'post', 'put', 'delete', 'patch', 'all', 'head', 'options']);

/** What `app.get('/path', …)` declares. */
export function routeOf(verb: string, path: string | undefined): Declaration | undefined {
  const word = verb.toLowerCase();
  return path?.startsWith('/') === true && HTTP_VERBS.has(word)
    ? { kind: 'route', name: `${word.toUpperCase()} ${path}` }
    : undefined;
}
