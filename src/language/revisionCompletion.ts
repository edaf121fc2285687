import { endOfWord, tidy } from '../annotations/annotationWords';
import type { Translate } from '../base/message';
import { compare, LineMap, type Range } from '../base/text';
import type { Catalog } from '../catalog/model';
import { revisionOf } from '../trace/revisions';
import { padded, type CompletionItem, type Completions } from './completionItem';
import { escapeMarkdown } from './markdown';
import { annotationsBefore, apart, PROBE, startOfLine, type WrittenText } from './writingPlace';

export interface RevisionRequest extends WrittenText {
  readonly catalog: Catalog;
  readonly t: Translate;
}

/** The revision that an id can be pinned to, behind the `~` of an annotation's id. */
export function revisionCompletions(request: RevisionRequest): Completions | undefined {
  const place = revisionPlaceAt(request);
  if (place === undefined) {
    return undefined;
  }
  const { catalog, t } = request;
  const ids = new Set(catalog.resolve(place.raw).targets.map(({ requirement }) => requirement));
  const pinned = new Map<string, string[]>();
  for (const id of ids) {
    const requirement = catalog.requirement(id);
    const revision = requirement === undefined ? undefined : revisionOf(requirement, catalog);
    if (revision !== undefined && isWord(revision)) {
      pinned.set(revision, [...(pinned.get(revision) ?? []), id]);
    }
  }
  const items = [...pinned].map(([revision, of], order) => revisionItem(revision, of, order, t));
  return { inserting: place.inserting, replacing: place.replacing, items };
}

/** The grammar ends a revision at a blank or a comma. */
function isWord(revision: string): boolean {
  return endOfWord(revision, 0, revision.length) === revision.length;
}

function revisionItem(revision: string, ids: readonly string[], order: number, t: Translate): CompletionItem {
  const documentation = [
    t('{0} is at revision {1} in the catalogue.', ids.join(', '), revision),
    t(
      'Pinned to it, this annotation says which text of the requirement the code was read against: when the catalogue brings a later revision, the link becomes outdated and the requirement suspect, until somebody reads it again and changes the pin.',
    ),
  ];
  return {
    kind: 'revision',
    label: revision,
    description: t('the catalogue’s revision today'),
    detail: '',
    insertText: revision,
    filterText: revision,
    sortText: padded(order),
    documentation: documentation.map(escapeMarkdown).join('\n\n'),
    obsolete: false,
    goesOn: false,
  };
}

interface RevisionPlace {
  readonly inserting: Range;
  readonly replacing: Range;
  /** The id before the `~`, as written. */
  readonly raw: string;
}

/** Cheap where no `~` stands before the cursor; then the annotations' own grammar decides. */
function revisionPlaceAt(source: WrittenText): RevisionPlace | undefined {
  const { text, offset } = source;
  const lineStart = startOfLine(text, offset);
  const before = text.slice(lineStart, offset);
  const tilde = before.lastIndexOf('~');
  if (!/[\p{L}\p{N}]~[^\s,~]*$/u.test(before)) {
    return undefined;
  }
  const start = lineStart + tilde + 1;
  const end = Math.max(offset, start + tidy(text.slice(start, endOfWord(text, offset, text.length))).length);
  const lines = new LineMap(text);
  const idEnd = lines.positionAt(start - 1);
  const edited = `${text.slice(0, start)}${PROBE}${apart(text, end)}`;
  const id = annotationsBefore(source, edited, start)
    .flatMap(({ ids }) => ids)
    .find(({ range, revision }) => revision === PROBE && compare(range.end, idEnd) === 0);
  return id === undefined
    ? undefined
    : { inserting: lines.rangeOf(start, offset), replacing: lines.rangeOf(start, end), raw: id.raw };
}
