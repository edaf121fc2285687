import assert from 'node:assert/strict';
import fc from 'fast-check';
import { titleHints } from '../../../src/language/inlayHints';
import { annotationsOf, catalogOf, traceOf } from '../trace/fixtures';

const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const catalog = catalogOf(`requirements:
  - { id: SC.A.1, title: Sauvegarde des données }
  - { id: SC.A.2, title: "Vérification de la coordonnée de contact, puis du second facteur d'authentification" }
`);

function hints(text: string, range = everywhere, of = catalog) {
  const known = { catalog: of, trace: traceOf(of, { files: { 'src/a.ts': text } }) };
  return titleHints(annotationsOf('src/a.ts', text), range, known);
}

describe('titles behind ids', () => {
  it('stand behind each id and its revision', () => {
    const text = '// @segur SC.A.1~2024, SC.A.2 - une note\nrun();\n';
    assert.deepEqual(
      hints(text).map(({ position, requirement }) => [position.line, text.slice(0, position.character), requirement]),
      [
        [0, '// @segur SC.A.1~2024', 'SC.A.1'],
        [0, '// @segur SC.A.1~2024, SC.A.2', 'SC.A.2'],
      ],
    );
  });

  it('are clipped at the end of a word', () => {
    assert.deepEqual(
      hints('// @segur SC.A.1, SC.A.2\nrun();\n').map(({ label }) => label),
      ['Sauvegarde des données', 'Vérification de la coordonnée de…'],
    );
  });

  it('are never longer than forty characters, and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }), (words) => {
        const of = catalogOf(`requirements: [{ id: SC.A.1, title: ${JSON.stringify(`x${words}`)} }]`);
        const [hint] = hints('// @segur SC.A.1\nrun();\n', everywhere, of);
        assert.ok(hint && hint.label.length >= 1 && hint.label.length <= 40);
        assert.doesNotMatch(hint.label, /\p{Cs}/u);
      }),
    );
  });

  it('are left out where the note says the title already, accents and case aside', () => {
    assert.deepEqual(hints('// @segur SC.A.1 - la SAUVEGARDE de toutes les donnees\nrun();\n'), []);
    assert.equal(hints('// @segur SC.A.1 - la sauvegarde\nrun();\n').length, 1);
  });

  it('are none behind ids that stand for several requirements, or for none', () => {
    assert.deepEqual(hints('// @segur SC.A.1-2\nrun();\n// @segur SC.Z.9\nstop();\n'), []);
  });

  it('are those of the lines that are asked for', () => {
    const text = '// @segur SC.A.1\nrun();\n// @segur SC.A.2\nstop();\n';
    const second = { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(
      hints(text, second).map(({ requirement }) => requirement),
      ['SC.A.2'],
    );
  });
});
