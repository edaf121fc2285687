import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parseDocument, visit } from 'yaml';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';

/*
 * The content that ships, held against the facts it was written from: the FAQ's own text (fixture) and the list of ids.
 */

interface ShippedRequirement {
  readonly id: string;
  readonly title: string;
  readonly origin: string;
  readonly source: string;
  readonly note?: string;
  readonly chapter: string;
  readonly theme: string;
  readonly family: string;
  readonly nature: string;
  readonly needs: readonly string[];
  readonly since?: string;
  readonly obsolete?: true;
  readonly profiles?: readonly { readonly dispositif: string; readonly profil: string }[];
  readonly checklist?: readonly {
    readonly id: string;
    readonly text: string;
    readonly indicative?: true;
    readonly source: string;
  }[];
  readonly proofs?: readonly { readonly kind: string; readonly text: string }[];
  readonly references?: readonly { readonly title: string; readonly url?: string }[];
}

interface ShippedAnswer {
  readonly id: string;
  readonly subject: string;
  readonly question: string;
  readonly reconstructed?: true;
  readonly answer: string;
  readonly facets: Readonly<Record<string, string>>;
  readonly requirements: readonly { readonly id: string; readonly match: string }[];
}

interface ShippedFacet {
  readonly id: string;
  readonly question: string;
  readonly values: readonly string[];
}

const root = join(__dirname, '../../..');
const files = ['segur-v2.yaml', 'segur-v2.faq.yaml'] as const;
const texts = files.map((file) => readFileSync(join(root, 'requirements', file), 'utf8'));
const documents = texts.map((text) => parseDocument(text));

const { requirements } = documents[0]!.toJS() as { requirements: readonly ShippedRequirement[] };
const { faq, facets, feedback } = documents[1]!.toJS() as {
  faq: readonly ShippedAnswer[];
  facets: readonly ShippedFacet[];
  feedback: string;
};
const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));

const source = readFileSync(join(__dirname, 'fixtures/faq-segur-ans.txt'), 'utf8');
const [facetQuestions, sourceAnswers] = readSource(source);

/** The text as it was received: five facet questions, then answers that each end with the feedback question. */
function readSource(text: string): [questions: string[], answers: string[]] {
  const lines = text.split('\n').filter((line) => line !== '');
  const answers: string[] = [];
  let current: string[] = [];
  for (const line of lines.slice(5)) {
    if (line === 'Cette réponse vous a-t-elle été utile ?') {
      answers.push(current.join('\n'));
      current = [];
    } else {
      current.push(line);
    }
  }
  assert.deepEqual(current, [], 'the source ends with the feedback question');
  return [lines.slice(0, 5), answers];
}

/** Blanks and line ends alone are folded: no-break spaces, apostrophes and dashes are the source's words. */
function words(text: string): string {
  return text.replace(/[ \t\n]+/g, ' ').trim();
}

function ids(family: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `SC.SSI/${family}.${String(from + i).padStart(2, '0')}`);
}

function joined(answer: string, ...strengths: string[]): string[] {
  const entry = faq.find(({ id }) => id === answer)!;
  return entry.requirements.filter(({ match }) => strengths.includes(match)).map(({ id }) => id);
}

function active(family: string): string[] {
  return requirements
    .filter((requirement) => requirement.family === family && requirement.obsolete !== true)
    .map(({ id }) => id);
}

function checklist(id: string): string[] {
  return (byId.get(id)?.checklist ?? []).map((item) => item.id);
}

const obsolete = [
  'SC.SSI/GEN.04',
  'SC.SSI/IE.41',
  ...[81, 82, 84, 85, 86, 87, 89, 90, 93].map((number) => `SC.SSI/IAM.${number}`),
  'SC.SSI/INT.01',
];
const later = ['SC.SSI/GEN.02 BIS', 'SC.SSI/GEN.03 BIS', 'SC.SSI/IE.56', 'SC.SSI/IE.57', 'SC.SSI/IE.58'];

describe('the YAML that ships', () => {
  for (const [index, file] of files.entries()) {
    it(`${file} parses without an error or a warning`, () => {
      assert.deepEqual([...documents[index]!.errors, ...documents[index]!.warnings], []);
    });

    it(`${file} holds no anchor, alias or tag`, () => {
      visit(documents[index]!, {
        Alias: () => assert.fail('an alias'),
        Value: (_, node) => {
          assert.deepEqual([node.anchor, node.tag], [undefined, undefined]);
        },
      });
    });
  }
});

describe('the shipped files, read by the product', () => {
  const loaded = files.map((file, index) => loadCatalogFile(texts[index]!, `builtin:${file}`));
  const { catalog, problems } = mergeCatalogs(loaded.flatMap((file) => file.catalog ?? []));

  it('fit the published JSON Schema', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/catalog.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    for (const document of documents) {
      assert.ok(validate(document.toJS()), JSON.stringify(validate.errors, undefined, 2));
    }
  });

  it('load and merge without a problem, in either order', () => {
    assert.deepEqual([...loaded.flatMap((file) => file.problems), ...problems], []);
    assert.deepEqual(mergeCatalogs(loaded.toReversed().flatMap((file) => file.catalog ?? [])).problems, []);
  });

  it('lose nothing on the way: every requirement, answer, facet and join arrives', () => {
    assert.deepEqual(
      catalog.requirements.map(({ id }) => id),
      requirements.map(({ id }) => id),
    );
    assert.deepEqual(
      catalog.faq.map((entry) => entry.requirements.map(({ requirement, match }) => ({ id: requirement, match }))),
      faq.map((entry) => entry.requirements),
    );
    assert.deepEqual(catalog.facets, facets);
    assert.equal(catalog.feedbackQuestion, feedback);
  });

  it('resolve every id, its short form and its spelling without the prefix SC', () => {
    for (const { id } of requirements) {
      for (const written of [id, id.replace(/^SC\./, ''), id.slice(id.lastIndexOf('/') + 1)]) {
        assert.deepEqual(
          catalog.resolve(written).targets.map(({ requirement }) => requirement),
          [id],
          written,
        );
      }
    }
  });

  it('never take a number BIS for the requirement without BIS, or the reverse', () => {
    for (const [written, id] of [
      ['SC.SSI/GEN.02', 'SC.SSI/GEN.02'],
      ['SC.SSI/GEN.02.BIS', 'SC.SSI/GEN.02 BIS'],
      ['GEN.03bis', 'SC.SSI/GEN.03 BIS'],
    ] as const) {
      assert.deepEqual(
        catalog.resolve(written).targets.map(({ requirement }) => requirement),
        [id],
      );
    }
    assert.deepEqual(catalog.resolve('SC.SSI/GEN.18 BIS').targets, []);
  });

  it('guide from the strongest answer to the weakest', () => {
    assert.deepEqual(
      catalog.guidance('SC.SSI/GEN.18').map(({ entry, match }) => `${entry.id} ${match}`),
      ['a03 cited', 'a20 matched', 'a04 family'],
    );
  });
});

// @segur ST.CAT.01
describe('the FAQ that ships', () => {
  it('has the twenty answers, a01 to a20, in the order of the source', () => {
    assert.deepEqual(
      faq.map(({ id }) => id),
      Array.from({ length: 20 }, (_, i) => `a${String(i + 1).padStart(2, '0')}`),
    );
    assert.equal(sourceAnswers.length, 20);
  });

  for (const [index, answer] of sourceAnswers.entries()) {
    const entry = faq[index]!;
    it(`${entry.id} is the source's words: ${entry.subject}`, () => {
      assert.equal(words(entry.answer), words(answer));
    });

    it(`${entry.id} keeps each paragraph and each list item of the source on a line of its own`, () => {
      assert.deepEqual(
        entry.answer.split('\n').filter((line) => line !== ''),
        answer.split('\n'),
      );
    });

    it(`${entry.id} separates paragraphs and lists with a blank line, so that Markdown does not run them together`, () => {
      const lines = entry.answer.trimEnd().split('\n');
      for (const [at, line] of lines.entries()) {
        const next = lines[at + 1];
        if (line !== '' && next !== undefined && next !== '') {
          assert.ok(line.startsWith('- ') && next.startsWith('- '), `«${line}» runs into «${next}»`);
        }
      }
    });
  }

  it('has the five facet questions and the feedback question verbatim', () => {
    assert.deepEqual(
      facets.map(({ question }) => question),
      facetQuestions,
    );
    assert.deepEqual(
      facets.map(({ id }) => id),
      ['offre', 'couloir', 'dispositif', 'produit', 'thematique'],
    );
    assert.ok(source.includes(`\n${feedback}\n`));
  });

  it('gives an answer no facet value that its facet does not list', () => {
    for (const entry of faq) {
      for (const [facet, value] of Object.entries(entry.facets)) {
        assert.ok(facets.find(({ id }) => id === facet)?.values.includes(value), `${entry.id} ${facet}: ${value}`);
      }
    }
  });

  it('marks every question as reconstructed, but the one that ANS publishes above a near-identical answer', () => {
    assert.deepEqual(
      faq.filter(({ reconstructed }) => reconstructed !== true).map(({ id }) => id),
      ['a14'],
    );
    assert.ok(faq.every(({ subject, question }) => subject !== '' && question.endsWith('?')));
  });
});

describe('the join of the FAQ and the requirements', () => {
  it('names existing requirements only, each once an answer, and no obsolete one', () => {
    for (const entry of faq) {
      const named = entry.requirements.map(({ id }) => id);
      assert.deepEqual(named, [...new Set(named)], entry.id);
      assert.ok(named.length > 0, entry.id);
      for (const id of named) {
        assert.ok(byId.has(id), `${entry.id}: ${id}`);
        assert.ok(byId.get(id)?.obsolete !== true, `${entry.id}: ${id}`);
      }
    }
  });

  it('is cited exactly where the answer itself names the id', () => {
    for (const entry of faq) {
      const namedInText = requirements.map(({ id }) => id).filter((id) => entry.answer.includes(id));
      assert.deepEqual(joined(entry.id, 'cited'), namedInText, entry.id);
    }
  });

  it('is by subject where the wording coincides', () => {
    const bySubject = faq.map(({ id }): [string, string[]] => [id, joined(id, 'matched')]);
    const matched: Record<string, string[]> = Object.fromEntries(bySubject.filter(([, to]) => to.length > 0));
    assert.deepEqual(matched, {
      a01: ['SC.SSI/GEN.21'],
      a02: ['SC.SSI/GEN.21'],
      a05: ['SC.SSI/IE.31'],
      a06: ['SC.SSI/IE.31'],
      a07: ['SC.SSI/IE.31'],
      a08: ['SC.SSI/IE.32'],
      a09: ['SC.SSI/IE.36'],
      a10: ['SC.SSI/IE.36', 'SC.SSI/IE.52'],
      a11: ['SC.SSI/IE.36'],
      a12: ['SC.SSI/IE.39', 'SC.SSI/IE.54'],
      a16: ['SC.SSI/IAM.80'],
      a20: ['SC.SSI/GEN.18'],
    });
  });

  it('reaches every requirement in force of the family for the answers about a whole family', () => {
    assert.deepEqual(joined('a03', 'cited', 'family').sort(), active('GEN').sort());
    assert.deepEqual(joined('a04', 'family').sort(), [...active('GEN'), 'SC.PSC.14'].sort());
    for (const answer of ['a13', 'a14', 'a15']) {
      assert.deepEqual(joined(answer, 'family'), active('IE'));
    }
    for (const answer of ['a17', 'a18']) {
      assert.deepEqual(joined(answer, 'family'), active('IAM'));
    }
  });

  it('stays weak for the answer on file types, which does not say what it is about', () => {
    assert.deepEqual(
      faq.find(({ id }) => id === 'a19')?.requirements.map(({ match }) => match),
      ['weak', 'weak', 'weak'],
    );
  });

  it('agrees with the origin of each requirement', () => {
    const strengths = (id: string): string[] =>
      faq.flatMap((entry) => entry.requirements.filter((to) => to.id === id).map(({ match }) => match));
    for (const { id, origin } of requirements) {
      const strength = strengths(id);
      const expected = strength.includes('cited') ? 'cited' : strength.includes('matched') ? 'matched' : 'listed';
      assert.equal(origin, expected, id);
    }
  });
});

// @segur ST.CAT.02
describe('the requirements that ship', () => {
  it('are every id of the SSI families that is known, and SC.PSC.14, each once', () => {
    const expected = [
      ...ids('GEN', 1, 22),
      ...ids('IE', 30, 58),
      ...ids('IAM', 80, 94),
      'SC.SSI/GEN.02 BIS',
      'SC.SSI/GEN.03 BIS',
      'SC.SSI/INT.01',
      'SC.PSC.14',
    ];
    assert.deepEqual(requirements.map(({ id }) => id).sort(), expected.sort());
  });

  it('hold no official statement, scenario or proof id: those come from the user’s own REM', () => {
    for (const text of texts) {
      assert.doesNotMatch(text, /^\s*(- )?(statement|scenarios):/m);
    }
    for (const { id, proofs } of requirements) {
      assert.ok(
        (proofs ?? []).every((proof) => Object.keys(proof).sort().join() === 'kind,text'),
        id,
      );
    }
  });

  it('each say where they were seen, and none as the REM in force', () => {
    for (const { id, source: seen } of requirements) {
      assert.match(seen, /n’est pas le REM en vigueur|aucune source de l’ANS lue|page de la FAQ des industriels/, id);
    }
  });

  it('have a short title, a chapter, a theme shared by a small set, and the family of their id', () => {
    for (const { id, title, chapter, family } of requirements) {
      assert.ok(title.length > 0 && title.length <= 80, `${id}: ${title}`);
      assert.notEqual(chapter, '', id);
      assert.ok(id.includes(family), id);
    }
    assert.ok(new Set(requirements.map(({ theme }) => theme)).size <= 20);
  });

  it('ask for nothing when obsolete: no need, proof, checklist or applicability', () => {
    const found = requirements.filter((requirement) => requirement.obsolete === true);
    assert.deepEqual(found.map(({ id }) => id).sort(), [...obsolete].sort());
    for (const { id, needs, proofs, checklist: items, profiles, note } of found) {
      assert.deepEqual([needs, proofs, items, profiles], [[], undefined, undefined, undefined], id);
      assert.match(note ?? '', /obsolète/, id);
    }
  });

  it('ask for a proof when in force, and never for a test without code', () => {
    for (const { id, needs } of requirements.filter((requirement) => requirement.obsolete !== true)) {
      assert.ok(needs.includes('proof'), id);
      assert.ok(!needs.includes('test') || needs.includes('code'), id);
    }
  });

  it('say what proofs are expected, except where no source was read', () => {
    for (const { id, proofs } of requirements.filter((requirement) => requirement.obsolete !== true)) {
      assert.equal((proofs ?? []).length === 0, later.includes(id), id);
    }
  });

  it('mark the later additions and say that their text is unknown', () => {
    const found = requirements.filter(({ since }) => since !== undefined);
    assert.deepEqual(found.map(({ id }) => id).sort(), [...later].sort());
    for (const { id, note, profiles } of found) {
      assert.match(note ?? '', /inconnu/, id);
      assert.equal(profiles, undefined, id);
    }
  });

  it('are préconisations only where the source says PEUT', () => {
    assert.deepEqual(
      requirements.filter(({ nature }) => nature === 'préconisation').map(({ id }) => id),
      ['SC.SSI/IE.40', 'SC.SSI/IE.55', 'SC.SSI/IAM.93'],
    );
  });

  it('share the penetration test form among the seven GEN that ask for it, and SC.PSC.14', () => {
    const withForm = requirements
      .filter(({ proofs }) => (proofs ?? []).some(({ kind }) => kind === 'formulaire'))
      .map(({ id }) => id);
    const seven = ['07', '08', '12', '13', '16', '17', '18'].map((number) => `SC.SSI/GEN.${number}`);
    assert.deepEqual(withForm, [...seven, 'SC.PSC.14']);
    for (const id of withForm) {
      assert.deepEqual(checklist(id), ['formulaire-complet', 'type-application', 'logigramme'], id);
    }
  });
});

// @segur ST.CAT.02
describe('the applicability that ships', () => {
  const applies = (dispositif: string): string[] =>
    requirements
      .filter(({ profiles }) => (profiles ?? []).some((line) => line.dispositif === dispositif))
      .map(({ id }) => id);

  it('covers the six dispositifs of the table and no other', () => {
    const known = new Set(requirements.flatMap(({ profiles }) => (profiles ?? []).map(({ dispositif }) => dispositif)));
    assert.deepEqual([...known].sort(), ['DPI', 'DRIMbox', 'LGC', 'PFI', 'RIS', 'SGL']);
  });

  it('has the totals of the table', () => {
    // 21 GEN each; 13 IE for all but DRIMbox (11: no IE.30, no IE.32); 12 IE of usagers (3 for DRIMbox); 5 IAM; IAM.94 for DPI.
    assert.deepEqual(
      Object.fromEntries(['LGC', 'DPI', 'PFI', 'RIS', 'SGL', 'DRIMbox'].map((name) => [name, applies(name).length])),
      { LGC: 34, DPI: 52, PFI: 51, RIS: 51, SGL: 51, DRIMbox: 40 },
    );
  });

  it('spells the profils as ANS does, straight apostrophe included, so that a profile or an import compares equal', () => {
    const known = new Set(requirements.flatMap(({ profiles }) => (profiles ?? []).map(({ profil }) => profil)));
    assert.deepEqual([...known].sort(), [
      'Equipements mobiles',
      'Général',
      'IAM',
      'IE ASPM',
      'IE Usagers',
      "Prestations d'hébergement ou Saas",
    ]);
  });

  it('keys the profil by dispositif where it differs', () => {
    const profil = (id: string, dispositif: string): string | undefined =>
      byId.get(id)?.profiles?.find((line) => line.dispositif === dispositif)?.profil;
    for (const id of ['SC.SSI/GEN.06', 'SC.SSI/GEN.09', 'SC.SSI/GEN.22']) {
      assert.equal(profil(id, 'LGC'), 'Général');
      assert.equal(profil(id, 'DPI'), "Prestations d'hébergement ou Saas");
    }
    assert.equal(profil('SC.SSI/GEN.21', 'LGC'), "Prestations d'hébergement ou Saas");
    assert.equal(profil('SC.SSI/GEN.15', 'RIS'), 'Equipements mobiles');
    assert.equal(profil('SC.SSI/IE.48', 'DRIMbox'), 'IE Usagers');
    assert.equal(profil('SC.SSI/IE.42', 'LGC'), 'IE ASPM');
    assert.equal(profil('SC.SSI/IAM.94', 'DPI'), 'IAM');
  });
});

describe('the checklists that ship', () => {
  it('have unique item ids, and take each item from an answer that is joined to the requirement', () => {
    for (const { id, checklist: items } of requirements) {
      assert.deepEqual(checklist(id), [...new Set(checklist(id))], id);
      for (const item of items ?? []) {
        const entry = faq.find((answer) => answer.id === item.source);
        assert.ok(
          entry?.requirements.some((to) => to.id === id),
          `${id}: ${item.id} (${item.source})`,
        );
      }
    }
  });

  it('give no number that the answer they are taken from does not give', () => {
    for (const { id, checklist: items } of requirements) {
      for (const item of items ?? []) {
        const answer = faq.find((entry) => entry.id === item.source)!.answer;
        for (const [number] of item.text.matchAll(/\d+/g)) {
          assert.match(answer, new RegExp(`(?<!\\d)${number}(?!\\d)`), `${id}: ${item.id}`);
        }
      }
    }
  });

  it('have the eight points of answer 2, which only suggests them', () => {
    const items = byId.get('SC.SSI/GEN.21')?.checklist ?? [];
    assert.deepEqual(checklist('SC.SSI/GEN.21'), [
      'raci',
      'frequence',
      'plan',
      'perimetre',
      'stockage',
      'methodes',
      'securite',
      'tests',
    ]);
    assert.ok(items.every((item) => item.indicative === true && item.source === 'a02'));
  });

  it('turn every testable answer into at least one item', () => {
    const used = new Set(requirements.flatMap(({ checklist: items }) => (items ?? []).map((item) => item.source)));
    for (const answer of ['a02', 'a06', 'a07', 'a08', 'a09', 'a10', 'a11', 'a12', 'a16', 'a20']) {
      assert.ok(used.has(answer), answer);
    }
  });

  it('never ask for what an answer exempts or leaves free', () => {
    for (const [id, item] of [
      ['SC.SSI/IE.31', 'exemption-annuaire'],
      ['SC.SSI/IE.36', 'parametrage-permissif'],
      ['SC.SSI/IAM.80', 'connecteurs-specifiques'],
    ] as const) {
      assert.equal(byId.get(id)?.checklist?.find((candidate) => candidate.id === item)?.indicative, true, id);
    }
  });
});

describe('the references that ship', () => {
  const titles = (id: string): string => (byId.get(id)?.references ?? []).map(({ title }) => title).join('\n');

  it('give every IE requirement its legal base, every GEN the deposit rules, every IAM the means of test', () => {
    for (const id of active('IE')) {
      assert.match(titles(id), /L\. 1470-1 à L\. 1470-6 \(réponse a14\)/, id);
      assert.match(titles(id), /28 mars 2022/, id);
      assert.match(titles(id), /1er juin 2022.*a15/, id);
    }
    for (const id of active('GEN')) {
      assert.match(titles(id), /Convergence.*ZED.*vérificateurs uniquement \(réponse a04\)/, id);
    }
    for (const id of active('IAM')) {
      assert.match(titles(id), /machines virtuelles.*a17 et a18/, id);
    }
  });

  it('link over https only', () => {
    for (const { id, references } of requirements) {
      assert.ok(
        (references ?? []).every(({ url }) => url === undefined || url.startsWith('https://')),
        id,
      );
    }
  });
});
