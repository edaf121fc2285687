import type { Verb } from '../../annotations/model';
import type { Range } from '../../base/text';
import type { Catalog } from '../../catalog/model';
import { byPlace } from '../../trace/byPlace';
import type { Link, Trace } from '../../trace/model';
import { isDefinition, type YamlIdRole } from '../yamlIds';
import { isNamed, requirementsOf, type AskedId } from './askedId';
import { definitionsOf, type IdsOfFile } from './definition';
import { sameId } from './sameId';

/** What an id does at a place, in the order in which places are told. */
const occurrenceKinds = [
  'definition',
  'implements',
  'partial',
  'verifies',
  'todo',
  'proof',
  'decision',
  'alias',
  'faq',
  'mention',
] as const;
export type OccurrenceKind = (typeof occurrenceKinds)[number];

export interface Occurrence {
  /** Relative to the workspace folder, or `builtin:<name>`. */
  readonly file: string;
  readonly range: Range;
  readonly kind: OccurrenceKind;
}

export interface OccurrenceSource {
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly catalogs: readonly IdsOfFile[];
  /** Absent where the folder has none. */
  readonly project: IdsOfFile | undefined;
}

/**
 * Every place of what an id stands for in one folder: for a scenario or a proof, the places of its requirement. Costs what those places are, however
 * many links the folder holds.
 */
// @segur ST.EDT.07
export function occurrencesOf(asked: AskedId, source: OccurrenceSource, withDefinitions: boolean): Occurrence[] {
  const found: Occurrence[] = [
    ...(withDefinitions ? definitions(asked, source.catalogs) : []),
    ...linksOf(asked, source).map(({ file, range, verb }): Occurrence => ({ file, range, kind: verb satisfies Verb })),
    ...inYaml(asked, source),
    ...mentions(asked, source),
  ];
  const order = (kind: OccurrenceKind): number => occurrenceKinds.indexOf(kind);
  found.sort((a, b) => order(a.kind) - order(b.kind) || byPlace(a, b));
  const seen = new Set<string>();
  return found.filter(({ file, range: { start } }) => {
    // A range of a requirement's scenarios is as many links at one place.
    const key = `${start.line} ${start.character} ${file}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** Of the requirement too where something below it is asked for. */
function definitions(asked: AskedId, catalogs: readonly IdsOfFile[]): Occurrence[] {
  const targets = asked.resolution.targets.map(({ requirement }) => ({
    requirement,
    item: requirement,
    level: 'requirement' as const,
  }));
  const above: AskedId = { ...asked, resolution: { kind: 'exact', targets } };
  return [...definitionsOf(asked, catalogs), ...definitionsOf(above, catalogs)].map((place) => ({
    ...place,
    kind: 'definition',
  }));
}

function linksOf(asked: AskedId, { trace }: OccurrenceSource): readonly Link[] {
  const requirements = requirementsOf(asked);
  return requirements.length === 0
    ? trace.unknownLinks.filter(({ raw }) => sameId(raw, asked.raw))
    : requirements.flatMap((id) => trace.requirement(id)?.links ?? []);
}

const KINDS: Readonly<Record<Exclude<YamlIdRole, 'definition' | 'scenario' | 'expected-proof'>, OccurrenceKind>> = {
  'proof-for': 'proof',
  'decision-for': 'decision',
  alias: 'alias',
  'faq-reference': 'faq',
};

function inYaml(asked: AskedId, { catalog, catalogs, project }: OccurrenceSource): Occurrence[] {
  return [...(project === undefined ? [] : [project]), ...catalogs].flatMap(({ file, ids }) =>
    ids.flatMap(({ raw, range, role }): Occurrence[] =>
      isDefinition(role) || !isNamed(asked, raw, catalog) ? [] : [{ file, range, kind: KINDS[role] }],
    ),
  );
}

function mentions(asked: AskedId, { trace }: OccurrenceSource): Occurrence[] {
  const requirements = new Set(requirementsOf(asked));
  return requirements.size === 0
    ? []
    : trace.mentions
        .filter(({ id }) => requirements.has(id))
        .map(({ file, range }) => ({ file, range, kind: 'mention' }));
}
