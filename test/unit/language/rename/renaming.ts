/* What the tests of renaming share: a catalogue of one's own, and what a renaming makes of texts. */
import assert from 'node:assert/strict';
import { languageForPath } from '../../../../src/annotations/languages';
import { createMentionMatcher } from '../../../../src/annotations/mentions';
import { parseAnnotations } from '../../../../src/annotations/parseAnnotations';
import { english, render } from '../../../../src/base/message';
import { applyEdits } from '../../../../src/base/textEdit';
import { loadCatalogFile } from '../../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../../src/catalog/mergeCatalogs';
import type { Catalog } from '../../../../src/catalog/model';
import { askedInCode } from '../../../../src/language/occurrences/askedId';
import type { IdsOfFile } from '../../../../src/language/occurrences/definition';
import { planRename, type RenamePlan } from '../../../../src/language/rename/plan';
import { annotationEdits, type RenameEdit } from '../../../../src/language/rename/renameEdits';
import { definersOf, subjectOf, type Renaming, type Subject } from '../../../../src/language/rename/subject';
import { yamlIds } from '../../../../src/language/yamlIds';

export const ownText = `version: 1
catalog: { id: own, title: À nous, edition: "2026" }
requirements:
  - id: PRJ/GEN.18
    title: Procédure
    aliases: [OLD.1]
    scenarios:
      - id: PRJ/GEN.18.01
        proofs: [{ id: PRJ/GEN.18.01.01, kind: capture, text: Écran }]
      - id: FREE-7
  - { id: 'PRJ/GEN.19', title: Dix-neuf }
  - { id: PRJ/GEN.20, title: Vingt }
  - { id: PRJ/GEN.02, title: Simple }
  - { id: PRJ/GEN.02 BIS, title: Bis }
faq:
  - { id: a1, answer: Oui., requirements: [{ id: GEN.18, match: matched }] }
`;

export const shippedText = `version: 1
catalog: { id: shipped, title: Livré, edition: "2026" }
requirements:
  - { id: SC.SSI/IE.35, title: Journal, aliases: [IE.350] }
  - { id: SC.SSI/IE.36, title: Échecs }
`;

function catalogsOf(texts: Readonly<Record<string, string>>): { catalog: Catalog; files: IdsOfFile[] } {
  const loaded = Object.entries(texts).map(([file, text]) => loadCatalogFile(text, file).catalog);
  return {
    catalog: mergeCatalogs(loaded.filter((one) => one !== undefined)).catalog,
    files: Object.entries(texts).map(([file, text]) => ({ file, ids: yamlIds(text, 'catalog') })),
  };
}

export const { catalog, files } = catalogsOf({ 'builtin:shipped': shippedText, 'own.yaml': ownText });

export function reader(path = 'a.ts', of: Catalog = catalog) {
  const mentions = createMentionMatcher(of.requirements.map(({ id }) => id));
  return (text: string) => parseAnnotations(text, { language: languageForPath(path), marker: '@segur', mentions });
}

export function subject(raw: string): Subject {
  const asked = askedInCode(reader()(`// @segur ${raw}`), { line: 0, character: 10 }, catalog);
  assert.ok(asked, raw);
  const found = subjectOf(asked);
  assert.ok('kind' in found, JSON.stringify(found));
  return found;
}

export function plan(raw: string, typed: string, written: readonly string[] = []): RenamePlan {
  const of = subject(raw);
  return planRename(of, typed, { catalog, definers: definersOf(of, files), marker: '@segur', written: () => written });
}

/** Why it must not be, in English. */
export function refusalOf(raw: string, typed: string, written: readonly string[] = []): string {
  const found = plan(raw, typed, written);
  return found.kind === 'refused' ? render(english, found.why) : 'ready';
}

export function renaming(raw: string, typed: string): Renaming {
  const found = plan(raw, typed);
  assert.ok(found.kind === 'ready', `${raw} to ${typed}: ${refusalOf(raw, typed)}`);
  return found.renaming;
}

/** The text afterwards, with all that the user could tick. */
export function renamed(text: string, raw: string, typed: string, path = 'a.ts'): string {
  const edits: readonly RenameEdit[] | undefined = annotationEdits(text, reader(path), renaming(raw, typed), catalog);
  assert.ok(edits, 'left out');
  return applyEdits(text, edits);
}
