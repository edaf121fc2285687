import type { Node } from '@vscode/tree-sitter-wasm';
import { childOfType, declared, named, namedChildrenOf, nameOf, textOf, type Grammar, type Reader } from '../grammar';

/** Macros of GoogleTest, Check and Boost.Test. */
const TEST_MACROS = new Set(
  'TEST TEST_F TEST_P TYPED_TEST TYPED_TEST_P START_TEST BOOST_AUTO_TEST_CASE BOOST_FIXTURE_TEST_CASE'.split(' '),
);
/** What only looks like the name of a function where a conditional of the preprocessor tears a statement apart. */
const KEYWORDS = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'sizeof']);
const TYPES: Readonly<Record<string, string>> = {
  class_specifier: 'class',
  struct_specifier: 'struct',
  union_specifier: 'union',
  enum_specifier: 'enum',
};
const WRAPPING = /_declarator$|^init_declarator$|^reference_declarator$/u;

interface Declared {
  readonly name: Node;
  /** What stands around the name itself is the parameters of a function: `int (*f)(void)` is a variable. */
  readonly function: Node | undefined;
}

/** The name inside a declarator with its stars, brackets and parameters. */
function nameIn(declarator: Node | null): Declared | undefined {
  let node = declarator;
  let around: Node | undefined;
  for (let steps = 0; node !== null && steps < 20; steps++) {
    if (!WRAPPING.test(node.type)) {
      return { name: node, function: around?.type === 'function_declarator' ? around : undefined };
    }
    around = node;
    node = node.childForFieldName('declarator') ?? node.namedChildren.filter((one) => one !== null).at(-1) ?? null;
  }
  return undefined;
}

const definition: Reader = (node, text) => {
  const found = nameIn(node.childForFieldName('declarator'));
  const name = nameOf(found?.name, text);
  if (found === undefined || KEYWORDS.has(name) || isInFunction(node)) {
    return undefined;
  }
  if (TEST_MACROS.has(name) && found.function !== undefined) {
    const parts = namedChildrenOf(found.function.childForFieldName('parameters') ?? found.function);
    return declared('test', parts.map((part) => nameOf(part, text)).join(' › '));
  }
  // A macro before the type (`STATIC uint8 f()`) makes the parser take the type for a part of the name.
  const bare = name.replace(/<[^<>]*>(?=::)/gu, '');
  return declared('function', /\boperator\b/u.test(bare) ? bare : bare.slice(bare.lastIndexOf(' ') + 1));
};

/** A macro with a block, or a statement torn apart: neither language has functions in functions. */
function isInFunction(node: Node): boolean {
  let outer = node.parent;
  while (outer !== null && /^preproc_|^labeled_statement$|^else_clause$/u.test(outer.type)) {
    outer = outer.parent;
  }
  return outer?.type === 'compound_statement';
}

/** A macro on a line of its own in front of a function reads like its type: it is told by the blank line or the comment between them. */
function startOf(node: Node, text: string): number {
  const type = node.type === 'function_definition' ? node.childForFieldName('type') : null;
  if (type?.type !== 'type_identifier' || type.startIndex !== node.startIndex) {
    return node.startIndex;
  }
  const next = namedChildrenOf(node).find((child) => child.startIndex >= type.endIndex && !child.isExtra);
  const between = next === undefined ? '' : text.slice(type.endIndex, next.startIndex);
  return next !== undefined && /\n[ \t]*\r?\n|\/[/*]/u.test(between) ? next.startIndex : node.startIndex;
}

/** A prototype, a type with its body, or a variable. */
const declaration: Reader = (node, text) => {
  const found = nameIn(node.childForFieldName('declarator'));
  if (found?.function !== undefined) {
    return declared('function', nameOf(found.name, text), 'typed');
  }
  const type = typeOf(node, text);
  if (type !== undefined || found === undefined) {
    return type;
  }
  const isConstant = namedChildrenOf(node).some(
    (one) => textOf(one, text).startsWith('const') && one.type === 'type_qualifier',
  );
  return declared(isConstant ? 'constant' : 'variable', nameOf(found.name, text), 'value');
};

/** Members without parameters belong to their class. */
const member: Reader = (node, text) => {
  const found = nameIn(node.childForFieldName('declarator'));
  return found?.function === undefined ? typeOf(node, text) : declared('function', nameOf(found.name, text));
};

const typedef: Reader = (node, text) => {
  const type = node.childForFieldName('type');
  const hasBody = type !== null && type.childForFieldName('body') !== null;
  const kind = hasBody ? (TYPES[type.type] ?? 'type') : 'type';
  return declared(kind, nameOf(nameIn(node.childForFieldName('declarator'))?.name, text));
};

/** The type that a declaration brings along. */
function typeOf(node: Node, text: string): ReturnType<Reader> {
  const type = node.childForFieldName('type');
  return type === null ? undefined : specifier(type, text);
}

const specifier: Reader = (node, text) => {
  const kind = TYPES[node.type];
  return kind === undefined || node.childForFieldName('body') === null
    ? undefined
    : declared(kind, nameOf(node.childForFieldName('name'), text));
};

export const cpp: Grammar = {
  name: 'cpp',
  declarations: {
    function_definition: definition,
    declaration,
    field_declaration: member,
    type_definition: typedef,
    alias_declaration: named('type'),
    concept_definition: named('concept'),
    class_specifier: specifier,
    struct_specifier: specifier,
    union_specifier: specifier,
    enum_specifier: specifier,
    namespace_definition: named('namespace'),
    preproc_def: named('macro'),
    preproc_function_def: named('macro'),
  },
  payloads: {
    template_declaration: (node) => namedChildrenOf(node).at(-1),
    type_definition: (node) => node.childForFieldName('type') ?? undefined,
    declaration: (node) => childOfType(node, ...Object.keys(TYPES)),
    field_declaration: (node) => childOfType(node, ...Object.keys(TYPES)),
  },
  startOf,
  prefixes: new Set(['template', 'template_parameter_list', 'requires_clause', 'attribute_declaration']),
};
