import type { Node } from '@vscode/tree-sitter-wasm';
import { childOfType, declared, named, nameOf, routeOf, stringIn, textOf, type Grammar, type Reader } from '../grammar';

/** PHPUnit: `testX` in a class of tests, or `#[Test]`. */
function isTest(node: Node, name: string, text: string): boolean {
  const attributes = node.childForFieldName('attributes');
  if (attributes !== null && /(?:^|[\s\\[,])Test\s*[\],(]/u.test(textOf(attributes, text))) {
    return true;
  }
  return (
    /^test(?![a-z])/u.test(name) && /Test(?:Case)?$/u.test(nameOf(node.parent?.parent?.childForFieldName('name'), text))
  );
}

const route: Reader = (node, text) => {
  const first = node.childForFieldName('arguments')?.firstNamedChild?.firstNamedChild;
  return routeOf(nameOf(node.childForFieldName('name'), text), stringIn(first, text));
};

export const php: Grammar = {
  name: 'php',
  declarations: {
    namespace_definition: named('namespace'),
    function_definition: named('function'),
    class_declaration: named('class'),
    interface_declaration: named('interface'),
    trait_declaration: named('trait'),
    enum_declaration: named('enum'),
    method_declaration: (node, text) => {
      const name = nameOf(node.childForFieldName('name'), text);
      return declared(isTest(node, name, text) ? 'test' : 'method', name);
    },
    property_declaration: (node, text) =>
      declared('variable', nameOf(childOfType(node, 'property_element')?.childForFieldName('name'), text)),
    const_declaration: (node, text) =>
      declared('constant', nameOf(childOfType(node, 'const_element')?.firstNamedChild, text)),
    scoped_call_expression: route,
    member_call_expression: route,
  },
  payloads: { expression_statement: (node) => node.firstNamedChild ?? undefined },
  prefixes: new Set(['attribute_list']),
};
