import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/base/message';
import { LineMap } from '../../../src/base/text';
import { parseYaml, validateYaml } from '../../../src/base/yaml';
import { catalogSchema } from '../../../src/catalog/catalogSchema';
import { completionMarkdown, type CompletionItem } from '../../../src/language/completionItem';
import { yamlCompletionsAt, type YamlCompletions } from '../../../src/language/yamlCompletion';
import type { FolderEntry } from '../../../src/language/yamlPaths';
import { projectSchema } from '../../../src/workspace/projectSchema';
import { catalogOf, decisionOf, proofOf, TODAY, traceOf } from '../trace/fixtures';

const CURSOR = '│';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.17, title: Ancienne, obsolete: true }
  - id: SC.SSI/GEN.18
    title: Sauvegarde des données
    needs: [proof]
    chapter: Sécurité
    profiles: [{ dispositif: LGC, profil: Général }, { dispositif: DPI, profil: IAM }]
    checklist:
      - { id: raci, text: Qui fait quoi, source: a01 }
      - { id: plan, text: Le plan de sauvegarde }
      - { id: outils, text: Les outils, indicative: true }
    proofs: [{ kind: capture, text: Un écran }]
  - id: SC.SSI/GEN.19
    title: Restauration
    needs: [proof]
    scenarios: [{ id: SC.SSI/GEN.19.01, text: Restaurer, proofs: [{ id: SC.SSI/GEN.19.01.01, kind: video, text: Un film }] }]
  - { id: SC.SSI/GEN.20, title: Journaux, needs: [code] }
  - { id: 'REQ: 1, a', title: À citer, needs: [code] }
facets:
  - { id: couloir, question: Quel couloir ?, values: [Hôpital, Médecin de ville] }
  - id: dispositif
    question: Quel dispositif ?
    values: [Logiciel de Gestion de Cabinet (LGC), Dossier Patient Informatisé (DPI)]
faq:
  - { id: a01, subject: Courte, answer: La réponse courte., requirements: [{ id: SC.SSI/GEN.18 }] }
`);

const trace = traceOf(catalog, {
  files: { 'src/a.ts': '// @segur SC.SSI/GEN.20\nrun();\n' },
  proofs: [proofOf('SC.SSI/GEN.18', 'ok', { covers: ['raci'], author: 'RSSI' })],
  decisions: [decisionOf('REQ: 1, a', { by: 'Produit' })],
});

interface Options {
  readonly format?: 'project' | 'catalog';
  readonly schemaElsewhere?: boolean;
  readonly entries?: readonly FolderEntry[];
}

function complete(marked: string, options: Options = {}): YamlCompletions | undefined {
  const { format = 'project', schemaElsewhere = false } = options;
  return yamlCompletionsAt({
    text: marked.replace(CURSOR, ''),
    offset: marked.indexOf(CURSOR),
    format,
    schema: format === 'project' ? projectSchema : catalogSchema,
    trace,
    catalog,
    t: english,
    today: TODAY,
    schemaElsewhere,
  });
}

function sorted(marked: string, options: Options = {}): readonly CompletionItem[] {
  const found = complete(marked, options);
  const items = [...(found?.items ?? []), ...(found?.paths?.itemsOf(options.entries ?? []) ?? [])];
  return items.sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

function labels(marked: string, options: Options = {}): readonly string[] {
  return sorted(marked, options).map(({ label }) => label);
}

function itemOf(marked: string, label: string, options: Options = {}): CompletionItem {
  const item = sorted(marked, options).find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is not offered in ${JSON.stringify(marked)}: ${labels(marked, options).join(', ')}`);
  return item;
}

/** The text once the item of a label is taken; what is to be filled in is left empty, or holds its first proposal. */
function accepted(marked: string, label: string, options: Options = {}): string {
  const found = complete(marked, options);
  const item = itemOf(marked, label, options);
  assert.ok(found);
  const text = marked.replace(CURSOR, '');
  const lines = new LineMap(text);
  const plain = item.insertText
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/gu, '$1')
    .replace(/\$\{\d+:([^}]*)\}/gu, '$1')
    .replace(/(?<!\\)\$\d+/gu, '')
    .replace(/\\([\\$}])/gu, '$1');
  const inserted = item.snippet === true ? plain : item.insertText;
  const { start, end } = found.inserting;
  return text.slice(0, lines.offsetAt(start)) + inserted + text.slice(lines.offsetAt(end));
}

// @segur ST.EDT.04
describe('completion in segur.yaml', () => {
  it('leads from an empty file to a whole proof', () => {
    assert.equal(labels('│')[0], 'version');
    assert.equal(accepted('│', 'version'), 'version: 1');
    assert.equal(accepted('version: 1\nproo│', 'proofs'), 'version: 1\nproofs:\n  - ');
    assert.equal(
      accepted('proofs:\n  - │', 'Proof: a file'),
      `proofs:\n  - for: \n    kind: documentation\n    files: \n    date: ${TODAY}`,
    );
    assert.equal(accepted('proofs:\n  - for: sauv│\n', 'SC.SSI/GEN.19'), 'proofs:\n  - for: SC.SSI/GEN.19\n');
    assert.equal(accepted('proofs:\n  - for: A\n    kind: │', 'capture'), 'proofs:\n  - for: A\n    kind: capture');
  });

  it('says of each key what it is for, what is asked for first, and leaves out what is there', () => {
    const keys = labels('proofs:\n  - for: A\n    │\n    date: 2026-01-01\n');
    assert.equal(keys[0], 'kind');
    assert.ok(keys.includes('covers') && !keys.includes('for') && !keys.includes('date'));
    const kind = itemOf('proofs:\n  - for: A\n    │', 'kind');
    assert.match(kind.documentation ?? '', /What kind of document/u);
    assert.equal(kind.description, 'required');
    assert.ok(!labels('version: 1\n│').includes('version'));
  });

  it('takes a proof for a file, a value or a link, not for two of them', () => {
    const keys = labels('proofs:\n  - for: A\n    value: B\n    │');
    assert.ok(!keys.includes('files') && !keys.includes('link') && keys.includes('date'));
  });

  it('puts a key or an entry into its column, wherever the editor left the cursor', () => {
    assert.equal(accepted('proofs:\n  - for: A\n  │\n', 'kind'), 'proofs:\n  - for: A\n    kind: \n');
    assert.match(accepted('proofs:\n│', 'Proof: a number'), /^proofs:\n {2}- for: \n {4}kind: /u);
    assert.match(accepted('proofs: │\n', 'Proof: a number'), /^proofs:\n {2}- for: \n {4}kind: /u);
    assert.match(accepted('proofs:│\n', 'Proof: a number'), /^proofs:\n {2}- for: \n {4}kind: /u);
    assert.match(
      accepted('proofs:\n  - for: A\n\n  │\n', 'Proof: a link'.replace('link', 'number')),
      /\n\n {2}- for: \n/u,
    );
    assert.equal(accepted('profile:\n│', 'couloir'), 'profile:\n  couloir: ');
    assert.equal(accepted('profile: │', 'couloir'), 'profile:\n  couloir: ');
    assert.equal(accepted('proofs:\n- for: A\n│', 'kind'), 'proofs:\n- for: A\n  kind: ');
    assert.equal(accepted('proofs:\n  - ki│nd: a\n', 'kind'), 'proofs:\n  - kindnd: a\n');
  });

  it('offers the ids of proofs those first that have none, in any form of list, in the quotes that YAML asks for', () => {
    for (const text of [
      'for: │',
      'for: [│]',
      'for: [SC.SSI/GEN.20, │',
      'for:\n      - │',
      'for:\n      - A\n      │',
    ]) {
      const offered = labels(`proofs:\n  - ${text}\n    kind: capture\n`);
      assert.deepEqual(offered.slice(0, 3), ['SC.SSI/GEN.19', 'SC.SSI/GEN.19.01.01', 'SC.SSI/GEN.18'], text);
      assert.equal(offered.at(-1), 'SC.SSI/GEN.17', text);
    }
    assert.equal(accepted('proofs:\n  - for: [A,│]', 'SC.SSI/GEN.20'), 'proofs:\n  - for: [A,SC.SSI/GEN.20]');
    assert.equal(accepted("proofs:\n  - for: 'GE│'\n", 'SC.SSI/GEN.20'), "proofs:\n  - for: 'SC.SSI/GEN.20'\n");
    assert.equal(accepted('proofs:\n  - for: "│', 'SC.SSI/GEN.20'), 'proofs:\n  - for: "SC.SSI/GEN.20"');
    assert.equal(accepted('proofs:\n  - for:│\n', 'REQ: 1, a'), "proofs:\n  - for: 'REQ: 1, a'\n");
    assert.equal(
      accepted('proofs:\n  - for:\n      - A\n      │', 'SC.SSI/GEN.20').split('\n')[3],
      '      - SC.SSI/GEN.20',
    );
  });

  it('leaves out ids that the list has, and offers what a typed id has below it', () => {
    assert.ok(!labels('proofs:\n  - for: [GEN.18, │]\n').includes('SC.SSI/GEN.18'));
    assert.ok(!labels('decisions:\n  - for: │\n').includes('SC.SSI/GEN.19.01'));
    assert.ok(labels('decisions:\n  - for: GEN.19│\n').includes('SC.SSI/GEN.19.01'));
  });

  it('offers the ids of decisions by what is left to decide', () => {
    const offered = labels('decisions:\n  - for: │\n');
    assert.deepEqual(offered, ['SC.SSI/GEN.19', 'SC.SSI/GEN.18', 'SC.SSI/GEN.20', 'REQ: 1, a', 'SC.SSI/GEN.17']);
    const item = itemOf('decisions:\n  - for: │\n', 'SC.SSI/GEN.18');
    assert.match(item.detail, /Satisfied/u);
    assert.match(item.filterText, /GEN\.18 Sauvegarde des données donnees/u);
    assert.match(completionMarkdown(item, trace, english), /La réponse courte/u);
  });

  it('offers the points of the requirements that the entry is for, those already covered last', () => {
    const entry = (covers: string): string => `proofs:\n  - for: GEN.18\n    kind: capture\n    covers: ${covers}\n`;
    assert.deepEqual(labels(entry('[│]')), ['plan', 'outils', 'raci']);
    assert.deepEqual(labels(entry('[plan, │]')), ['outils', 'raci']);
    assert.equal(itemOf(entry('│'), 'raci').documentation, 'Qui fait quoi\n\nFrom the FAQ: Courte');
    assert.deepEqual(labels('proofs:\n  - for: UNKNOWN\n    covers: [│]\n'), []);
  });

  it('offers the kinds of proof that the requirement expects first, in words', () => {
    const [first] = sorted('proofs:\n  - for: SC.SSI/GEN.18\n    kind: │\n');
    assert.equal(first?.label, 'capture');
    assert.equal(first.description, 'screenshot');
    assert.equal(first.documentation, '- Un écran');
    assert.deepEqual(labels('decisions:\n  - status: │'), ['not-applicable', 'accepted-gap']);
  });

  it('offers couloirs, dispositifs with those of the couloir first, and profils', () => {
    assert.deepEqual(labels('profile:\n  couloir: │'), ['Hôpital', 'Médecin de ville']);
    assert.deepEqual(labels('profile:\n  dispositif: │'), ['LGC', 'DPI']);
    assert.deepEqual(labels('profile:\n  couloir: hôpital\n  dispositif: │'), ['DPI', 'LGC']);
    assert.deepEqual(labels('profile: { couloir: Hôpital, profils: [IAM, │] }'), ['Général']);
  });

  it('dates a proof today, and ends a penetration test form before it is a year old', () => {
    assert.deepEqual(labels('proofs:\n  - date: │'), [TODAY]);
    const entry = (kind: string): string => `proofs:\n  - kind: ${kind}\n    date: 2025-10-06\n    expires: │\n`;
    const form = itemOf(entry('formulaire'), '2026-10-05');
    assert.match(form.description, /less than a year/u);
    assert.deepEqual(labels(entry('attestation')), ['2026-10-05']);
    assert.deepEqual(labels('proofs:\n  - author: │'), ['RSSI']);
    assert.deepEqual(labels('decisions:\n  - by: │'), ['Produit', 'RSSI']);
  });

  it('goes through the folders for files, offers a glob for several of a kind, and never leaves the folder', () => {
    const entries: FolderEntry[] = [
      { name: 'écrans', isFolder: true },
      { name: 'node_modules', isFolder: true },
      { name: 'b.pdf', isFolder: false },
      { name: 'a.pdf', isFolder: false },
      { name: 'own.yaml', isFolder: false },
    ];
    const files = 'proofs:\n  - for: A\n    files: preuves/│\n';
    assert.deepEqual(complete(files)?.paths?.question, { folder: 'preuves/', wholeFolders: false });
    assert.deepEqual(labels(files, { entries }), [
      'preuves/écrans/',
      'preuves/a.pdf',
      'preuves/b.pdf',
      'preuves/own.yaml',
      'preuves/*.pdf',
    ]);
    assert.equal(itemOf(files, 'preuves/écrans/', { entries }).goesOn, true);
    assert.deepEqual(labels('catalogs: [│]', { entries }), ['builtin:segur-v2', 'écrans/', 'own.yaml']);
    assert.deepEqual(labels('scan:\n  exclude: │', { entries }).slice(0, 2), ['écrans/', 'écrans/**']);
    for (const typed of ['../', '/etc/', 'a/../b/', 'C:/', '**/', './']) {
      assert.equal(complete(`proofs:\n  - files: ${typed}│\n`)?.paths, undefined, typed);
    }
  });

  it('offers nothing in free text and comments', () => {
    for (const text of [
      'decisions:\n  - reason: │',
      'decisions:\n  - reason: Le produit │\n',
      'product: { name: │ }',
      '# │',
      'proofs:\n  - value: │',
      'unknown:\n  - a: │',
    ]) {
      assert.equal(complete(text), undefined, text);
    }
  });

  it('leaves keys and the words of the schema to another extension that offers them, and no more than that', () => {
    const options = { schemaElsewhere: true };
    assert.deepEqual(labels('version: 1\nproofs:\n  - for: A\n    │', options), []);
    assert.deepEqual(labels('proofs:\n  - for: A\n    kind: │', options), []);
    assert.ok(labels('proofs:\n  - for: │', options).includes('SC.SSI/GEN.18'));
    assert.deepEqual(labels('decisions:\n  - │', options), ['Decision: not applicable', 'Decision: accepted gap']);
    assert.ok(labels('proofs:\n  - for: A\n  │', options).includes('kind'));
  });

  it('writes entries that the schema takes once they are filled in', () => {
    const proof = accepted('proofs:\n  - │', 'Proof: a file').replace('for: ', 'for: A').replace('files: ', 'files: a');
    const decision = accepted('decisions:\n│', 'Decision: accepted gap').replace(/(for|reason|by): /gu, '$1: A');
    for (const text of [proof, decision.replace('expires: ', `expires: ${TODAY}`)]) {
      const whole = `version: 1\n${text}\n`;
      const parsed = parseYaml(whole, 'segur.yaml');
      assert.deepEqual([...parsed.problems, ...validateYaml(projectSchema, parsed, 'segur.yaml').problems], [], whole);
    }
  });

  it('is read as what it says, whatever the id', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.constantFrom('│', '[│]', "'│'", '"│"'),
        (id, place) => {
          const text = id.replace(/[\r\n\p{C}\u2028\u2029]/gu, '').trim();
          fc.pre(text !== '');
          const odd = catalogOf(`requirements: [{ id: ${JSON.stringify(text)}, title: x }]`);
          const marked = `proofs:\n  - for: ${place}\n`;
          const found = yamlCompletionsAt({
            text: marked.replace(CURSOR, ''),
            offset: marked.indexOf(CURSOR),
            format: 'project',
            schema: projectSchema,
            trace: traceOf(odd),
            catalog: odd,
            t: english,
            today: TODAY,
            schemaElsewhere: false,
          });
          const plain = marked.replace(CURSOR, '');
          const lines = new LineMap(plain);
          const written =
            plain.slice(0, lines.offsetAt(found?.inserting.start ?? { line: 0, character: 0 })) +
            (found?.items[0]?.insertText ?? '') +
            plain.slice(lines.offsetAt(found?.inserting.end ?? { line: 9, character: 0 }));
          const value = parseYaml(written, 'f').value as { proofs: { for: unknown }[] };
          assert.deepEqual([value.proofs[0]?.for].flat(), [odd.requirements[0]?.id], written);
        },
      ),
    );
  });
});

describe('completion in a catalogue', () => {
  const catalogFile = { format: 'catalog' } as const;

  it('offers keys, words and values of the format', () => {
    assert.ok(labels('requirements:\n  - id: A\n    │', catalogFile).includes('checklist'));
    assert.deepEqual(labels('requirements:\n  - needs: [code, │]', catalogFile), ['test', 'proof']);
    assert.equal(accepted('requirements:\n  - needs: │', 'code', catalogFile), 'requirements:\n  - needs: [code]');
    assert.deepEqual(labels('requirements:\n  - nature: │', catalogFile), ['exigence', 'préconisation']);
    assert.deepEqual(labels('requirements:\n  - origin: i│', catalogFile).length, 4);
    assert.deepEqual(labels('requirements:\n  - chapter: │', catalogFile), ['Sécurité']);
    assert.deepEqual(labels('requirements:\n  - obsolete: │', catalogFile), ['true', 'false']);
    assert.deepEqual(labels('catalog:\n  source:\n    title: a\n    retrieved: │', catalogFile), [TODAY]);
  });

  it('numbers scenarios and expected proofs below their requirement', () => {
    const scenario =
      'requirements:\n  - id: SC.SSI/GEN.30\n    scenarios:\n      - id: SC.SSI/GEN.30.01\n      - id: │\n';
    assert.deepEqual(labels(scenario, catalogFile), ['SC.SSI/GEN.30.02']);
    const proof =
      'requirements:\n  - id: A.1\n    scenarios:\n      - id: A.1.01\n        proofs:\n          - id: │\n';
    assert.deepEqual(labels(proof, catalogFile), ['A.1.01.01']);
  });

  it('refers to requirements, answers and facets', () => {
    assert.ok(labels('faq:\n  - requirements:\n      - id: │', catalogFile).includes('SC.SSI/GEN.18'));
    const answer = itemOf('requirements:\n  - checklist:\n      - source: │', 'a01', catalogFile);
    assert.equal(answer.description, 'Courte');
    assert.match(answer.documentation ?? '', /> La réponse courte/u);
    assert.deepEqual(labels('faq:\n  - id: a\n    facets:\n      │', catalogFile), ['couloir', 'dispositif']);
    assert.deepEqual(labels('faq:\n  - facets: { couloir: │ }', catalogFile), ['Hôpital', 'Médecin de ville']);
    assert.match(accepted('faq:\n  - │', 'Question and answer', catalogFile), /\n {4}requirements:\n {6}- id: $/u);
  });
});
