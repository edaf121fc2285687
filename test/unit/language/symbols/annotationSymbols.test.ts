import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../../src/base/message';
import { compare, LineMap } from '../../../../src/base/text';
import { annotationSymbols } from '../../../../src/language/symbols/annotationSymbols';
import { annotationsOf, catalogOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.A.1, title: Sauvegarde, needs: [code] }
  - { id: SC.A.2, title: Restauration, needs: [code, proof] }
  - { id: SC.A.3, title: Ancienne, needs: [code], obsolete: true, scenarios: [{ id: SC.A.3.01 }] }
`);

function symbols(text: string, verb: 'implements' | 'verifies' = 'implements') {
  const file = annotationsOf('src/a.ts', text);
  return annotationSymbols(file, verb, { catalog, trace: traceOf(catalog, { files: { 'src/a.ts': text } }) }, english);
}

const shown = (text: string, verb?: 'implements' | 'verifies') =>
  symbols(text, verb).map(({ name, detail }) => `${name} | ${detail}`);

describe('annotations in the outline', () => {
  it('are told by id and title, verb and state', () => {
    assert.deepEqual(shown('// @segur SC.A.1\nrun();\n// @segur partial SC.A.2\nstop();\n'), [
      'SC.A.1 Sauvegarde | implements · satisfied',
      'SC.A.2 Restauration | partial · partial',
    ]);
  });

  it('have the ids alone where there are several, and the state that asks for work most', () => {
    assert.deepEqual(shown('// @segur SC.A.1, SC.A.2\nrun();\n'), ['SC.A.1, SC.A.2 | implements · partial']);
    assert.deepEqual(shown('// @segur SC.A.1-2\nrun();\n'), ['SC.A.1-2 | implements · partial']);
  });

  it('are written in full, whatever the spelling, down to the scenario', () => {
    assert.deepEqual(shown('// @segur sc.a.1, SC.A.1\nrun();\n'), ['SC.A.1 Sauvegarde | implements · satisfied']);
    assert.deepEqual(shown('// @segur SC.A.3.01\nrun();\n'), ['SC.A.3.01 Ancienne | implements · obsolete']);
  });

  it('have the verb of their file where they name none', () => {
    assert.deepEqual(shown('// @segur SC.A.1\nrun();\n', 'verifies'), ['SC.A.1 Sauvegarde | verifies · satisfied']);
  });

  it('say so of ids that no catalogue knows', () => {
    assert.deepEqual(shown('// @segur SC.Z.9\nrun();\n'), ['SC.Z.9 | implements · unknown requirement']);
  });

  it('name the code that they speak of', () => {
    const text = '// @segur SC.A.1\nfunction run() {}\n';
    const file = annotationsOf('src/a.ts', text);
    const annotations = file.annotations.map((annotation) => ({
      ...annotation,
      unit: { kind: 'function', name: 'run', startLine: 1, endLine: 1 },
    }));
    const known = { catalog, trace: traceOf(catalog, { files: { 'src/a.ts': text } }) };
    const [symbol] = annotationSymbols({ ...file, annotations }, 'implements', known, english);
    assert.equal(symbol?.detail, 'implements · satisfied · run');
  });

  it('lead to the first id, and are none of an annotation without ids', () => {
    const text = 'run(); // @segur implements SC.A.1 - une note\n// @segur\n';
    const [symbol, ...others] = symbols(text);
    assert.deepEqual(others, []);
    const lines = new LineMap(text);
    const at = (range: { start: { line: number; character: number }; end: { line: number; character: number } }) =>
      text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    assert.equal(symbol && at(symbol.selection), 'SC.A.1');
    assert.equal(symbol && at(symbol.range), '@segur implements SC.A.1 - une note');
  });

  it('are what VS Code takes: a name, and the place to go to inside the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('@segur', ' SC.A.1', ',', '\n// ', '~2', ' - x', ' todo', 'é', '  ')),
        (parts) => {
          for (const { name, range, selection } of symbols(`// ${parts.join('')}\nrun();\n`)) {
            assert.notEqual(name, '');
            assert.ok(compare(range.start, selection.start) <= 0 && compare(selection.end, range.end) <= 0);
          }
        },
      ),
    );
  });
});
