import type { Node } from '@vscode/tree-sitter-wasm';
import { childOfType, declared, named, namedChildrenOf, nameOf, type Grammar } from '../grammar';

const TESTS = new Set(['Test', 'ParameterizedTest', 'RepeatedTest', 'TestFactory', 'TestTemplate']);

function modifiersOf(node: Node): Node[] {
  const modifiers = childOfType(node, 'modifiers');
  return modifiers === undefined ? [] : modifiers.children.filter((child) => child !== null);
}

function isTest(node: Node, text: string): boolean {
  return modifiersOf(node).some((one) =>
    TESTS.has(nameOf(one.childForFieldName('name'), text).split('.').at(-1) ?? ''),
  );
}

export const java: Grammar = {
  name: 'java',
  declarations: {
    package_declaration: (node, text) => declared('package', nameOf(namedChildrenOf(node).at(-1), text)),
    class_declaration: named('class'),
    interface_declaration: named('interface'),
    enum_declaration: named('enum'),
    record_declaration: named('record'),
    annotation_type_declaration: named('annotation'),
    annotation_type_element_declaration: named('function'),
    method_declaration: (node, text) =>
      declared(isTest(node, text) ? 'test' : 'method', nameOf(node.childForFieldName('name'), text)),
    constructor_declaration: named('function'),
    compact_constructor_declaration: named('function'),
    field_declaration: (node, text) => {
      const words = modifiersOf(node).map(({ type }) => type);
      const isConstant = words.includes('static') && words.includes('final');
      const declarator = namedChildrenOf(node).find(({ type }) => type === 'variable_declarator');
      return declared(isConstant ? 'constant' : 'variable', nameOf(declarator?.childForFieldName('name'), text));
    },
    constant_declaration: (node, text) =>
      declared('constant', nameOf(childOfType(node, 'variable_declarator')?.childForFieldName('name'), text)),
  },
  prefixes: new Set(['annotation', 'marker_annotation']),
};
