import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { english } from '../../../src/base/message';
import type { Catalog } from '../../../src/catalog/model';
import { hoverAt, hoverOnYamlId, type Hover } from '../../../src/language/hover';
import { escapeMarkdown } from '../../../src/language/markdown';
import { yamlIds } from '../../../src/language/yamlIds';
import { annotationsOf, catalogOf, decisionOf, traceOf } from '../trace/fixtures';

const CURSOR = '│';

const catalog = catalogOf(`requirements:
  - id: SC.SSI/GEN.18
    title: Sauvegarde
    chapter: Un
    needs: [code, proof]
    checklist: [{ id: raci, text: Les rôles }, { id: freq, text: La fréquence, indicative: true }]
    scenarios: [{ id: SC.SSI/GEN.18.01, proofs: [{ id: SC.SSI/GEN.18.01.01, kind: capture, text: Un écran }] }]
    references: [{ title: Guide, url: "https://example.org/guide" }, { title: Ruse, url: "command:run" }]
  - { id: SC.SSI/GEN.19, title: Restauration }
faq:
  - { id: a01, subject: Courte, answer: La réponse courte., requirements: [{ id: SC.SSI/GEN.18, match: cited }] }
  - { id: a02, subject: Longue, answer: "${'mot '.repeat(500)}", requirements: [{ id: SC.SSI/GEN.18, match: matched }] }
  - { id: a03, subject: Famille, answer: Pour toutes., requirements: [{ id: SC.SSI/GEN.18, match: family }] }
`);

interface Options {
  readonly of?: Catalog;
  readonly parts?: Parameters<typeof traceOf>[1] & object;
}

function hover(marked: string, { of = catalog, parts = {} }: Options = {}): Hover | undefined {
  const offset = marked.indexOf(CURSOR);
  const lines = marked.slice(0, offset).split('\n');
  const text = marked.replace(CURSOR, '');
  const trace = traceOf(of, { files: { 'src/a.ts': text }, ...parts });
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return hoverAt(annotationsOf('src/a.ts', text, of), position, { trace, catalog: of, t: english });
}

function only(marked: string, options?: Options) {
  const found = hover(marked, options);
  assert.equal(found?.sections.length, 1);
  const [section] = found.sections;
  assert.ok(section);
  return { ...section, range: found.range };
}

// @segur ST.EDT.02
describe('the hover', () => {
  it('stands over the id, and nowhere in code, notes and verbs', () => {
    const { range } = only('// @segur SC.SSI/GE│N.18 - a note\nrun();\n');
    assert.deepEqual(range, { start: { line: 0, character: 10 }, end: { line: 0, character: 23 } });
    assert.equal(hover('// @segur SC.SSI/GEN.18 - a n│ote\nrun();\n'), undefined);
    assert.equal(hover('// @segur SC.SSI/GEN.18\nru│n();\n'), undefined);
    assert.equal(hover('// @segur partial │ SC.SSI/GEN.18\nrun();\n'), undefined);
  });

  it('tells what the REM says of it, escaped, before where it comes from', () => {
    const of = catalogOf(`requirements:
  - { id: SC.FIC/A.01, title: Fictive, criticality: "Ma*jeure*", rows: [7], profiles: [{ profil: Général }] }
`);
    const { details } = only('// @segur SC.FIC/A│.01\nrun();\n', { of });
    assert.match(details, /Criticality: Ma\\\*jeure\\\* · Profil: Général · Rows of the REM: 7\n\n_/u);
  });

  it('names the code that the annotation speaks of, once it is known', () => {
    const text = '// @segur SC.SSI/GEN.18\nfunction save() {}\n';
    const file = annotationsOf('src/a.ts', text, catalog);
    const unit = { kind: 'function', name: 'store.sa_ve', startLine: 1, endLine: 3 };
    const known = { ...file, annotations: file.annotations.map((annotation) => ({ ...annotation, unit })) };
    const context = { trace: traceOf(catalog, { files: { 'src/a.ts': text } }), catalog, t: english };
    const headOf = (of: typeof file): string =>
      hoverAt(of, { line: 0, character: 12 }, context)?.sections[0]?.head ?? '';
    assert.match(headOf(known), /^Code: store\.sa\\_ve, lines 2 to 4$/mu);
    assert.doesNotMatch(headOf(file), /Code:/u);
  });

  it('says in its head what the requirement is, its state, its needs and its gaps', () => {
    const { head } = only('// @segur │SC.SSI/GEN.18\nrun();\n');
    assert.match(head, /^\*\*SC\.SSI\/GEN\.18\*\* — Sauvegarde/u);
    assert.match(head, /◐ Partial/u);
    assert.match(head, /✓ code · ✗ proof/u);
    assert.match(head, /1 in code, 0 in tests, 0 declared proof/u);
    assert.match(head, /expected proof SC\.SSI\/GEN\.18\.01\.01/u);
  });

  it('names the scenario where one is named, and the decision where one counts', () => {
    assert.match(only('// @segur SC.SSI/GEN.18│.01\nrun();\n').head, /Named here: SC\.SSI\/GEN\.18\.01/u);
    const parts = { decisions: [decisionOf('SC.SSI/GEN.18')] };
    assert.match(only('// @segur │SC.SSI/GEN.18\nrun();\n', { parts }).head, /Decision: Hors périmètre/u);
  });

  it('lists points to cover, expected proofs, and web references alone as links', () => {
    const { details } = only('// @segur │SC.SSI/GEN.18\nrun();\n');
    assert.match(details, /☐ Les rôles\n- ☐ La fréquence _\(indicative\)_/u);
    assert.match(details, /SC\.SSI\/GEN\.18\.01\.01 · screenshot — Un écran/u);
    assert.match(details, /\[Guide\]\(<https:\/\/example\.org\/guide>\)/u);
    assert.match(details, /\n- Ruse/u);
    assert.doesNotMatch(details, /command:/u);
  });

  it('quotes the strongest answers in full and links the long and the family-wide ones', () => {
    const { details, otherAnswers } = only('// @segur │SC.SSI/GEN.18\nrun();\n');
    assert.match(details, /\*\*Courte\*\* \(names this requirement\)\n\n> La réponse courte\./u);
    assert.doesNotMatch(details, /mot mot|Pour toutes/u);
    assert.deepEqual(
      otherAnswers.map((action) => [action.kind, action.label]),
      [
        ['open-faq', 'Longue'],
        ['open-faq', 'Famille'],
      ],
    );
  });

  it('quotes a first answer in full however long it is', () => {
    const long = catalogOf(`requirements: [{ id: R.1, title: T }]
faq: [{ id: a, subject: S, answer: "${'mot '.repeat(900)}", requirements: [{ id: R.1, match: matched }] }]
`);
    const { details, otherAnswers } = only('// @segur │R.1\nrun();\n', { of: long });
    assert.match(details, /mot mot/u);
    assert.deepEqual(otherAnswers, []);
  });

  it('is brief over the marker, with a section for each id', () => {
    const found = hover('// @se│gur SC.SSI/GEN.18, SC.SSI/GEN.19\nrun();\n');
    assert.equal(found?.sections.length, 2);
    assert.deepEqual(
      found.sections.map((section) => section.details),
      ['', ''],
    );
  });

  it('offers the requirement, its places when there are several, and an annotation', () => {
    const kinds = (text: string) => only(text).actions.map((action) => action.kind);
    assert.deepEqual(kinds('// @segur │SC.SSI/GEN.18\nrun();\n'), ['open-requirement', 'annotate']);
    assert.deepEqual(kinds('// @segur │SC.SSI/GEN.18\nrun();\n// @segur SC.SSI/GEN.18\nstop();\n'), [
      'open-requirement',
      'show-places',
      'annotate',
    ]);
  });

  it('proposes the closest requirements for an id that no catalogue knows', () => {
    const { head, actions } = only('// @segur │SC.SSI/GEN.81\nrun();\n');
    assert.match(head, /^\*\*SC\.SSI\/GEN\.81\*\* — unknown requirement/u);
    assert.match(head, /Did you mean:/u);
    assert.ok(actions.some((action) => action.kind === 'open-requirement' && action.requirement === 'SC.SSI/GEN.18'));
  });

  it('says what comes next where an id is like none of the catalogue', () => {
    const { head, actions } = only('// @segur │ZZZ-QQQQQQQQ.999\nrun();\n');
    assert.match(head, /correct the id, or bring the REM or the catalogue that has it/u);
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['import-rem'],
    );
  });

  it('says of a mention that it is no link', () => {
    const found = only('// as SC.SSI/GE│N.19 asks\nrun();\n');
    assert.match(found.head, /_A mention without the marker: it is no link\._/u);
    assert.deepEqual(found.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 19 } });
  });

  it('stands over the ids of project and catalogue files, without the name of any code', () => {
    const context = { trace: traceOf(catalog, {}), catalog, t: english };
    const headsOf = (text: string): (string | undefined)[] =>
      yamlIds(text).map((id) => hoverOnYamlId(id, context)?.sections[0]?.head.split('\n')[0]);
    assert.deepEqual(headsOf('proofs:\n  - for: ["GEN.18", gen-19, NO-1]\n'), [
      '**SC.SSI/GEN.18** — Sauvegarde',
      '**SC.SSI/GEN.19** — Restauration',
      '**NO\\-1** — unknown requirement',
    ]);
    // A definition that is not saved yet is not unknown.
    assert.deepEqual(headsOf('requirements:\n  - id: NO-1\n    scenarios: [{ id: NO-1.01 }]\n'), [
      undefined,
      undefined,
    ]);
    assert.deepEqual(headsOf('faq:\n  - requirements: [{ id: NO-1 }]\n'), ['**NO\\-1** — unknown requirement']);
  });

  it('holds what a catalogue names as text, wherever it stands', () => {
    const sly = '![x](https://example.org/x.png) <b>[y](command:run)</b>';
    const of = catalogOf(
      `requirements:\n  - id: R.1\n    title: "${sly}"\n    chapter: "${sly}"\n    note: "${sly}"\n    source: "${sly}"\n    needs: [code, proof]\n    checklist: [{ id: a, text: "${sly}" }]\n    proofs: [{ kind: capture, text: "${sly}" }]\n    references: [{ title: "${sly}" }]\n`,
    );
    const { head, details } = only('// @segur │R.1\nrun();\n', { of });
    assert.doesNotMatch(new MarkdownIt({ html: true }).render(`${head}\n\n${details}`), /<img|<a |<b>/u);
  });

  it('fetches no image of an answer', () => {
    const sly = catalogOf(`requirements: [{ id: R.1, title: T }]
faq: [{ id: a, subject: S, answer: "![x](https://example.org/x.png) <img src=x>", requirements: [{ id: R.1 }] }]
`);
    const { details } = only('// @segur │R.1\nrun();\n', { of: sly });
    assert.doesNotMatch(new MarkdownIt({ html: true }).render(details), /<img/u);
  });
});

describe('escaped Markdown', () => {
  const rendered = new MarkdownIt({ html: true, linkify: false });

  it('is the text itself once rendered, whatever the text', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'[](){}<>!*_`~#|\\&$+-=.:1@"\''.split(''), '\n', ' ', 'a', 'http://x', 'command:', 'é'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const html = rendered.render(`x ${escapeMarkdown(text)}`);
        assert.match(html, /^<p>[^<]*<\/p>\n$/u);
        const shown = html
          .slice(3, -5)
          .replace(/&lt;/gu, '<')
          .replace(/&gt;/gu, '>')
          .replace(/&quot;/gu, '"')
          .replace(/&amp;/gu, '&');
        assert.equal(shown.trimEnd(), `x ${text.replace(/\s+/gu, ' ').trim()}`.trimEnd());
      }),
    );
  });

  it('holds no character that turns the direction of what follows', () => {
    assert.equal(escapeMarkdown('a\u202Eb\u2066c'), 'abc');
  });
});
