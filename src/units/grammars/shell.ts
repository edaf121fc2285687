import { childOfType, declared, named, nameOf, type Grammar } from '../grammar';

export const bash: Grammar = {
  name: 'bash',
  declarations: {
    function_definition: named('function'),
    variable_assignment: named('variable', 'name', 'value'),
  },
  payloads: { declaration_command: (node) => childOfType(node, 'variable_assignment') },
};

export const powershell: Grammar = {
  name: 'powershell',
  declarations: {
    function_statement: (node, text) => declared('function', nameOf(childOfType(node, 'function_name'), text)),
    class_statement: (node, text) => declared('class', nameOf(childOfType(node, 'simple_name'), text)),
    enum_statement: (node, text) => declared('enum', nameOf(childOfType(node, 'simple_name'), text)),
    class_method_definition: (node, text) => declared('function', nameOf(childOfType(node, 'simple_name'), text)),
    class_property_definition: (node, text) => declared('variable', nameOf(childOfType(node, 'variable'), text)),
  },
};
