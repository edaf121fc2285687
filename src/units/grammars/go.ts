import type { Node } from '@vscode/tree-sitter-wasm';
import {
  childrenOf,
  declared,
  firstString,
  named,
  namedChildrenOf,
  nameOf,
  routeOf,
  textOf,
  type Grammar,
  type Reader,
} from '../grammar';

const TEST_NAME = /^(?:Test|Benchmark|Fuzz|Example)(?![a-z])/u;

/** Behind the last name of a receiver, its blanks in ones: else a pattern could part them in three places in every way. */
const RECEIVER_TYPE = /(?<![\p{L}\p{N}_])(?<type>[\p{L}_][\p{L}\p{N}_]*) ?(?:\[[^\]]*\])? ?,? ?\)$/u;

/** The type without pointer and type arguments. */
function receiverOf(node: Node, text: string): string {
  return RECEIVER_TYPE.exec(nameOf(node.childForFieldName('receiver'), text))?.groups?.['type'] ?? '';
}

const call: Reader = (node, text) => {
  const callee = node.childForFieldName('function');
  const first = firstString(node.childForFieldName('arguments'), text);
  if (callee?.type !== 'selector_expression' || first === undefined) {
    return undefined;
  }
  const word = nameOf(callee.childForFieldName('field'), text);
  if (word === 'Run' && /^[tb]$/u.test(nameOf(callee.childForFieldName('operand'), text))) {
    return declared('test', first);
  }
  return routeOf(word, first);
};

/** The declaration of one name; a group in parentheses is none. */
function single(node: Node): Node | undefined {
  const specs = namedChildrenOf(node).filter(({ type }) => /_spec$|^type_alias$/u.test(type));
  return specs.length === 1 && !childrenOf(node).some(({ type }) => type === '(') ? specs[0] : undefined;
}

export const go: Grammar = {
  name: 'go',
  declarations: {
    package_clause: (node, text) => declared('package', nameOf(node.firstNamedChild, text)),
    function_declaration: (node, text) => {
      const name = nameOf(node.childForFieldName('name'), text);
      return declared(TEST_NAME.test(name) && textOf(node, text).includes('testing.') ? 'test' : 'function', name);
    },
    method_declaration: (node, text) => {
      const receiver = receiverOf(node, text);
      const name = nameOf(node.childForFieldName('name'), text);
      return declared('method', receiver === '' ? name : `${receiver}.${name}`);
    },
    type_spec: named('type'),
    type_alias: named('type'),
    const_spec: named('constant', 'name', 'value'),
    var_spec: named('variable', 'name', 'value'),
    method_elem: named('method'),
    call_expression: call,
  },
  payloads: {
    type_declaration: single,
    const_declaration: single,
    var_declaration: single,
    expression_statement: (node) => node.firstNamedChild ?? undefined,
  },
};
