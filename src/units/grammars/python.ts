import type { Node } from '@vscode/tree-sitter-wasm';
import { declared, named, nameOf, textOf, type Grammar } from '../grammar';

/** By name, and because it asserts something. */
function isTest(node: Node, name: string, text: string): boolean {
  return /^test(?:_|[A-Z0-9]|$)/u.test(name) && /\bassert|\braises\b|\bfail\w*\(/u.test(textOf(node, text));
}

export const python: Grammar = {
  name: 'python',
  byIndentation: true,
  hiddenComments: '#',
  declarations: {
    function_definition: (node, text) => {
      const name = nameOf(node.childForFieldName('name'), text);
      return declared(isTest(node, name, text) ? 'test' : 'function', name);
    },
    class_definition: named('class'),
    type_alias_statement: named('type', 'left'),
    assignment: (node, text) => {
      const left = node.childForFieldName('left');
      if (left?.type !== 'identifier') {
        return undefined;
      }
      return node.childForFieldName('right')?.type === 'lambda'
        ? declared('function', nameOf(left, text))
        : declared('variable', nameOf(left, text), 'value');
    },
  },
  payloads: {
    decorated_definition: (node) => node.childForFieldName('definition') ?? undefined,
    expression_statement: (node) => node.firstNamedChild ?? undefined,
  },
  prefixes: new Set(['decorator']),
};
