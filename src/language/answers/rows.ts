import type { Translate } from '../../base/message';
import type { Catalog, FaqEntry, MatchStrength, Requirement } from '../../catalog/model';
import { closestRequirements } from '../../catalog/closestRequirements';
import type { Gap, Link, RequirementTrace } from '../../trace/model';
import { gapText, linkStateLabel, scopeLabel, stateLabel, testsText, verbLabel } from '../../trace/words';
import type { Data } from './answer';
import { oneLine, placeOf, quoted } from './quoting';

/** `SC.SSI/GEN.18 — “Sauvegarde” — Missing` */
export function rowLine(t: Translate, row: RequirementTrace): string {
  const { id, title } = row.requirement;
  return [oneLine(id), quoted(title), stateWords(t, row)].join(' — ');
}

/** The state, and why it may not count. */
export function stateWords(t: Translate, { state, scope }: RequirementTrace): string {
  return scope === 'applicable' ? stateLabel(t, state) : `${stateLabel(t, state)} (${scopeLabel(t, scope)})`;
}

export function rowData(row: RequirementTrace): Data {
  const { id, title } = row.requirement;
  return { id, title: oneLine(title), state: row.state, scope: row.scope };
}

/** The chapter, or the theme where the catalogue has no chapters; `''` without either. */
export function groupOf({ chapter, theme }: Requirement, by: 'chapter' | 'theme'): string {
  return (by === 'chapter' ? chapter : theme) ?? '';
}

/** `- src/a.ts:12 verifies (outdated) — test “closes” — note “…”` */
export function linkLine(t: Translate, link: Link): string {
  const { file, range, verb, state, unit, note, snippet, item, tests } = link;
  const doubt = state === 'ok' ? '' : ` (${linkStateLabel(t, state)})`;
  const code = unit === undefined ? snippet : unit.name;
  return [
    `${placeOf(file, range.start)} ${verbLabel(t, verb)}${doubt}`,
    ...(item === undefined ? [] : [oneLine(item)]),
    ...(code === '' ? [] : [unit === undefined ? quoted(code, 100) : `${oneLine(unit.kind, 40)} ${quoted(code, 100)}`]),
    ...(tests === undefined ? [] : [t('tests: {0}', testsText(t, tests))]),
    ...(note === undefined ? [] : [t('note {0}', quoted(note))]),
  ].join(' — ');
}

export function linkData({ file, range, verb, id, item, state, unit, note, tests }: Link): Data {
  return {
    file,
    line: range.start.line + 1,
    verb,
    id,
    ...(item === undefined ? {} : { item }),
    state,
    ...(unit === undefined ? {} : { unit: { kind: unit.kind, name: oneLine(unit.name) } }),
    ...(note === undefined ? {} : { note: oneLine(note) }),
    ...(tests === undefined ? {} : { tests: tests.state }),
  };
}

/** Why a requirement is not satisfied yet, in one line, the words of the workspace quoted. */
export function gapLine(t: Translate, gap: Gap): string {
  switch (gap.kind) {
    case 'expected-proof':
      return oneLine(gapText(t, { ...gap, text: quoted(gap.text) }), 400);
    case 'decision-expired':
      return oneLine(gapText(t, { ...gap, decision: { ...gap.decision, reason: quoted(gap.decision.reason) } }), 400);
    case 'test-failed':
    case 'test-skipped': {
      const { name, message: why, ...rest } = gap.result;
      const result = { ...rest, name: quoted(name), ...(why === undefined ? {} : { message: quoted(why) }) };
      return oneLine(gapText(t, { ...gap, result }), 400);
    }
    default:
      return oneLine(gapText(t, gap), 400);
  }
}

/** What a reader calls an answer of the FAQ. */
export function entryTitle({ subject, question, id }: FaqEntry): string {
  return subject ?? question ?? id;
}

/** The requirements that an answer is about, those of its whole family left out. */
export function subjectsOf(entry: FaqEntry): string[] {
  const specific: readonly MatchStrength[] = ['cited', 'matched'];
  return entry.requirements.filter(({ match }) => specific.includes(match)).map(({ requirement }) => requirement);
}

/** For an id that no catalogue knows: it, and those that look like it. */
export function unknownId(t: Translate, catalog: Catalog, raw: string): { lines: string[]; data: Data } {
  const closest = closestRequirements(catalog, raw, 5);
  const lines = [
    t('No requirement has the id {0}.', quoted(raw)),
    ...(closest.length === 0
      ? [t('Search by words with segur_search.')]
      : [t('Did you mean:'), ...closest.map(({ id, title }) => `- ${oneLine(id)} — ${quoted(title)}`)]),
  ];
  return {
    lines,
    data: { unknown: oneLine(raw), didYouMean: closest.map(({ id, title }) => ({ id, title: oneLine(title) })) },
  };
}

/** The requirements that a written id stands for, each once, with the scenario or proof that was named. */
export function targetsOf(
  catalog: Catalog,
  trace: { requirement(id: string): RequirementTrace | undefined },
  raw: string,
): { readonly row: RequirementTrace; readonly item?: string }[] {
  const items = new Map<string, string | undefined>();
  for (const { requirement, item, level } of catalog.resolve(raw).targets) {
    items.set(requirement, items.get(requirement) ?? (level === 'requirement' ? undefined : item));
  }
  return [...items].flatMap(([id, item]) => {
    const row = trace.requirement(id);
    return row === undefined ? [] : [{ row, ...(item === undefined ? {} : { item }) }];
  });
}
