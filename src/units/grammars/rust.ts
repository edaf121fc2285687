import type { Node } from '@vscode/tree-sitter-wasm';
import { declared, named, nameOf, textOf, type Grammar } from '../grammar';

/** `#[test]`, `#[tokio::test]`, `#[rstest]` among the attributes above it. */
function isTest(node: Node, text: string): boolean {
  for (let above = node.previousSibling; above !== null; above = above.previousSibling) {
    if (above.type === 'attribute_item') {
      if (/^#\[\s*(?:[\w:]+::)?(?:test|rstest|test_case)\b/u.test(textOf(above, text))) {
        return true;
      }
    } else if (!above.isExtra) {
      return false;
    }
  }
  return false;
}

/** `&'a mut Map<K, V>` without all but `Map`. */
function bareType(type: Node | null): Node | null {
  let bare = type;
  while (bare?.type === 'reference_type' || bare?.type === 'generic_type') {
    bare = bare.childForFieldName('type');
  }
  return bare;
}

export const rust: Grammar = {
  name: 'rust',
  declarations: {
    function_item: (node, text) =>
      declared(isTest(node, text) ? 'test' : 'function', nameOf(node.childForFieldName('name'), text)),
    function_signature_item: named('function'),
    struct_item: named('struct'),
    union_item: named('union'),
    enum_item: named('enum'),
    trait_item: named('trait'),
    type_item: named('type'),
    associated_type: named('type'),
    mod_item: named('module'),
    const_item: named('constant', 'name', 'value'),
    static_item: named('variable', 'name', 'value'),
    macro_definition: named('macro'),
    impl_item: (node, text) => declared('implementation', nameOf(bareType(node.childForFieldName('type')), text)),
  },
  prefixes: new Set(['attribute_item']),
};
