/* What the tests of the fixes share: a small catalogue, a text with a cursor, the fixes there and the text that each leaves. */
import assert from 'node:assert/strict';
import { languageForPath } from '../../../../src/annotations/languages';
import { createMentionMatcher } from '../../../../src/annotations/mentions';
import { parseAnnotations } from '../../../../src/annotations/parseAnnotations';
import { english, render } from '../../../../src/base/message';
import { LineMap, type Range } from '../../../../src/base/text';
import { applyEdits } from '../../../../src/base/textEdit';
import type { Catalog } from '../../../../src/catalog/model';
import { linksOf, type Fix, type FixRequest } from '../../../../src/language/fixes/fix';
import { fixesAt } from '../../../../src/language/fixes/fixesAt';
import type { TracerParts } from '../../trace/fixtures';
import { catalogOf, traceOf } from '../../trace/fixtures';

export const CURSOR = '│';
const CURSORS = new RegExp(CURSOR, 'gu');

export const catalog: Catalog = catalogOf(
  `requirements:
  - { id: SC.SSI/GEN.18, title: Procédure de gestion des incidents, nature: exigence, origin: cited, needs: [code, proof], aliases: [GEN.99] }
  - { id: SC.SSI/GEN.21, title: Procédure de sauvegarde et de restauration, nature: exigence, origin: cited, needs: [proof] }
  - { id: SC.SSI/IE.35, title: Journal des accès, nature: exigence, origin: cited, needs: [code, test] }
  - { id: SC.SSI/IE.36, title: Journal des échecs, nature: exigence, origin: cited, needs: [code] }
  - { id: SC.SSI/IE.37, title: Fin de session, nature: exigence, origin: cited, needs: [code] }
  - { id: SC.SSI/OLD.1, title: Ancienne exigence, nature: exigence, origin: cited, needs: [code], obsolete: true }
  - { id: REQ-1200, title: Chiffrement des postes, nature: exigence, origin: cited, needs: [code], revision: v2 }
`,
);

export interface Fixing {
  readonly request: FixRequest;
  readonly fixes: readonly Fix[];
  readonly titles: readonly string[];
  /** The text after the fix whose title holds the words. */
  readonly after: (words: string) => string;
}

export function requestFor(path: string, marked: string, parts: TracerParts = {}): FixRequest {
  const offsets: number[] = [];
  const text = marked.replace(CURSORS, (_, at: number) => {
    offsets.push(at - offsets.length);
    return '';
  });
  const [start = 0, end = start] = offsets;
  return requestAt(path, text, new LineMap(text).rangeOf(start, end), parts);
}

function requestAt(path: string, text: string, range: Range, parts: TracerParts = {}): FixRequest {
  const language = languageForPath(path, text);
  const ids = catalog.requirements.flatMap(({ id, aliases }) => [id, ...aliases]);
  return {
    path,
    text,
    language,
    marker: '@segur',
    file: parseAnnotations(text, { language, marker: '@segur', mentions: createMentionMatcher(ids) }),
    range,
    trace: traceOf(catalog, { ...parts, files: { [path]: text, ...parts.files } }),
    catalog,
    isTest: (file) => file.startsWith('test/'),
  };
}

export function fixing(path: string, marked: string, parts: TracerParts = {}): Fixing {
  const request = requestFor(path, marked, parts);
  const fixes = fixesAt(request);
  const titles = fixes.map(({ title }) => render(english, title));
  return {
    request,
    fixes,
    titles,
    after: (words) => {
      const found = fixes.filter((_, index) => titles[index]?.includes(words) === true);
      assert.equal(found.length, 1, `“${words}” is in ${found.length} of: ${titles.join(' | ')}`);
      return applyEdits(request.text, found[0]?.edits ?? []);
    },
  };
}

/** What a text says: the items with their verbs, pins and notes, and its problems by code. */
export function saysOf(path: string, text: string): { links: string[]; problems: string[] } {
  const request = requestAt(path, text, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  const { links, problems } = linksOf(request);
  return {
    links: links.map(({ verb, item, id, revision = '', note = '' }) => `${verb} ${item ?? id} ~${revision} ${note}`),
    problems: problems.map(({ code }) => code),
  };
}
