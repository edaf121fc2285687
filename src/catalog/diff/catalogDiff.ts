import type { Catalog, CatalogInfo, FaqEntry, Requirement } from '../model';
import { foldId } from '../requirementId';
import { similarPairs } from './similarity';
import { wordDiff, type DiffPart } from './wordDiff';

/** A text that reads differently now: which one it is, and its words. */
export interface Rewording {
  readonly field: string;
  readonly words: readonly DiffPart[];
}

/** A fact that is another now; empty where there was none, or is none any more. */
export interface FactChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface NamedRequirement {
  readonly id: string;
  readonly title: string;
  readonly chapter?: string;
}

export interface ChangedRequirement extends NamedRequirement {
  readonly rewordings: readonly Rewording[];
  readonly facts: readonly FactChange[];
}

export interface Renumbering extends ChangedRequirement {
  /** The former id. */
  readonly before: string;
  /** The new edition itself names the former id; else the texts are alike, and somebody has to confirm it. */
  readonly confirmed: boolean;
  /** From 0 to 1, of their texts; absent where it is confirmed. */
  readonly likeness?: number;
}

export interface NamedAnswer {
  readonly id: string;
  readonly subject: string;
}

export interface ChangedAnswer extends NamedAnswer {
  readonly rewordings: readonly Rewording[];
  readonly facts: readonly FactChange[];
}

/** What became of a catalogue's requirements and answers from one edition to the next. */
export interface CatalogDiff {
  readonly before: readonly CatalogInfo[];
  readonly after: readonly CatalogInfo[];
  readonly added: readonly NamedRequirement[];
  readonly removed: readonly NamedRequirement[];
  readonly renumbered: readonly Renumbering[];
  readonly changed: readonly ChangedRequirement[];
  readonly unchanged: number;
  readonly faq: {
    readonly added: readonly NamedAnswer[];
    readonly removed: readonly NamedAnswer[];
    readonly changed: readonly ChangedAnswer[];
    readonly unchanged: number;
  };
}

/** Requirements by their ids, spelling folded; in the order of the new edition, what is gone in that of the old one. */
// @segur ST.HIS.01
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
  const olds = new Map(before.requirements.map((one) => [foldId(one.id), one]));
  const news = new Map(after.requirements.map((one) => [foldId(one.id), one]));
  const gone = [...olds].filter(([id]) => !news.has(id)).map(([, one]) => one);
  const come = [...news].filter(([id]) => !olds.has(id)).map(([, one]) => one);
  const renumbered = renumberings(gone, come);
  const formerly = new Set(renumbered.map((one) => one.before));
  const now = new Set(renumbered.map(({ id }) => id));
  const kept = [...news].flatMap(([id, one]) => {
    const old = olds.get(id);
    return old === undefined ? [] : [changeOf(old, one)];
  });
  const changed = kept.filter(isChange);
  return {
    before: before.catalogs,
    after: after.catalogs,
    added: come.filter(({ id }) => !now.has(id)).map(named),
    removed: gone.filter(({ id }) => !formerly.has(id)).map(named),
    renumbered,
    changed,
    unchanged: kept.length - changed.length,
    faq: diffFaq(before, after),
  };
}

/** Whether anything is another at all. */
export function isSameCatalog({ added, removed, renumbered, changed, faq }: CatalogDiff): boolean {
  return [added, removed, renumbered, changed, faq.added, faq.removed, faq.changed].every(({ length }) => length === 0);
}

function renumberings(gone: readonly Requirement[], come: readonly Requirement[]): Renumbering[] {
  const olds = new Map(gone.map((one) => [one.id, one]));
  const folded = new Map(gone.map((one) => [foldId(one.id), one]));
  const found = new Map<string, Renumbering>();
  const left = new Set(gone);
  for (const one of come) {
    const [old] = one.aliases.flatMap((alias) => folded.get(foldId(alias)) ?? []);
    if (old !== undefined && left.delete(old)) {
      found.set(one.id, { ...changeOf(old, one), before: old.id, confirmed: true });
    }
  }
  const open = come.filter(({ id }) => !found.has(id));
  const news = new Map(open.map((one) => [one.id, one]));
  for (const { before, after, likeness } of similarPairs([...left].map(comparable), open.map(comparable))) {
    const [old, one] = [olds.get(before), news.get(after)];
    if (old !== undefined && one !== undefined) {
      found.set(after, { ...changeOf(old, one), before, confirmed: false, likeness: Math.round(likeness * 100) / 100 });
    }
  }
  return come.flatMap(({ id }) => found.get(id) ?? []);
}

function comparable(one: Requirement) {
  const texts = [one.statement ?? '', ...one.checklist.map(({ text }) => text), ...expectedTexts(one)];
  return { id: one.id, title: one.title, text: texts.join(' ') };
}

function named({ id, title, chapter }: Requirement): NamedRequirement {
  return { id, title, ...(chapter === undefined ? {} : { chapter }) };
}

function isChange({ rewordings, facts }: Pick<ChangedRequirement, 'rewordings' | 'facts'>): boolean {
  return rewordings.length > 0 || facts.length > 0;
}

function changeOf(old: Requirement, one: Requirement): ChangedRequirement {
  return {
    ...named(one),
    rewordings: rewordings([
      ['title', old.title, one.title],
      ['statement', old.statement, one.statement],
      ['checklist', lines(old.checklist.map(({ text }) => text)), lines(one.checklist.map(({ text }) => text))],
      ['scenarios', lines(scenarioTexts(old)), lines(scenarioTexts(one))],
      ['proofs', lines(expectedTexts(old)), lines(expectedTexts(one))],
      ['note', old.note, one.note],
    ]),
    facts: facts([
      ['chapter', old.chapter, one.chapter],
      ['theme', old.theme, one.theme],
      ['function', old.function, one.function],
      ['nature', old.nature, one.nature],
      ['criticality', old.criticality, one.criticality],
      ['status', old.status, one.status],
      ['perimeter', old.perimeter, one.perimeter],
      ['needs', list(old.needs), list(one.needs)],
      ['profiles', list(profileTexts(old)), list(profileTexts(one))],
      ['obsolete', flag(old.obsolete), flag(one.obsolete)],
      ['revision', old.revision, one.revision],
    ]),
  };
}

function scenarioTexts({ scenarios }: Requirement): string[] {
  return scenarios.map(({ id, text }) => (text === undefined ? id : `${id}: ${text}`));
}

function expectedTexts({ proofs, scenarios }: Requirement): string[] {
  return [...proofs, ...scenarios.flatMap((scenario) => scenario.proofs)].map(({ id, kind, text }) =>
    [id, kind, text].filter((part) => part !== undefined && part !== '').join(': '),
  );
}

function profileTexts({ profiles }: Requirement): string[] {
  return profiles.map(({ rem, dispositif, profil }) => [rem ?? dispositif ?? '', profil].join(' ').trim()).sort();
}

function diffFaq(before: Catalog, after: Catalog): CatalogDiff['faq'] {
  const olds = new Map(before.faq.map((entry) => [entry.id, entry]));
  const news = new Set(after.faq.map(({ id }) => id));
  const kept = after.faq.flatMap((entry) => {
    const old = olds.get(entry.id);
    return old === undefined ? [] : [answerChange(old, entry)];
  });
  const changed = kept.filter(isChange);
  return {
    added: after.faq.filter(({ id }) => !olds.has(id)).map(namedAnswer),
    removed: before.faq.filter(({ id }) => !news.has(id)).map(namedAnswer),
    changed,
    unchanged: kept.length - changed.length,
  };
}

function namedAnswer({ id, subject, question }: FaqEntry): NamedAnswer {
  return { id, subject: subject ?? question ?? id };
}

function answerChange(old: FaqEntry, entry: FaqEntry): ChangedAnswer {
  return {
    ...namedAnswer(entry),
    rewordings: rewordings([
      ['subject', old.subject, entry.subject],
      ['question', old.question, entry.question],
      ['answer', old.answer, entry.answer],
    ]),
    facts: facts([
      ['facets', list(facetTexts(old)), list(facetTexts(entry))],
      ['requirements', list(matchTexts(old)), list(matchTexts(entry))],
    ]),
  };
}

function facetTexts({ facets }: FaqEntry): string[] {
  return Object.entries(facets)
    .map(([facet, value]) => `${facet}: ${value}`)
    .sort();
}

function matchTexts({ requirements }: FaqEntry): string[] {
  return requirements.map(({ requirement, match }) => `${requirement} (${match})`).sort();
}

type Compared = readonly [field: string, before: string | undefined, after: string | undefined];

function rewordings(all: readonly Compared[]): Rewording[] {
  return different(all).map(([field, before = '', after = '']) => ({ field, words: wordDiff(before, after) }));
}

function facts(all: readonly Compared[]): FactChange[] {
  return different(all).map(([field, before = '', after = '']) => ({ field, before, after }));
}

/** Line ends, blanks at the ends of lines and the two forms of an accented letter are no other words. */
function different(all: readonly Compared[]): Compared[] {
  const plain = (text = ''): string =>
    text
      .normalize('NFC')
      .replaceAll(/[ \t]*\r?\n/gu, '\n')
      .trim();
  return all
    .map(([field, before, after]): Compared => [field, plain(before), plain(after)])
    .filter(([, before, after]) => before !== after);
}

function lines(all: readonly string[]): string {
  return all.join('\n');
}

function list(all: readonly string[]): string {
  return all.join(', ');
}

function flag(value: boolean | undefined): string {
  return value === true ? 'true' : '';
}
