import { plainAddress } from '../report/href';
import type { SheetSpans } from './sheetSpans';
import type { Edit } from './textEdits';
import { prefixOf } from './xmlSpans';

/** Where a click on a cell leads. */
export interface CellLink {
  readonly href: string;
}

/** What becomes of the links of a sheet. */
export interface LinkChanges {
  readonly edits: readonly Edit[];
  /** Addresses outside of the workbook, by the ids that the sheet names them with. */
  readonly added: ReadonlyMap<string, string>;
  /** Ids of addresses that no link of the sheet names any more. */
  readonly removed: ReadonlySet<string>;
}

/** What a sheet of Excel has of links, and what a link has of characters; more of either, and it repairs the workbook. */
const MOST_LINKS = 65_530;
const LONGEST_ADDRESS = 2_079;

/**
 * Links of cells, by their references; `undefined` for a cell that is to have none. Links of other cells stay as they are.
 * @param taken ids that the sheet's relations have
 */
export function linkChanges(
  xml: string,
  spans: SheetSpans,
  cells: ReadonlyMap<string, CellLink | undefined>,
  taken: ReadonlySet<string>,
): LinkChanges {
  const { links, linksAt, relationPrefix } = spans;
  const there = (links?.items ?? []).map((span) => ({ ...span, id: relationId(span.attributes) }));
  const stay = there.filter(({ attributes }) => !cells.has(attributes['ref'] ?? ''));
  const named = new Set(stay.map(({ id }) => id));
  const removed = new Set(there.flatMap(({ id }) => (id === undefined || named.has(id) ? [] : [id])));
  const prefix = prefixOf(spans.rawName);
  const ids = new Ids(new Set([...taken].filter((id) => !removed.has(id))));
  // Relations have a name of their own only where the sheet already speaks of some.
  const own = relationPrefix === undefined ? ` xmlns:r="${spans.relations}"` : '';
  const elements = [...cells]
    .flatMap(([reference, link]) =>
      link === undefined || link.href.length > LONGEST_ADDRESS ? [] : [{ reference, ...link }],
    )
    .slice(0, Math.max(0, MOST_LINKS - stay.length))
    .map(
      ({ reference, href }) =>
        `<${prefix}hyperlink${own} ref="${reference}" ${relationPrefix ?? 'r:'}id="${ids.of(href)}"/>`,
    );
  const kept = stay.map(({ start, end }) => xml.slice(start, end));
  const all = [...kept, ...elements].join('');
  const list = all === '' ? '' : `<${prefix}hyperlinks>${all}</${prefix}hyperlinks>`;
  const [start, end] = links === undefined ? [linksAt, linksAt] : [links.start, links.end];
  const isSame = there.length === stay.length && elements.length === 0;
  return { edits: isSame ? [] : [{ start, end, text: list }], added: ids.added, removed };
}

/** Whatever prefix the sheet has for relations: a link has no other `id`. */
function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

/** An address that many cells lead to has one id. */
class Ids {
  readonly #taken: ReadonlySet<string>;
  readonly #byHref = new Map<string, string>();
  #last = 0;

  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  get added(): ReadonlyMap<string, string> {
    return new Map([...this.#byHref].map(([href, id]) => [id, href]));
  }

  of(href: string): string {
    const address = plainAddress(href);
    let id = this.#byHref.get(address);
    while (id === undefined || this.#taken.has(id)) {
      id = `rIdSegur${++this.#last}`;
    }
    this.#byHref.set(address, id);
    return id;
  }
}
