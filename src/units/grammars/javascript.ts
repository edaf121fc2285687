import type { Node } from '@vscode/tree-sitter-wasm';
import type { Declaration } from '../declarations';
import {
  childOfType,
  declared,
  firstString,
  named,
  namedChildrenOf,
  nameOf,
  routeOf,
  stringIn,
  type Grammar,
  type Reader,
} from '../grammar';

const FUNCTIONS = new Set(['arrow_function', 'function_expression', 'generator_function']);
const TESTS = new Set([
  'describe',
  'it',
  'test',
  'context',
  'suite',
  'specify',
  'scenario',
  'fdescribe',
  'xdescribe',
  'fit',
  'xit',
]);

/** What a value makes of the name that it is given to. */
function kindOf(value: Node | null): 'function' | 'class' | undefined {
  return value === null
    ? undefined
    : FUNCTIONS.has(value.type)
      ? 'function'
      : value.type === 'class'
        ? 'class'
        : undefined;
}

/** The function or class that a name stands for: one declaration with it. */
function givenTo(value: Node | null): Node | undefined {
  return value !== null && kindOf(value) !== undefined ? value : undefined;
}

const declarator: Reader = (node, text) => {
  const name = node.childForFieldName('name');
  const kind = kindOf(node.childForFieldName('value'));
  if (kind !== undefined) {
    return declared(kind, nameOf(name, text));
  }
  const isConstant = node.parent?.firstChild?.type === 'const';
  return name?.type === 'identifier'
    ? declared(isConstant ? 'constant' : 'variable', nameOf(name, text), 'value')
    : undefined;
};

const member: Reader = (node, text) => {
  const key = node.childForFieldName('name') ?? node.childForFieldName('property');
  return declared(kindOf(node.childForFieldName('value')) ?? 'variable', keyOf(key, text));
};

const pair: Reader = (node, text) => {
  const kind = kindOf(node.childForFieldName('value'));
  return kind === undefined ? undefined : declared(kind, keyOf(node.childForFieldName('key'), text));
};

const assignment: Reader = (node, text) => {
  const kind = kindOf(node.childForFieldName('right'));
  return kind === undefined ? undefined : declared(kind, nameOf(node.childForFieldName('left'), text));
};

const call: Reader = (node, text) => {
  const callee = node.childForFieldName('function');
  const first = firstString(node.childForFieldName('arguments'), text);
  if (callee === null || first === undefined) {
    return undefined;
  }
  const test = testOf(callee, first, text);
  return (
    test ??
    (callee.type === 'member_expression'
      ? routeOf(nameOf(callee.childForFieldName('property'), text), first)
      : undefined)
  );
};

/** `it('…')`, `test.only('…')`, `it.each(…)('…')`. */
function testOf(callee: Node, title: string, text: string): Declaration | undefined {
  let word: Node | null = callee;
  for (let steps = 0; word !== null && word.type !== 'identifier' && steps < 4; steps++) {
    word = word.childForFieldName('object') ?? word.childForFieldName('function');
  }
  return word !== null && TESTS.has(nameOf(word, text)) ? declared('test', title) : undefined;
}

function keyOf(node: Node | null, text: string): string {
  return stringIn(node, text) ?? nameOf(node, text);
}

const exported: Reader = (node) => {
  const kind = kindOf(node.childForFieldName('value'));
  return kind === undefined ? undefined : declared(kind, 'default');
};

const GRAMMAR: Omit<Grammar, 'name'> = {
  declarations: {
    function_declaration: named('function'),
    generator_function_declaration: named('function'),
    function_signature: named('function'),
    function_expression: named('function'),
    class_declaration: named('class'),
    abstract_class_declaration: named('class'),
    class: named('class'),
    interface_declaration: named('interface'),
    enum_declaration: named('enum'),
    type_alias_declaration: named('type'),
    internal_module: named('namespace'),
    module: (node, text) => declared('module', keyOf(node.childForFieldName('name'), text)),
    method_definition: (node, text) => declared('function', keyOf(node.childForFieldName('name'), text)),
    method_signature: (node, text) => declared('function', keyOf(node.childForFieldName('name'), text)),
    abstract_method_signature: (node, text) => declared('function', keyOf(node.childForFieldName('name'), text)),
    public_field_definition: member,
    field_definition: member,
    property_signature: member,
    variable_declarator: declarator,
    pair,
    assignment_expression: assignment,
    call_expression: call,
    export_statement: exported,
  },
  payloads: {
    export_statement: (node) => node.childForFieldName('declaration') ?? node.childForFieldName('value') ?? undefined,
    ambient_declaration: (node) => node.firstNamedChild ?? undefined,
    expression_statement: (node) => node.firstNamedChild ?? undefined,
    await_expression: (node) => node.firstNamedChild ?? undefined,
    lexical_declaration: mainDeclarator,
    variable_declaration: mainDeclarator,
    variable_declarator: (node) => givenTo(node.childForFieldName('value')),
    pair: (node) => givenTo(node.childForFieldName('value')),
    public_field_definition: (node) => givenTo(node.childForFieldName('value')),
    field_definition: (node) => givenTo(node.childForFieldName('value')),
    assignment_expression: (node) => givenTo(node.childForFieldName('right')),
  },
  prefixes: new Set(['decorator']),
};

/** The first that is given a function, else the first. */
function mainDeclarator(node: Node): Node | undefined {
  const all = namedChildrenOf(node).filter(({ type }) => type === 'variable_declarator');
  return (
    all.find((one) => kindOf(one.childForFieldName('value')) !== undefined) ?? childOfType(node, 'variable_declarator')
  );
}

export const typescript: Grammar = { name: 'typescript', ...GRAMMAR };

/** Reads JavaScript too, with or without JSX. */
export const tsx: Grammar = { name: 'tsx', ...GRAMMAR };
