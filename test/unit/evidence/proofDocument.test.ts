import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { documentSections, readChecklist } from '../../../src/evidence/proofDocument';

const sections = (...lines: readonly string[]) =>
  documentSections(lines.join('\n')).map(({ heading, state, item }) => [
    heading,
    state,
    ...(item === undefined ? [] : [item]),
  ]);

const checklist = [
  { id: 'raci', text: 'Les acteurs et leurs rôles' },
  { id: 'lieu-stockage', text: 'Le lieu de stockage' },
];
const read = (...lines: readonly string[]) => readChecklist(documentSections(lines.join('\n')), checklist);

// @segur ST.PRF.04
describe('reading a proof document', () => {
  it('tells sections with text from empty and unfinished ones', () => {
    assert.deepEqual(
      sections('intro', '# A', 'text', '## B', '', '### C ##', '<!-- note -->', '## D', 'À compléter : x'),
      [
        ['A', 'filled'],
        ['B', 'empty'],
        ['C', 'empty'],
        ['D', 'unfinished'],
      ],
    );
  });

  it('takes no line of a code block for a heading or for a mark, and counts it as text', () => {
    assert.deepEqual(sections('# A', '```sh', '# not a heading', 'TODO', '```', '# B', '~~~', '```', '# no', '~~~'), [
      ['A', 'filled'],
      ['B', 'filled'],
    ]);
    assert.deepEqual(sections('# A', '`````', '```', '# no', '`````', '# B'), [
      ['A', 'filled'],
      ['B', 'empty'],
    ]);
  });

  it('takes nothing in a comment for text, over several lines too', () => {
    assert.deepEqual(sections('# A', '<!-- one', '# no', 'TODO', '--> ', '# B', 'x <!-- TODO --> y'), [
      ['A', 'empty'],
      ['B', 'filled'],
    ]);
  });

  it('is not a heading without a blank after the marks, or indented as code', () => {
    assert.deepEqual(sections('# A', '#hashtag', '    # code', '####### seven'), [['A', 'filled']]);
  });

  it('knows the item of a section by a comment, by its id or by its text', () => {
    assert.deepEqual(read('## Qui fait quoi', '<!-- point: RACI — guide -->', 'x'), {
      answered: ['raci'],
      unfinished: [],
    });
    assert.deepEqual(read('## Matrice R.A.C.I. (RACI)', 'x', '## Lieu de stockage', 'y').answered, [
      'raci',
      'lieu-stockage',
    ]);
    assert.deepEqual(read('## les acteurs, et leurs ROLES', 'x').answered, ['raci']);
    assert.deepEqual(read('## Stockage', 'x'), { answered: [], unfinished: [] });
    assert.deepEqual(read('## RACI', '<!-- point: lieu-stockage -->', 'x').answered, ['lieu-stockage']);
  });

  it('takes an item for unfinished while one of its sections says so', () => {
    assert.deepEqual(read('## RACI', 'x', '## RACI, suite', 'TODO'), { answered: [], unfinished: ['raci'] });
    assert.deepEqual(read('## RACI', '## RACI (détail)', 'x').answered, ['raci']);
    assert.deepEqual(read('## RACI').unfinished, ['raci']);
  });

  it('reads the procedure of the demonstration as its authors declared it', () => {
    const text = readFileSync(
      join(__dirname, '../../../examples/dossier-patient/preuves/GEN.21/procedure-sauvegarde.md'),
      'utf8',
    );
    const ids = ['raci', 'frequence', 'plan', 'perimetre', 'stockage', 'methodes', 'securite', 'tests'];
    assert.deepEqual(
      readChecklist(
        documentSections(text),
        ids.map((id) => ({ id, text: id })),
      ),
      { answered: ids.slice(0, 6), unfinished: ids.slice(6) },
    );
  });

  it('never throws, and takes no longer than its text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('#', ' ', '\n', '`', '~', '<!--', '-->', 'a', 'point:'), maxLength: 300 }),
        (text) => {
          documentSections(text);
        },
      ),
    );
    for (const part of ['# ', '<!--', '```\n', ' '.repeat(50), '#'.repeat(50), '# a #', 'point: ']) {
      documentSections(part.repeat(20_000));
    }
  });
});
