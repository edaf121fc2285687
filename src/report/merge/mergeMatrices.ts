import type { StoredConflict, StoredMatrix, StoredRequirement } from '../matrixSchema';
import { Said, sortedConflicts } from './conflicts';
import { mergeRows, type RowOf } from './mergeRows';
import { pushTo } from '../../base/pushTo';

/** The stored trace of a repository, or one that is merged already. */
export interface MergeInput {
  /** Of the repository; one that is merged already keeps its own names. */
  readonly name: string;
  readonly matrix: StoredMatrix;
}

/** Two traces of one name that are not the same. */
export class RepositoryClash extends Error {
  readonly repository: string;

  constructor(repository: string) {
    super(`two traces of ${repository}`);
    this.repository = repository;
  }
}

/** A merged trace, but for its totals. */
export type Merged = Omit<StoredMatrix, 'counts' | 'chapters' | 'themes' | 'families'>;

/**
 * Joins the traces of several repositories into that of one product: every link, proof, result, mention and problem names its repository, and what the
 * repositories do not agree about is named. The order of the traces makes no difference; one that is there twice, or is in a merged one already, counts once.
 * @throws RepositoryClash
 */
// @segur ST.HIS.02
export function mergeMatrices(inputs: readonly MergeInput[]): Merged {
  const traces = distinct(inputs).map(stamped);
  const rows = new Map<string, RowOf[]>();
  for (const { matrix, repositories } of traces) {
    for (const row of matrix.requirements) {
      const one = { row, repositories };
      pushTo(rows, row.id, one);
    }
  }
  const merged = [...rows.values()].map(mergeRows);
  const frame = frameOf(traces);
  const conflicts = sortedConflicts([
    ...frame.conflicts,
    ...merged.flatMap((one) => one.conflicts),
    ...traces.flatMap(({ matrix }) => matrix.conflicts ?? []),
  ]);
  return {
    version: 1,
    product: frame.product,
    profile: frame.profile,
    catalogs: frame.catalogs,
    repositories: traces.flatMap(({ matrix }) => matrix.repositories ?? []).sort((a, b) => compare(a.name, b.name)),
    conflicts,
    requirements: merged.map(({ row }) => row),
    unknownLinks: traces.flatMap(({ matrix }) => matrix.unknownLinks),
    mentions: traces.flatMap(({ matrix }) => matrix.mentions),
    problems: traces.flatMap(({ matrix }) => matrix.problems),
  };
}

interface Stamped {
  readonly matrix: StoredMatrix;
  readonly repositories: readonly string[];
}

/** In a fixed order, each repository once. */
function distinct(inputs: readonly MergeInput[]): MergeInput[] {
  const sorted = [...inputs].sort((a, b) => compare(orderOf(a), orderOf(b)));
  const known = new Map<string, { readonly commit: string | undefined; readonly input: MergeInput }>();
  const kept: MergeInput[] = [];
  // Merged ones first: they hold what may come alone too.
  for (const input of [...sorted.filter(isMerged), ...sorted.filter((one) => !isMerged(one))]) {
    const own = input.matrix.repositories ?? [{ name: input.name, commit: input.matrix.commit }];
    const before = own.flatMap(({ name }) => known.get(name) ?? []);
    if (before.length === 0) {
      own.forEach(({ name, commit }) => known.set(name, { commit, input }));
      kept.push(input);
      continue;
    }
    const isSame = own.every(({ name, commit }) => {
      const one = known.get(name);
      return one !== undefined && one.commit === commit && (isMerged(one.input) || sameText(one.input, input));
    });
    if (!isSame) {
      throw new RepositoryClash(own.find(({ name }) => known.has(name))?.name ?? input.name);
    }
  }
  return kept.sort((a, b) => compare(orderOf(a), orderOf(b)));
}

function orderOf({ name, matrix }: MergeInput): string {
  return (matrix.repositories ?? [{ name }]).map((one) => one.name).sort()[0] ?? name;
}

function isMerged({ matrix }: MergeInput): boolean {
  return matrix.repositories !== undefined;
}

function sameText(one: MergeInput, other: MergeInput): boolean {
  return one === other || JSON.stringify(one.matrix) === JSON.stringify(other.matrix);
}

/** Everything with the name of its repository. */
function stamped({ name, matrix }: MergeInput): Stamped {
  if (matrix.repositories !== undefined) {
    return { matrix, repositories: matrix.repositories.map((one) => one.name) };
  }
  const { product, commit } = matrix;
  const of = <T extends object>(one: T): T & { repository: string } => ({ ...one, repository: name });
  return {
    repositories: [name],
    matrix: {
      ...matrix,
      repositories: [{ name, ...(commit === undefined ? {} : { commit }), product }],
      requirements: matrix.requirements.map((row) => stampedRow(row, of)),
      unknownLinks: matrix.unknownLinks.map(of),
      mentions: matrix.mentions.map(of),
      problems: matrix.problems.map(of),
    },
  };
}

function stampedRow(
  row: StoredRequirement,
  of: <T extends object>(one: T) => T & { repository: string },
): StoredRequirement {
  const { documents, tests } = row;
  return {
    ...row,
    links: row.links.map(of),
    proofs: row.proofs.map(of),
    ...(documents === undefined ? {} : { documents: documents.map(of) }),
    ...(tests === undefined ? {} : { tests: { ...tests, named: tests.named.map(of) } }),
  };
}

/** What is said of the product as a whole; of what they do not agree about, nothing. */
function frameOf(traces: readonly Stamped[]) {
  const said = {
    name: new Said(),
    version: new Said(),
    couloir: new Said(),
    dispositif: new Said(),
    profils: new Said(),
  };
  const editions = new Map<string, Said>();
  const catalogs = new Map<string, StoredMatrix['catalogs'][number]>();
  const profils = new Set<string>();
  for (const { matrix, repositories } of traces) {
    const { product, profile } = matrix;
    const facts = { ...product, couloir: profile.couloir, dispositif: profile.dispositif };
    for (const key of ['name', 'version', 'couloir', 'dispositif'] as const) {
      const value = facts[key];
      if (value !== undefined) {
        said[key].add(value, repositories);
      }
    }
    said.profils.add([...profile.profils].sort().join(', '), repositories);
    profile.profils.forEach((one) => profils.add(one));
    for (const catalog of matrix.catalogs) {
      catalogs.set(`${catalog.id}\0${catalog.edition ?? ''}`, catalog);
      if (matrix.catalogs.some((one) => one !== catalog && one.id === catalog.id)) {
        // A merged trace of several editions: it names who has which.
        continue;
      }
      const known = editions.get(catalog.id) ?? new Said();
      known.add(catalog.edition ?? '', repositories);
      editions.set(catalog.id, known);
    }
  }
  const { name, version, couloir, dispositif } = said;
  const conflicts: (StoredConflict | undefined)[] = [
    name.conflict('product', 'name'),
    version.conflict('product', 'version'),
    couloir.conflict('profile', 'couloir'),
    dispositif.conflict('profile', 'dispositif'),
    said.profils.conflict('profile', 'profils'),
    ...[...editions].map(([id, own]) => own.conflict('edition', id)),
  ];
  return {
    product: { ...known('name', name.only), ...known('version', version.only) },
    profile: {
      ...known('couloir', couloir.only),
      ...known('dispositif', dispositif.only),
      profils: [...profils].sort(),
    },
    catalogs: [...catalogs].sort(([a], [b]) => compare(a, b)).map(([, catalog]) => catalog),
    conflicts: conflicts.filter((one) => one !== undefined),
  };
}

function known<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
