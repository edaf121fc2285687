import { strict as assert } from 'node:assert';
import { languageForPath } from '../../../src/annotations/languages';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import type { Verb } from '../../../src/annotations/model';
import { annotate, type AnnotateResult, type CommentTokens } from '../../../src/language/annotate';

const CURSOR = '│';

interface Options {
  readonly ids?: readonly string[];
  readonly verb?: Verb;
  readonly defaultVerb?: Verb;
  readonly comment?: CommentTokens;
  readonly path?: string;
}

function run(marked: string, options: Options = {}): { result: AnnotateResult; text: string } {
  const offset = marked.indexOf(CURSOR);
  const text = marked.replace(CURSOR, '');
  const line = marked.slice(0, offset).split(/\r\n|\n/u).length - 1;
  const defaultVerb = options.defaultVerb ?? 'implements';
  const result = annotate({
    text,
    language: languageForPath(options.path ?? 'a.ts'),
    marker: '@segur',
    line,
    ids: options.ids ?? ['SC.SSI/GEN.18'],
    verb: options.verb ?? defaultVerb,
    defaultVerb,
    ...(options.comment === undefined ? {} : { comment: options.comment }),
  });
  return { result, text };
}

/** The text after the edit. */
function edited(marked: string, options: Options = {}): string {
  const { result, text } = run(marked, options);
  assert.equal(result.kind, 'insert');
  const { position, newText } = result.insertion;
  const lines = text.split('\n');
  const offset = lines.slice(0, position.line).reduce((sum, line) => sum + line.length + 1, 0) + position.character;
  return text.slice(0, offset) + newText + text.slice(offset);
}

// @segur ST.EDT.03
describe('annotate', () => {
  it('writes a comment above the statement, with its indentation', () => {
    assert.equal(edited('class A {\n  veri│fy() {}\n}\n'), 'class A {\n  // @segur SC.SSI/GEN.18\n  verify() {}\n}\n');
  });

  it('goes above the first line of a statement of several lines', () => {
    assert.equal(
      edited('const a = list\n  .filter(Boolean)\n  .m│ap(String);\n'),
      '// @segur SC.SSI/GEN.18\nconst a = list\n  .filter(Boolean)\n  .map(String);\n',
    );
  });

  it('goes above decorators and attributes', () => {
    assert.equal(
      edited('  @Override\n  public void ru│n() {}\n', { path: 'A.java' }),
      '  // @segur SC.SSI/GEN.18\n  @Override\n  public void run() {}\n',
    );
  });

  it('writes the verb only where it is not the default of the file', () => {
    assert.match(edited('it│();\n', { verb: 'verifies', defaultVerb: 'verifies' }), /^\/\/ @segur SC\.SSI\/GEN\.18\n/u);
    assert.match(edited('it│();\n', { verb: 'partial' }), /^\/\/ @segur partial SC\.SSI\/GEN\.18\n/u);
  });

  it('extends the annotation that is there', () => {
    assert.equal(
      edited('// @segur SC.SSI/IE.31 - the reason\nru│n();\n'),
      '// @segur SC.SSI/IE.31, SC.SSI/GEN.18 - the reason\nrun();\n',
    );
  });

  it('extends after a pinned revision', () => {
    assert.equal(
      edited('// @segur SC.SSI/IE.31~2024\nru│n();\n'),
      '// @segur SC.SSI/IE.31~2024, SC.SSI/GEN.18\nrun();\n',
    );
  });

  it('extends an annotation in the documentation block of the declaration', () => {
    const before = '/**\n * Checks.\n * @segur SC.SSI/IE.31\n */\nfunction ru│n() {}\n';
    assert.equal(edited(before), before.replace('│', '').replace('IE.31', 'IE.31, SC.SSI/GEN.18'));
  });

  it('leaves an annotation of another verb, and one of another statement, alone', () => {
    assert.equal(
      edited('// @segur todo SC.SSI/IE.31\nru│n();\n'),
      '// @segur todo SC.SSI/IE.31\n// @segur SC.SSI/GEN.18\nrun();\n',
    );
    assert.equal(
      edited('// @segur SC.SSI/IE.31\nrun();\nsto│p();\n'),
      '// @segur SC.SSI/IE.31\nrun();\n// @segur SC.SSI/GEN.18\nstop();\n',
    );
  });

  it('says so when the id is there already, in whatever spelling', () => {
    assert.equal(run('// @segur ssi/gen.18\nru│n();\n', { ids: ['ssi/GEN.18'] }).result.kind, 'already-there');
  });

  it('keeps CRLF line ends', () => {
    assert.equal(edited('run();\r\nst│op();\r\n'), 'run();\r\n// @segur SC.SSI/GEN.18\r\nstop();\r\n');
  });

  it('never writes into a template literal: it moves above the statement', () => {
    assert.equal(
      edited('const a = `\nfirst\nsec│ond\n`;\n'),
      '// @segur SC.SSI/GEN.18\nconst a = `\nfirst\nsecond\n`;\n',
    );
  });

  const languages: [string, string, string][] = [
    ['a.py', 'def f():\n    re│turn 1\n', '    # @segur SC.SSI/GEN.18'],
    ['a.sql', 'CREATE TA│BLE t (a int);\n', '-- @segur SC.SSI/GEN.18'],
    ['a.html', '<body>\n  <form ac│tion="x"></form>\n</body>\n', '  <!-- @segur SC.SSI/GEN.18 -->'],
    ['a.css', '.a { co│lor: red }\n', '/* @segur SC.SSI/GEN.18 */'],
    ['a.yaml', 'a:\n  b: │1\n', '  # @segur SC.SSI/GEN.18'],
    ['a.lua', 'loc│al a = 1\n', '-- @segur SC.SSI/GEN.18'],
    ['a.hs', 'ma│in = print 1\n', '-- @segur SC.SSI/GEN.18'],
    ['a.vb', 'Dim│ a As Integer\n', "' @segur SC.SSI/GEN.18"],
    ['a.erl', 'f() │-> 1.\n', '% @segur SC.SSI/GEN.18'],
    ['notes.md', 'A paragr│aph.\n', '<!-- @segur SC.SSI/GEN.18 -->'],
    ['notes.txt', 'A paragr│aph.\n', '@segur SC.SSI/GEN.18'],
  ];
  for (const [path, marked, expected] of languages) {
    it(`uses the comments of ${path.split('.').at(-1) ?? ''} files, and what it wrote reads back`, () => {
      const text = edited(marked, { path });
      assert.ok(text.split('\n').includes(expected), text);
      const { annotations } = parseAnnotations(text, { language: languageForPath(path), marker: '@segur' });
      assert.deepEqual(
        annotations.map((annotation) => annotation.ids.map((id) => id.raw)),
        [['SC.SSI/GEN.18']],
      );
    });
  }

  it('writes a JSX comment between JSX children', () => {
    const text = edited('const a = (\n  <div>\n    <Fo│rm />\n  </div>\n);\n', { path: 'a.tsx' });
    const { annotations } = parseAnnotations(text, { language: languageForPath('a.tsx'), marker: '@segur' });
    assert.equal(annotations.length, 1);
  });

  it('uses the comment syntax that only the editor knows', () => {
    const text = edited('DO │SOMETHING\n', { path: 'a.unknownlanguage', comment: { line: '#' } });
    assert.equal(text, '# @segur SC.SSI/GEN.18\nDO SOMETHING\n');
  });
});
