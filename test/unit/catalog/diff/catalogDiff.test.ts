import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffCatalogs, isSameCatalog, type CatalogDiff } from '../../../../src/catalog/diff/catalogDiff';
import { similarPairs } from '../../../../src/catalog/diff/similarity';
import { catalogOf } from '../../trace/fixtures';

const before = catalogOf(`requirements:
  - { id: SC.SSI/GEN.1, title: Sauvegarde des données, statement: La sauvegarde est quotidienne., chapter: A, needs: [proof] }
  - { id: SC.SSI/GEN.2, title: Journal des accès, statement: Les accès sont tracés et conservés., chapter: A, needs: [code] }
  - { id: SC.SSI/GEN.3, title: Mot de passe, chapter: B, needs: [code] }
  - { id: SC.SSI/GEN.4, title: Export vers le tableur, chapter: B, needs: [code] }
faq:
  - { id: q1, subject: Sauvegarde, answer: Chaque jour., requirements: [{ id: SC.SSI/GEN.1, match: cited }] }
  - { id: q2, subject: Journal, answer: Un an. }
`);

const after = catalogOf(
  `requirements:
  - { id: sc.ssi/gen.1, title: Sauvegarde des données, statement: La sauvegarde est hebdomadaire., chapter: B, needs: [proof, test] }
  - { id: SC.SSI/GEN.12, title: Journal des accès aux données, statement: Les accès sont tracés et conservés un an., chapter: A, needs: [code] }
  - { id: SC.SSI/GEN.13, title: Secret, chapter: B, needs: [code], aliases: [SC.SSI/GEN.3] }
  - { id: SC.SSI/GEN.5, title: Chiffrement du poste, chapter: B, needs: [code] }
faq:
  - { id: q1, subject: Sauvegarde, answer: Chaque semaine., requirements: [{ id: SC.SSI/GEN.12, match: cited }] }
  - { id: q3, subject: Chiffrement, answer: Oui. }
`,
  '2027',
);

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

// @segur ST.HIS.01
describe('two editions of a catalogue', () => {
  const diff = diffCatalogs(before, after);

  it('are told apart requirement by requirement, whatever way an id is spelt', () => {
    assert.deepEqual(ids(diff.added), ['SC.SSI/GEN.5']);
    assert.deepEqual(ids(diff.removed), ['SC.SSI/GEN.4']);
    assert.equal(diff.unchanged, 0);
  });

  it('are told apart word by word, and fact by fact', () => {
    const [gen1] = diff.changed;
    assert.equal(diff.changed.length, 1);
    assert.deepEqual(
      gen1?.facts.map(({ field, before: was, after: is }) => `${field}: ${was} -> ${is}`),
      ['chapter: A -> B', 'needs: proof -> proof, test'],
    );
    assert.deepEqual(gen1.rewordings, [
      {
        field: 'statement',
        words: [
          { kind: 'same', text: 'La sauvegarde est ' },
          { kind: 'removed', text: 'quotidienne' },
          { kind: 'added', text: 'hebdomadaire' },
          { kind: 'same', text: '.' },
        ],
      },
    ]);
  });

  it('tell what the columns of the REM say otherwise', () => {
    const edition = (facts: string) =>
      catalogOf(`requirements:\n  - { id: SC.SSI/GEN.1, title: Sauvegarde, needs: [proof], ${facts} }\n`);
    const [gen1] = diffCatalogs(
      edition('function: Exploitation, criticality: Mineure, status: Inchangée, perimeter: SaaS'),
      edition('function: Sauvegarde, criticality: Majeure, status: Modifiée, perimeter: Tous'),
    ).changed;
    assert.deepEqual(
      gen1?.facts.map(({ field, before: was, after: is }) => `${field}: ${was} -> ${is}`),
      [
        'function: Exploitation -> Sauvegarde',
        'criticality: Mineure -> Majeure',
        'status: Inchangée -> Modifiée',
        'perimeter: SaaS -> Tous',
      ],
    );
  });

  it('say what has another number: for sure by its alias, to be confirmed by its text', () => {
    assert.deepEqual(
      diff.renumbered.map(({ before: was, id, confirmed, likeness }) => [was, id, confirmed, likeness !== undefined]),
      [
        ['SC.SSI/GEN.2', 'SC.SSI/GEN.12', false, true],
        ['SC.SSI/GEN.3', 'SC.SSI/GEN.13', true, false],
      ],
    );
    assert.deepEqual(
      diff.renumbered[0]?.rewordings.map(({ field }) => field),
      ['title', 'statement'],
    );
  });

  it('say which answers are others', () => {
    const { faq } = diff;
    assert.deepEqual([ids(faq.added), ids(faq.removed), ids(faq.changed), faq.unchanged], [['q3'], ['q2'], ['q1'], 0]);
    assert.deepEqual(
      faq.changed[0]?.facts.map(({ field }) => field),
      ['requirements'],
    );
  });

  it('have nothing to tell where nothing is another: the catalogue that ships, and this one', () => {
    const folder = join(__dirname, '../../../../requirements');
    const shipped = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^[^]*?^(?=requirements:|faq:)/mu, ''));
    for (const text of shipped) {
      const catalog = catalogOf(text);
      const same = diffCatalogs(catalog, catalogOf(text));
      assert.ok(isSameCatalog(same));
      assert.equal(same.unchanged, catalog.requirements.length);
    }
    assert.ok(!isSameCatalog(diff));
  });

  it('tell, turned around, what came as gone', () => {
    const back: CatalogDiff = diffCatalogs(after, before);
    assert.deepEqual(ids(back.removed), ['SC.SSI/GEN.13', 'SC.SSI/GEN.5']);
    assert.deepEqual(ids(back.added), ['SC.SSI/GEN.3', 'SC.SSI/GEN.4']);
    assert.deepEqual(
      back.renumbered.map(({ before: was, id }) => [was, id]),
      [['SC.SSI/GEN.12', 'SC.SSI/GEN.2']],
    );
  });
});

describe('requirements that are alike', () => {
  const of = (id: string, title: string, text = '') => ({ id, title, text });

  it('are paired one to one, the likeliest first', () => {
    const pairs = similarPairs(
      [of('a', 'durée de session'), of('b', 'durée de session longue')],
      [of('x', 'durée de session longue'), of('y', 'durée de la session')],
    );
    assert.deepEqual(
      pairs.map(({ before: was, after: is }) => [was, is]),
      [
        ['b', 'x'],
        ['a', 'y'],
      ],
    );
  });

  it('are none where only common words are shared, and are found among thousands without holding all against all', () => {
    const many = (start: string) =>
      Array.from({ length: 3000 }, (_, n) => of(`${start}${n}`, `exigence relative au sujet${n}`, `texte numéro ${n}`));
    assert.equal(similarPairs(many('a'), many('b')).length, 3000);
    assert.deepEqual(similarPairs([of('a', 'durée de session')], [of('b', 'durée de conservation des traces')]), []);
  });
});
