import assert from 'node:assert/strict';
import { english } from '../../../src/base/message';
import { lensesOf, lensWords, otherPlaces, type Lens, type LensWords } from '../../../src/language/lenses';
import { annotationsOf, catalogOf, decisionOf, proofOf, traceOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.A.1, title: Un, needs: [code] }
  - { id: SC.A.2, title: Deux, needs: [code, test, proof] }
  - id: SC.A.3
    title: Trois
    needs: [proof]
    scenarios: [{ id: SC.A.3.01, proofs: [{ id: SC.A.3.01.01, kind: capture, text: Un }, { id: SC.A.3.01.02, kind: video, text: Deux }] }]
  - { id: SC.A.4, title: Quatre, obsolete: true }
`);

const path = 'src/a.ts';
const elsewhere = { 'src/b.ts': '// @segur SC.A.1\nb();\n', 'test/b.ts': '// @segur SC.A.1\nc();\n' };

interface Shown extends LensWords {
  readonly kind: Lens['kind'];
  readonly line: number;
}

function lenses(text: string, parts: Parameters<typeof traceOf>[1] & object = {}): Shown[] {
  const known = { catalog, trace: traceOf(catalog, { ...parts, files: { ...parts.files, [path]: text } }) };
  return lensesOf(annotationsOf(path, text, catalog), path, known).map((lens) => {
    const words = lensWords(lens, path, known, english);
    assert.ok(words);
    return { kind: lens.kind, line: lens.position.line, ...words };
  });
}

const titles = (...args: Parameters<typeof lenses>): string[] => lenses(...args).map(({ title }) => title);

// @segur ST.EDT.06
describe('the lenses above an annotation', () => {
  it('tell the state, with its icon, and lead to the requirement', () => {
    const [state, ...others] = lenses('run();\n// @segur SC.A.1\nrun();\n');
    assert.deepEqual(others, []);
    assert.deepEqual(state, {
      kind: 'state',
      line: 1,
      title: 'Satisfied',
      state: 'satisfied',
      tooltip: 'SC.A.1 — Un\n  Satisfied',
      action: { kind: 'show-requirement', requirement: 'SC.A.1' },
    });
  });

  it('say in a few words what is missing, and leave undeclared proofs to their count', () => {
    const shown = lenses('// @segur SC.A.2\nrun();\n');
    assert.deepEqual(
      shown.map(({ title }) => title),
      ['Partial: no test', '0/1 proofs'],
    );
    assert.match(shown[0]?.tooltip ?? '', /no test verifies it\n {2}– no proof/u);
    assert.deepEqual(titles('// @segur todo SC.A.2\nrun();\n')[0], 'Partial: no code, no test…');
  });

  it('count the other places, and not those that they stand above', () => {
    assert.deepEqual(titles('// @segur SC.A.1\nrun();\n', { files: elsewhere }), ['Satisfied', '2 other places']);
    assert.deepEqual(titles('// @segur SC.A.1\nrun();\n', { files: { 'src/b.ts': elsewhere['src/b.ts'] } }), [
      'Satisfied',
      '1 other place',
    ]);
    const twice = '// @segur SC.A.1\nrun();\n// @segur SC.A.1\nstop();\n';
    assert.deepEqual(titles(twice), ['Satisfied', '1 other place', 'Satisfied', '1 other place']);
  });

  it('lead to those other places, each line once', () => {
    const text = '// @segur SC.A.1, SC.A.2\nrun();\n';
    const files = { ...elsewhere, [path]: text, 'src/c.ts': '// @segur SC.A.1, SC.A.2\nd();\n' };
    const known = { catalog, trace: traceOf(catalog, { files }) };
    const [lens] = lensesOf(annotationsOf(path, text), path, known);
    assert.ok(lens);
    assert.deepEqual(
      otherPlaces(lens, path, known).map((link) => link.file),
      ['src/b.ts', 'src/c.ts', 'test/b.ts'],
    );
  });

  it('count proofs up to what the catalogue expects, and lead to their declaration', () => {
    assert.deepEqual(titles('// @segur SC.A.3\nrun();\n'), ['Partial', '0/2 proofs']);
    const range = { start: { line: 7, character: 2 }, end: { line: 9, character: 0 } };
    const some = lenses('// @segur SC.A.3\nrun();\n', { proofs: [proofOf('SC.A.3.01.02', 'ok', { range })] });
    assert.equal(some[1]?.title, '1/2 proofs');
    assert.deepEqual(some[1].action, { kind: 'open-proof', range });
    assert.deepEqual(titles('// @segur SC.A.3\nrun();\n', { proofs: [proofOf('SC.A.3')] }), ['Satisfied', '1 proof']);
  });

  it('say what is wrong with a declared proof', () => {
    assert.deepEqual(titles('// @segur SC.A.3\nrun();\n', { proofs: [proofOf('SC.A.3', 'expired')] }), [
      'Partial: proof expired',
      '0/2 proofs',
    ]);
  });

  it('make one line of several ids: how many stand how, most urgent first', () => {
    const [state] = lenses('// @segur SC.A.1, SC.A.2, SC.A.3\nrun();\n');
    assert.equal(state?.title, 'Partial (2), Satisfied (1)');
    assert.equal(state.state, 'partial');
    assert.deepEqual(state.action, { kind: 'show-requirement', requirement: 'SC.A.2' });
    assert.match(state.tooltip, /SC\.A\.1 — Un[^]*SC\.A\.2 — Deux[^]*SC\.A\.3 — Trois/u);
  });

  it('make one line of annotations that follow each other on one piece of code, and two of annotations apart', () => {
    const together = '// @segur SC.A.1\n// @segur todo SC.A.2\nrun();\n';
    assert.deepEqual(
      lenses(together).map(({ line }) => line),
      [0, 0],
    );
    const apart = '// @segur SC.A.1\nrun();\n// @segur SC.A.2\nstop();\n';
    assert.deepEqual(
      lenses(apart).map(({ line }) => line),
      [0, 2, 2],
    );
  });

  it('say of what is not asked for that it is not, and count no proofs of it', () => {
    assert.deepEqual(titles('// @segur SC.A.4\nrun();\n'), ['Obsolete']);
    const decided = lenses('// @segur SC.A.2\nrun();\n', { decisions: [decisionOf('SC.A.2')] });
    assert.deepEqual(
      decided.map(({ title }) => title),
      ['Not applicable'],
    );
    assert.match(decided[0]?.tooltip ?? '', /Hors périmètre/u);
  });

  it('are none above ids that no catalogue knows, and none without ids', () => {
    assert.deepEqual(titles('// @segur SC.Z.9\nrun();\n// @segur\nstop();\n'), []);
  });

  it('say nothing any more of requirements that left the catalogue', () => {
    const known = { catalog, trace: traceOf(catalog) };
    const lens: Lens = { kind: 'state', position: { line: 0, character: 0 }, lines: [0, 0], requirements: ['SC.A.99'] };
    assert.equal(lensWords(lens, path, known, english), undefined);
  });
});
