import type { Node } from '@vscode/tree-sitter-wasm';
import {
  childOfType,
  declared,
  named,
  namedChildrenOf,
  nameOf,
  routeOf,
  stringIn,
  textOf,
  type Grammar,
  type Reader,
} from '../grammar';

const TESTS = new Set(['Fact', 'Theory', 'Test', 'TestCase', 'TestMethod', 'DataTestMethod']);

function isTest(node: Node, text: string): boolean {
  return namedChildrenOf(node)
    .filter(({ type }) => type === 'attribute_list')
    .flatMap((list) => namedChildrenOf(list))
    .some((attribute) => TESTS.has(nameOf(attribute.childForFieldName('name'), text)));
}

const fields: Reader = (node, text) => {
  const declarator = childOfType(childOfType(node, 'variable_declaration') ?? node, 'variable_declarator');
  const isConstant = namedChildrenOf(node).some((one) => one.type === 'modifier' && textOf(one, text) === 'const');
  return declared(isConstant ? 'constant' : 'variable', nameOf(declarator?.childForFieldName('name'), text));
};

/** `app.MapGet("/path", …)`. */
const route: Reader = (node, text) => {
  const verb = /^Map(?<verb>\w+)$/u.exec(nameOf(node.childForFieldName('function')?.childForFieldName('name'), text));
  const path = node.childForFieldName('arguments')?.firstNamedChild?.firstNamedChild;
  return verb === null ? undefined : routeOf(verb.groups?.['verb'] ?? '', stringIn(path, text));
};

export const csharp: Grammar = {
  name: 'c-sharp',
  declarations: {
    namespace_declaration: named('namespace'),
    file_scoped_namespace_declaration: named('namespace'),
    class_declaration: named('class'),
    struct_declaration: named('struct'),
    record_declaration: named('record'),
    interface_declaration: named('interface'),
    enum_declaration: named('enum'),
    delegate_declaration: named('type'),
    method_declaration: (node, text) =>
      declared(isTest(node, text) ? 'test' : 'method', nameOf(node.childForFieldName('name'), text)),
    local_function_statement: named('function'),
    constructor_declaration: named('function'),
    destructor_declaration: (node, text) => declared('function', `~${nameOf(node.childForFieldName('name'), text)}`),
    operator_declaration: (node, text) =>
      declared('function', `operator ${nameOf(node.childForFieldName('operator'), text)}`.trim()),
    indexer_declaration: () => declared('property', 'this'),
    property_declaration: named('property'),
    event_declaration: named('event'),
    event_field_declaration: (node, text) => {
      const found = fields(node, text);
      return found === undefined ? undefined : { ...found, kind: 'event' };
    },
    field_declaration: fields,
    invocation_expression: route,
  },
  payloads: { expression_statement: (node) => node.firstNamedChild ?? undefined },
  prefixes: new Set(['attribute_list']),
};
