import { dayText, type Translate } from '../base/message';
import type { RequirementState, Trace } from '../trace/model';
import { profileText } from '../trace/profileText';
import type { MatrixOptions } from './matrixFormat';

/** Those that ask for work first. */
export const STATES: readonly RequirementState[] = [
  'missing',
  'suspect',
  'partial',
  'satisfied',
  'accepted-gap',
  'not-applicable',
];

/** The states that some requirement of the profile is in, those that ask for work first. */
export function statesPresent(trace: Pick<Trace, 'counts'>): readonly RequirementState[] {
  return STATES.filter((state) => trace.counts[state] > 0);
}

/** Name and version, as far as the project file has them. */
export function productName({ product }: Pick<Trace, 'product'>): string {
  return [product.name, product.version].filter((part) => part !== undefined).join(' ');
}

export function documentTitle(trace: Trace, t: Translate): string {
  const product = productName(trace);
  return product === '' ? t('Traceability matrix') : t('Traceability matrix — {0}', product);
}

/** What a reader has to know of the document: profile, catalogues, commit, date. */
export function documentFacts(
  trace: Trace,
  { t, commit, generatedAt, facts: more = [] }: MatrixOptions,
): readonly [string, string][] {
  const facts: [string, string][] = [[t('Profile'), profileText(t, trace.profile)]];
  for (const { title, edition } of trace.catalogs) {
    facts.push([t('Catalogue'), edition === undefined ? title : `${title} (${edition})`]);
  }
  if (commit !== undefined) {
    facts.push([t('Commit'), commit]);
  }
  if (generatedAt !== undefined) {
    facts.push([t('Date'), dayText(t, generatedAt)]);
  }
  facts.push(...more.map(([name, value]): [string, string] => [name, value]));
  return facts;
}
