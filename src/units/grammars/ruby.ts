import { declared, firstString, named, nameOf, routeOf, type Grammar, type Reader } from '../grammar';

const TESTS = new Set(['describe', 'it', 'test', 'context', 'suite', 'specify', 'scenario', 'feature']);

const call: Reader = (node, text) => {
  const args = node.childForFieldName('arguments');
  const word = nameOf(node.childForFieldName('method'), text);
  if (args === null || node.childForFieldName('block') === null) {
    return undefined;
  }
  if (TESTS.has(word)) {
    const first = args.firstNamedChild;
    const isType = first?.type === 'constant' || first?.type === 'scope_resolution';
    return declared('test', firstString(args, text) ?? (isType ? nameOf(first, text) : ''));
  }
  return routeOf(word, firstString(args, text));
};

const method: Reader = (node, text) => {
  const name = nameOf(node.childForFieldName('name'), text);
  const isTest =
    name.startsWith('test_') && nameOf(node.parent?.parent?.childForFieldName('superclass'), text).includes('Test');
  return declared(isTest ? 'test' : 'function', name);
};

export const ruby: Grammar = {
  name: 'ruby',
  declarations: {
    module: named('module'),
    class: named('class'),
    method,
    singleton_method: named('function'),
    assignment: (node, text) => {
      const left = node.childForFieldName('left');
      return left?.type === 'constant' ? declared('constant', nameOf(left, text), 'value') : undefined;
    },
    call,
  },
};
