import { addDays, daysBetween, lastDayWithinYear } from '../../evidence/calendar';
import { setText } from '../../base/yamlEdit';
import type { Catalog } from '../../catalog/model';
import type { Product } from '../../trace/model';
import { revisionOf } from '../../trace/revisions';
import { withProofFiles, type ProjectEdit } from './projectEdits';

/** An entry of `proofs`, of whatever shape. */
type Entry = Readonly<Record<string, unknown>>;

/** What is written when a proof was established anew. */
export interface Renewal {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly expires?: string;
  readonly edition?: string;
  readonly version?: string;
  /** Paths; absent where the files stay. */
  readonly files?: readonly string[];
}

/**
 * The last day of a proof that is established anew; `undefined` where it names none of its own, as its kind then tells. It lasts as long as
 * before, a penetration test form less than a year.
 */
export function renewedExpiry(entry: Entry, date: string): string | undefined {
  const { expires, date: before, kind } = entry;
  if (typeof expires !== 'string') {
    return undefined;
  }
  const span = typeof before === 'string' ? daysBetween(before, expires) : undefined;
  const isUsual = kind === 'formulaire' || span === undefined || span <= 0;
  return isUsual ? lastDayWithinYear(date) : addDays(date, span);
}

/** The edition and the version of now, where the entry names others. */
export function renewedFacts(entry: Entry, catalog: Catalog, product: Product): Pick<Renewal, 'edition' | 'version'> {
  const edition = currentEdition(entry, catalog);
  const { version } = product;
  return {
    ...(typeof entry['edition'] === 'string' && edition !== undefined ? { edition } : {}),
    ...(entry['version'] !== undefined && version !== undefined ? { version } : {}),
  };
}

/** That of the requirements it is for; `undefined` where they have several. */
export function currentEdition(entry: Entry, catalog: Catalog): string | undefined {
  const ids = [entry['for']].flat().flatMap((raw) => (typeof raw === 'string' ? catalog.resolve(raw).targets : []));
  const requirements = ids.flatMap(({ requirement }) => catalog.requirement(requirement) ?? []);
  const editions = new Set(requirements.map((requirement) => revisionOf(requirement, catalog)));
  return editions.size === 1 ? [...editions][0] : undefined;
}

/** Throws `YamlBroken`. */
export function withRenewal(text: string, index: number, { files, ...facts }: Renewal): ProjectEdit {
  const dated = Object.entries(facts).reduce(
    (edited, [key, value]) => setText(edited, ['proofs', index, key], value),
    text,
  );
  return files === undefined || files.length === 0 ? { text: dated } : withProofFiles(dated, index, files);
}
