import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageForPath } from '../../../src/annotations/languages';
import { english } from '../../../src/base/message';
import { mayBeWriting } from '../../../src/language/writingPlace';
import { LineMap } from '../../../src/base/text';
import { completionsAt } from '../../../src/language/completion';
import { completionMarkdown, type Completions } from '../../../src/language/completionItem';
import { annotationsOf, catalogOf, traceOf } from '../trace/fixtures';

const CURSOR = '│';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.17, title: Ancienne, obsolete: true }
  - id: SC.SSI/GEN.18
    title: Sauvegarde des données de santé
    scenarios: [{ id: SC.SSI/GEN.18.01, text: Restaurer, proofs: [{ id: SC.SSI/GEN.18.01.01, kind: capture, text: Un écran }] }]
  - { id: SC.SSI/GEN.19, title: Restauration }
  - { id: SC.SSI/GEN.20, title: Journaux, needs: [code] }
  - { id: SC.SSI/GEN.21 BIS, title: Horodatage }
  - { id: EXI EDC PSC 102-6, title: Identité }
  - { id: SC.SSI/IAM.20, title: Comptes }
faq:
  - { id: a01, subject: Courte, answer: La réponse courte., requirements: [{ id: SC.SSI/GEN.18, match: cited }] }
  - { id: a02, subject: Famille, answer: Pour toutes., requirements: [{ id: SC.SSI/GEN.18, match: family }] }
`);

interface Options {
  readonly path?: string;
  readonly marker?: string;
  readonly french?: boolean;
  readonly offersMarker?: boolean;
  readonly files?: Readonly<Record<string, string>>;
}

function request(marked: string, options: Options) {
  const { path = 'src/a.ts', marker = '@segur', french = false, offersMarker = true, files = {} } = options;
  const offset = marked.indexOf(CURSOR);
  const text = marked.replace(CURSOR, '');
  const trace = traceOf(catalog, { files });
  const language = languageForPath(path);
  const { annotations: neighbours } = annotationsOf(path, text);
  return { text, offset, path, language, marker, neighbours, trace, catalog, t: english, french, offersMarker };
}

function complete(marked: string, options: Options = {}): Completions | undefined {
  return completionsAt(request(marked, options));
}

function sorted(marked: string, options: Options = {}): readonly string[] {
  const items = [...(complete(marked, options)?.items ?? [])];
  return items.sort((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ label }) => label);
}

/** The text once the item of a label is taken, as the editor does without replacing what follows the cursor. */
function accepted(marked: string, label: string, options: Options & { replacing?: boolean } = {}): string {
  const found = complete(marked, options);
  const item = found?.items.find((candidate) => candidate.label === label);
  assert.ok(found !== undefined && item !== undefined, `${label} is not offered`);
  const text = marked.replace(CURSOR, '');
  const lines = new LineMap(text);
  const range = options.replacing === true ? found.replacing : found.inserting;
  return text.slice(0, lines.offsetAt(range.start)) + item.insertText + text.slice(lines.offsetAt(range.end));
}

// @segur ST.EDT.04
describe('completion', () => {
  it('offers ids behind the marker, its verb and each comma', () => {
    for (const line of [
      '@segur │',
      '@segur verifies │',
      '@segur vérifie : │',
      '@segur GEN.20, │',
      '@segur todo GEN.20,│',
    ]) {
      assert.ok(sorted(`// ${line}\nrun();\n`).includes('SC.SSI/GEN.18'), line);
    }
  });

  it('replaces what is typed of the id, and all of its word where the editor replaces', () => {
    assert.equal(accepted('// @segur GEN.1│\n', 'SC.SSI/GEN.18'), '// @segur SC.SSI/GEN.18\n');
    assert.equal(accepted('// @segur GEN.20, sauv│ - n\n', 'SC.SSI/GEN.18'), '// @segur GEN.20, SC.SSI/GEN.18 - n\n');
    const middle = '/* @segur GE│N.20~2024*/\n';
    assert.equal(accepted(middle, 'SC.SSI/GEN.18', { replacing: true }), '/* @segur SC.SSI/GEN.18~2024*/\n');
  });

  it('writes the blank that is missing behind the marker and the comma', () => {
    assert.equal(accepted('// @segur│\nrun();\n', 'SC.SSI/GEN.18'), '// @segur SC.SSI/GEN.18\nrun();\n');
    assert.equal(accepted('// @segur GEN.20,│\n', 'SC.SSI/GEN.18'), '// @segur GEN.20, SC.SSI/GEN.18\n');
    assert.equal(accepted('/* @segur│*/\n', 'partial'), '/* @segur partial */\n');
  });

  it('goes on with a list in the next line of the comment', () => {
    assert.equal(
      accepted('// @segur GEN.20,\n// GEN.19, │\n', 'SC.SSI/GEN.18'),
      '// @segur GEN.20,\n// GEN.19, SC.SSI/GEN.18\n',
    );
    assert.equal(
      accepted('/**\r\n * @segur GEN.20,\r\n * g│\r\n */\r\n', 'SC.SSI/GEN.18'),
      '/**\r\n * @segur GEN.20,\r\n * SC.SSI/GEN.18\r\n */\r\n',
    );
    assert.equal(complete('// @segur GEN.20\n// then, │\n'), undefined);
  });

  it('offers nothing in code, strings, quotes, ignored parts and comments without the marker', () => {
    for (const text of [
      'run(a, │);\n// @segur GEN.20\n',
      "const text = '@segur │';\n",
      '// the word `@segur │` is quoted\n',
      '// @segur:off\n// @segur │\n',
      '// @segur:│\n',
      '// some prose, │\n',
      '// user@segur │\n',
      '// @segur GEN.20\nf(a,\n  │);\n',
      '@segur │\n',
    ]) {
      assert.equal(complete(text), undefined, text);
    }
  });

  it('offers nothing once a note has begun', () => {
    for (const line of [
      'GEN.20 │',
      'GEN.20 and│',
      'GEN.20 - │',
      'GEN.20 - one, │',
      'GEN.20: as said, │',
      'GEN.20~ │',
      'GEN.20 - about~│',
      'GEN.20, as │',
      '- │',
      '(│',
    ]) {
      assert.equal(complete(`// @segur ${line}\nrun();\n`), undefined, line);
    }
  });

  it('goes on over the blanks of ids of several words and of titles', () => {
    assert.equal(accepted('// @segur EXI EDC │\n', 'EXI EDC PSC 102-6'), '// @segur EXI EDC PSC 102-6\n');
    assert.equal(accepted('// @segur GEN.21 B│\n', 'SC.SSI/GEN.21 BIS'), '// @segur SC.SSI/GEN.21 BIS\n');
    assert.equal(accepted('// @segur sauvegarde donnees│\n', 'SC.SSI/GEN.18'), '// @segur SC.SSI/GEN.18\n');
    assert.equal(complete('// @segur sauvegarde maison│\n'), undefined);
  });

  it('reads texts of any language and any marker', () => {
    const offered = (text: string, options: Options): boolean => sorted(text, options).includes('SC.SSI/GEN.18');
    assert.ok(offered('x = 1  # @segur │', { path: 'a.py' }));
    assert.ok(offered('<p>\n<!-- @segur │-->\n', { path: 'a.html' }));
    assert.ok(offered('// @segur │', { path: 'a.unheardof' }));
    assert.ok(offered('// REQ: │', { marker: 'REQ:' }));
    assert.equal(complete('// @segur │', { marker: 'REQ:' }), undefined);
    assert.equal(accepted('// [impl->│', 'SC.SSI/GEN.18', { marker: '[impl->' }), '// [impl->SC.SSI/GEN.18');
  });

  it('sorts by the neighbourhood: the file, nearest first, verbs, the folder, gaps, the rest, obsolete ones', () => {
    const files = {
      'src/b.ts': '// @segur SC.SSI/IAM.20\nrun();\n',
      'lib/c.ts': '// @segur SC.SSI/GEN.20\nrun();\n',
    };
    assert.deepEqual(sorted('// @segur GEN.18\nrun();\n\n// @segur │\n// @segur GEN.19\n', { files }), [
      'SC.SSI/GEN.19',
      'SC.SSI/GEN.18',
      'implements',
      'verifies',
      'partial',
      'todo',
      'SC.SSI/IAM.20',
      'SC.SSI/GEN.21 BIS',
      'EXI EDC PSC 102-6',
      'SC.SSI/GEN.20',
      'SC.SSI/GEN.17',
    ]);
  });

  it('offers the revision of the catalogue behind the `~` of an id, and says what a pin means', () => {
    assert.equal(accepted('// @segur GEN.20~│ - note\n', '2026'), '// @segur GEN.20~2026 - note\n');
    assert.equal(
      accepted('// @segur GEN.19,\n// GEN.20~2│024, GEN.18\n', '2026', { replacing: true }),
      '// @segur GEN.19,\n// GEN.20~2026, GEN.18\n',
    );
    const [item] = complete('// @segur GEN.20~│\n')?.items ?? [];
    assert.match(item?.documentation ?? '', /SC\.SSI\/GEN\.20 is at revision 2026[^]*outdated/u);
    for (const text of ['const a = b~│;\n', "'@segur GEN.20~│'\n", '// GEN.20~│\n', '// @segur GEN.20 ~│\n']) {
      assert.equal(complete(text), undefined, text);
    }
    assert.deepEqual(complete('// @segur NOBODY.1~│\n')?.items, []);
  });

  it('leaves out what the annotation names already', () => {
    const labels = sorted('// @segur GEN.18, │, IAM.20\n');
    assert.ok(!labels.includes('SC.SSI/GEN.18') && !labels.includes('SC.SSI/IAM.20'));
    assert.ok(labels.includes('SC.SSI/GEN.19'));
  });

  it('offers the scenarios and proofs of a requirement once it is typed', () => {
    const labels = sorted('// @segur GEN.18.│\n');
    assert.ok(labels.includes('SC.SSI/GEN.18.01') && labels.includes('SC.SSI/GEN.18.01.01'));
    assert.ok(!sorted('// @segur GEN.│\n').includes('SC.SSI/GEN.18.01'));
  });

  it('offers verbs in the language of the interface, right behind the marker alone', () => {
    const verbs = (marked: string, french: boolean): readonly string[] =>
      (complete(marked, { french })?.items ?? []).filter(({ kind }) => kind === 'verb').map(({ label }) => label);
    assert.deepEqual(verbs('// @segur │\n', true), ['implémente', 'vérifie', 'partiel', 'à-faire']);
    assert.deepEqual(verbs('// @segur ve│\n', false), ['implements', 'verifies', 'partial', 'todo']);
    assert.deepEqual(verbs('// @segur partial │\n', false), []);
    assert.deepEqual(verbs('// @segur GEN.18, │\n', false), []);
  });

  it('is found by id, short form and title, with or without accents', () => {
    const item = complete('// @segur │\n')?.items.find(({ label }) => label === 'SC.SSI/GEN.18');
    assert.equal(item?.filterText, 'SC.SSI/GEN.18 GEN.18 Sauvegarde des données de santé donnees sante');
  });

  it('completes the marker where it would start an annotation, in folders that use it', () => {
    assert.equal(accepted('// @│\nrun();\n', '@segur'), '// @segur \nrun();\n');
    assert.equal(accepted('/** @seg│ */\n', '@segur'), '/** @segur  */\n');
    assert.equal(complete('// @│\n', { offersMarker: false }), undefined);
    for (const text of ['@│\nclass A {}\n', "const a = '@s│';\n", '// user@│\n', '// @se│e\n', '// │\n', '│']) {
      assert.equal(complete(text), undefined, text);
    }
  });

  it('tells state and guidance of an item when asked', () => {
    const asked = request('// @segur │\n', {});
    const item = completionsAt(asked)?.items.find(({ label }) => label === 'SC.SSI/GEN.18');
    assert.ok(item);
    assert.match(item.detail, /Missing/u);
    const text = completionMarkdown(item, asked.trace, english);
    assert.match(text, /Sauvegarde des données de santé/u);
    assert.match(text, /> La réponse courte\./u);
    assert.match(text, /^Other answers of the FAQ: Famille$/mu);
  });

  it('looks no further than two lines where no annotation can be written', () => {
    assert.equal(mayBeWriting('const a = b.', 'const b = { c: 1 };', '@segur'), false);
    assert.equal(mayBeWriting('// @', '', '@segur'), true);
    assert.equal(mayBeWriting('// ', '// @segur SC.SSI/GEN.18, ', '@segur'), true);
  });

  it('never throws, and keeps the cursor inside what it replaces', () => {
    const piece = fc.constantFrom(
      '// ',
      '@segur',
      ' ',
      ',',
      'GEN.18',
      'todo',
      '\n',
      '\r\n',
      '*/',
      '/* ',
      '~',
      "'",
      '`',
      '-',
      ':',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), (pieces, place) => {
        const text = pieces.join('');
        const offset = place % (text.length + 1);
        const found = complete(`${text.slice(0, offset)}${CURSOR}${text.slice(offset)}`);
        if (found !== undefined) {
          const lines = new LineMap(text);
          const { inserting, replacing } = found;
          assert.equal(lines.offsetAt(inserting.end), offset);
          // The two lines that are looked at first must have let it through.
          const above = text.slice(0, offset).split(/\r\n|\r|\n/u);
          assert.ok(mayBeWriting(above.pop() ?? '', above.pop() ?? '', '@segur'));
          assert.deepEqual(inserting.start, replacing.start);
          assert.equal(inserting.start.line, replacing.end.line);
          assert.ok(lines.offsetAt(replacing.end) >= offset);
        }
      }),
      { numRuns: 400 },
    );
  });
});
