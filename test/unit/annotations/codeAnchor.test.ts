import assert from 'node:assert/strict';
import { read } from './read';

/** `line: snippet`, the line from 1, for each annotation. */
function anchors(text: string, id = 'typescript'): string[] {
  return read(text, id).annotations.map(({ anchor, snippet }) => `${anchor + 1}: ${snippet}`);
}

describe('the code next to an annotation', () => {
  it('is the code on its own line', () => {
    assert.deepEqual(anchors('f(); // @segur A-1\ng();'), ['1: f();']);
    assert.deepEqual(anchors('/* @segur A-1 */ f();\ng();'), ['1: f();']);
  });

  it('is else the next line of code, blank lines and other comments passed over', () => {
    assert.deepEqual(anchors('/**\n * @segur A-1\n */\n\n// more\n\n  f( a );\n'), ['7: f( a );']);
  });

  it('stands behind decorators, attributes and conditions of a preprocessor', () => {
    assert.deepEqual(anchors('// @segur A-1\n@Post("/x",\n  { a: 1 })\n@Guard\nsave() {}\n'), ['5: save() {}']);
    assert.deepEqual(anchors('// @segur A-1\n#[test]\nfn save() {}\n', 'rust'), ['3: fn save() {}']);
    assert.deepEqual(anchors('/* @segur A-1 */\n#ifdef X\nint save(void);\n', 'c'), ['3: int save(void);']);
  });

  it('is none where only a block ends: then the lines have no snippet', () => {
    assert.deepEqual(anchors('{\n  f();\n  // @segur A-1\n}\n'), ['4: ']);
    assert.deepEqual(anchors('} // @segur A-1\n\n'), ['1: ']);
  });

  it('is none far below: forty lines are no neighbourhood', () => {
    assert.deepEqual(anchors(`// @segur A-1\n${'\n'.repeat(60)}f();`), ['1: ']);
  });

  it('is the line itself in texts without code', () => {
    assert.deepEqual(anchors('# A\n\n- @segur A-1 done\n', 'markdown'), ['3: - @segur A-1 done']);
  });

  it('is the same for annotations one below the other', () => {
    assert.deepEqual(anchors('// @segur A-1\n// @segur A-2\n/* @segur A-3 */\nf();'), [
      '4: f();',
      '4: f();',
      '4: f();',
    ]);
  });

  it('is walked to once for thousands of comments in a row', () => {
    const text = `${'// @segur A-1\n\n'.repeat(20_000)}f();`;
    assert.equal(read(text).annotations.length, 20_000);
  });

  it('is shortened on endless lines', () => {
    const [annotation] = read(`${'x = 1; '.repeat(10_000)}// @segur A-1`).annotations;
    assert.equal(annotation?.snippet.length, 120);
    assert.ok(annotation.snippet.endsWith('…'));
  });
});
