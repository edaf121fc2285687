import { folded } from '../../base/folded';
import type { Translate } from '../../base/message';
import type { Range } from '../../base/text';
import type { Catalog, Requirement } from '../../catalog/model';
import type { Link, RequirementTrace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { linkStateLabel, scopeLabel, stateLabel, verbLabel } from '../../trace/words';
import type { Known } from '../annotatedRequirements';
import { shortTitle } from '../shortTitle';

/** A requirement, at its entry in a catalogue, or a place that speaks of it. */
export interface FoundSymbol {
  readonly kind: 'requirement' | 'annotation';
  readonly name: string;
  /** What stands beside the name. */
  readonly container: string;
  /** As in a `SourceLocation`. */
  readonly file: string;
  readonly range: Range;
}

const LONGEST_TITLE = 60;
const LONGEST_CODE = 60;
const SHORTEST_QUERY = 2;
/** Longer ones are no search. */
const LONGEST_QUERY = 100;
/** More than anybody looks through; requirements leave room for their places. */
const MOST_REQUIREMENTS = 60;
const MOST = 200;

/**
 * Requirements by id, in any spelling, and by the words of their title, without accents too; each is followed by its places. The closest come first.
 * Nothing for a query that says nothing.
 */
export function workspaceSymbols(query: string, known: Known, t: Translate): FoundSymbol[] {
  const symbols: FoundSymbol[] = [];
  for (const row of matchingRows(query, known)) {
    const { id, title, location } = row.requirement;
    const named = `${id} ${shortTitle(title, LONGEST_TITLE)}`;
    const state = inProfile(row) ? stateLabel(t, row.state).toLowerCase() : scopeLabel(t, row.scope);
    symbols.push({ kind: 'requirement', name: nameThatIsKept([named], query), container: state, ...location });
    for (const link of row.links) {
      symbols.push(placeSymbol(link, named, query, t));
      if (symbols.length >= MOST) {
        return symbols;
      }
    }
  }
  return symbols;
}

/** Told apart by the code where the query allows it: where it asks for words of the title, all places of a requirement have one name. */
function placeSymbol(link: Link, named: string, query: string, t: Translate): FoundSymbol {
  const { id, file, range, verb, state, unit, snippet } = link;
  const code = shortTitle(unit?.name ?? snippet, LONGEST_CODE);
  const name = nameThatIsKept(code === '' ? [named] : [`${id} ${code}`, named], query);
  const words = [verbLabel(t, verb), state === 'ok' ? '' : linkStateLabel(t, state), name.includes(code) ? '' : code];
  return { kind: 'annotation', name, container: words.filter(Boolean).join(' · '), file, range };
}

function matchingRows(query: string, { trace, catalog }: Known): RequirementTrace[] {
  const squeezed = lettersOf(query).join('');
  if (squeezed.length < SHORTEST_QUERY || query.length > LONGEST_QUERY) {
    return [];
  }
  const meant = catalog.resolve(query).targets.map(({ requirement }) => requirement);
  const words = lettersOf(query);
  const byId: string[] = [];
  const byWords: string[] = [];
  for (const { id, ends, starts } of indexOf(catalog)) {
    if (ends.some((end) => end.startsWith(squeezed))) {
      byId.push(id);
    } else if (words.every((word) => starts.some((start) => start.startsWith(word)))) {
      byWords.push(id);
    }
  }
  const ids = [...new Set([...meant, ...byId, ...byWords])].slice(0, MOST_REQUIREMENTS);
  return ids.flatMap((id) => trace.requirement(id) ?? []);
}

interface Indexed {
  readonly id: string;
  /** Its ids from each of their parts on, letters and digits alone. */
  readonly ends: readonly string[];
  /** The words of its ids and its title. */
  readonly starts: readonly string[];
}

const indexes = new WeakMap<Catalog, readonly Indexed[]>();

function indexOf(catalog: Catalog): readonly Indexed[] {
  let index = indexes.get(catalog);
  if (index === undefined) {
    index = catalog.requirements.map(indexed);
    indexes.set(catalog, index);
  }
  return index;
}

function indexed({ id, title, aliases }: Requirement): Indexed {
  const ids = [id, ...aliases].map(lettersOf);
  return {
    id,
    ends: ids.flatMap((parts) => parts.map((_, from) => parts.slice(from).join(''))),
    starts: [...ids.flat(), ...lettersOf(title)],
  };
}

/** Its words, without case and accents. */
function lettersOf(text: string): string[] {
  return (
    folded(text)
      .replaceAll('œ', 'oe')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * VS Code shows a symbol only when its name holds all that was typed, letter by letter in that order, and takes `é` for another letter than `e`.
 * Decomposed, `é` is an `e` with a mark behind, and looks the same; what is spelt otherwise is shown beside the name.
 */
function nameThatIsKept(names: readonly [string, ...string[]], query: string): string {
  const typed = query.trim();
  const decomposed = names.map((name) => name.normalize('NFD'));
  return [...names, ...decomposed].find((one) => holds(one, typed)) ?? `${names[0]} (${typed})`;
}

function holds(text: string, query: string): boolean {
  const units = query.toLowerCase();
  let at = 0;
  for (const unit of text.toLowerCase()) {
    at += units.startsWith(unit, at) ? unit.length : 0;
  }
  return at >= units.length;
}
