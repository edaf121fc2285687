import { agesFrom, ageKey } from '../evidence/proofAge';
import type { Catalog } from '../catalog/model';
import type { Link, Trace } from './model';

/** Code of which it is asked whether it changed after a day. */
export interface ShownCode {
  readonly file: string;
  /** Qualified name and hash as they are now; absent where the annotation stands in no unit. */
  readonly unit?: { readonly name: string; readonly hash: string };
  /** The annotated line, for code without a unit. */
  readonly snippet: string;
}

/** The code that a proof shows, by what was annotated as implementing its requirements. */
export interface AgeQuestion {
  /** By `ageKey`. */
  readonly proof: string;
  /** `YYYY-MM-DD`: the proof shows the code of that day. */
  readonly day: string;
  readonly code: readonly ShownCode[];
}

/**
 * What has to be known of the past to tell which proofs are older than their code: those with a date, of a kind that shows the product, for
 * requirements that ask for code and that no decision has settled.
 */
export function ageQuestions(trace: Trace, catalog: Catalog): AgeQuestion[] {
  const questions = new Map<string, { day: string; code: Map<string, ShownCode> }>();
  for (const { requirement, proofs, links, decision } of trace.requirements) {
    if (decision !== undefined || proofs.length === 0 || !requirement.needs.includes('code')) {
      continue;
    }
    for (const { entry } of proofs) {
      const day = agesFrom(entry);
      if (day === undefined) {
        continue;
      }
      const targets = entry.for
        .flatMap((raw) => catalog.resolve(raw).targets)
        .filter((target) => target.requirement === requirement.id);
      const items = new Set(targets.map(({ item }) => item));
      const shown = links.filter((link) => implementing(link) && shows(items, requirement.id, link));
      const question = questions.get(ageKey(entry)) ?? { day, code: new Map<string, ShownCode>() };
      shown.flatMap(codeOf).forEach((code) => question.code.set(JSON.stringify(code), code));
      questions.set(ageKey(entry), question);
    }
  }
  return [...questions]
    .filter(([, { code }]) => code.size > 0)
    .map(([proof, { day, code }]) => ({ proof, day, code: [...code.values()] }));
}

function implementing({ verb, state }: Link): boolean {
  return (verb === 'implements' || verb === 'partial') && state !== 'unwanted' && state !== 'duplicate';
}

/** Of two that name different scenarios or expected proofs, one does not show the other. */
function shows(items: ReadonlySet<string>, requirement: string, { item }: Link): boolean {
  return item === undefined || items.has(requirement) || items.has(item);
}

/** Nothing for code that cannot be told from other code. */
function codeOf({ file, unit, snippet }: Link): ShownCode[] {
  if (unit === undefined) {
    return snippet === '' ? [] : [{ file, snippet }];
  }
  const { name, hash } = unit;
  return hash === undefined ? [] : [{ file, unit: { name, hash }, snippet: '' }];
}
