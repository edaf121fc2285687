import type { CodeUnit, FileAnnotations } from '../annotations/model';
import type { Translate } from '../base/message';
import type { Position, Range } from '../base/text';
import { closestRequirements } from '../catalog/closestRequirements';
import type { Catalog, FaqEntry, MatchStrength } from '../catalog/model';
import type { RequirementTrace, Trace } from '../trace/model';
import {
  gapText,
  natureLabel,
  needLabel,
  scopeLabel,
  stateLabel,
  stateSymbol,
  testStateLabel,
  testStateSymbol,
} from '../trace/words';
import { entryTitle } from './answers/rows';
import { requirementDetails, type Guidance } from './hoverDetails';
import { escapeMarkdown } from './markdown';
import { idsAt, placeAt, type Place } from './place';
import type { YamlId } from './yamlIds';

/** A link under a hover; the face turns it into a command of its own. */
export type HoverAction =
  | { readonly kind: 'open-requirement'; readonly requirement: string; readonly label: string }
  | { readonly kind: 'show-places'; readonly requirement: string; readonly label: string }
  | { readonly kind: 'annotate'; readonly requirement: string; readonly label: string }
  | { readonly kind: 'import-rem'; readonly label: string }
  | { readonly kind: 'open-faq'; readonly entry: string; readonly label: string };

/**
 * What a hover says of one id, in three layers so that long guidance never buries the essentials:
 * the head, the actions (labels are plain text, not yet escaped), the details. `head` and `details` are Markdown that holds text
 * of the workspace: show them as untrusted.
 */
export interface HoverSection {
  readonly head: string;
  readonly actions: readonly HoverAction[];
  readonly details: string;
  /** The answers that are not quoted in full: links to stand last. */
  readonly otherAnswers: readonly HoverAction[];
}

export interface Hover {
  readonly range: Range;
  readonly sections: readonly HoverSection[];
}

export interface HoverContext {
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly t: Translate;
}

/** Answers are shown in full until their text reaches this many characters; the others become links. The first is always in full. */
const FULL_ANSWERS_BUDGET = 1600;

/** The hover at a place of a text; `undefined` where nothing of ours stands. */
// @segur ST.EDT.02
export function hoverAt(annotations: FileAnnotations, position: Position, context: HoverContext): Hover | undefined {
  const place = placeAt(annotations, position);
  if (place === undefined) {
    return undefined;
  }
  const unit = place.kind === 'id' ? place.annotation.unit : undefined;
  const sections = idsAt(place).flatMap((raw) => sectionsFor(raw, { kind: place.kind, unit }, context));
  return sections.length === 0 ? undefined : { range: rangeOf(place), sections };
}

/** The hover on an id of a project or catalogue file. What a catalogue defines and is not yet saved is not called unknown. */
export function hoverOnYamlId({ raw, range, role }: YamlId, context: HoverContext): Hover | undefined {
  const defines = role === 'definition' || role === 'scenario' || role === 'expected-proof';
  if (defines && context.catalog.resolve(raw).targets.length === 0) {
    return undefined;
  }
  return { range, sections: sectionsFor(raw, { kind: 'id', unit: undefined }, context) };
}

function rangeOf(place: Place): Range {
  switch (place.kind) {
    case 'id':
      return place.reference.range;
    case 'marker':
      return place.annotation.markerRange;
    case 'mention':
      return place.mention.range;
  }
}

interface Asked {
  readonly kind: Place['kind'];
  /** The code that the annotation speaks of. */
  readonly unit: CodeUnit | undefined;
}

function sectionsFor(raw: string, asked: Asked, context: HoverContext): HoverSection[] {
  const resolution = context.catalog.resolve(raw);
  if (resolution.targets.length === 0) {
    return asked.kind === 'mention' ? [] : [unknownSection(raw, context)];
  }
  const ids = [...new Set(resolution.targets.map((target) => target.requirement))];
  return ids.flatMap((id) => {
    const row = context.trace.requirement(id);
    if (row === undefined) {
      return [];
    }
    const item = resolution.targets.find((target) => target.requirement === id && target.level !== 'requirement')?.item;
    const brief = ids.length > 1 || asked.kind === 'marker';
    const unit = brief ? undefined : asked.unit;
    return [requirementSection(row, { item, brief, unit, mention: asked.kind === 'mention' }, context.t)];
  });
}

function unknownSection(raw: string, { catalog, t }: HoverContext): HoverSection {
  const closest = closestRequirements(catalog, raw, 3);
  const lines = [
    `**${escapeMarkdown(raw)}** — ${escapeMarkdown(t('unknown requirement'))}`,
    ...closest.map((requirement) => `- ${escapeMarkdown(requirement.id)} — ${escapeMarkdown(requirement.title)}`),
  ];
  if (closest.length > 0) {
    lines.splice(1, 0, '', escapeMarkdown(t('Did you mean:')), '');
  }
  lines.push(
    '',
    escapeMarkdown(
      t('No catalogue of this folder has it: correct the id, or bring the REM or the catalogue that has it.'),
    ),
  );
  return {
    head: lines.join('\n'),
    actions: [
      ...closest.map((requirement): HoverAction => ({
        kind: 'open-requirement',
        requirement: requirement.id,
        label: t('Open {0}', requirement.id),
      })),
      { kind: 'import-rem', label: t('Import a REM') },
    ],
    details: '',
    otherAnswers: [],
  };
}

/** What a hover says of a requirement, in one piece and without links to commands; holds text of the workspace: show it as untrusted. */
export function requirementMarkdown(row: RequirementTrace, t: Translate): string {
  const options = { item: undefined, brief: false, unit: undefined, mention: false };
  const { head, details, otherAnswers } = requirementSection(row, options, t);
  const others = otherAnswers.map(({ label }) => escapeMarkdown(label)).join(' · ');
  const list = others === '' ? '' : `${escapeMarkdown(t('Other answers of the FAQ:'))} ${others}`;
  return [head, list, details].filter((part) => part !== '').join('\n\n');
}

interface SectionOptions {
  readonly item: string | undefined;
  readonly brief: boolean;
  /** The code that the annotation speaks of. */
  readonly unit: CodeUnit | undefined;
  readonly mention: boolean;
}

function requirementSection(row: RequirementTrace, options: SectionOptions, t: Translate): HoverSection {
  const { full, linked } = splitGuidance(row.guidance, options.brief);
  return {
    head: head(row, options, t),
    actions: requirementActions(row, t),
    otherAnswers: linked.map((entry) => faqAction(entry)),
    details: options.brief ? '' : requirementDetails(row, full, t),
  };
}

function head(row: RequirementTrace, options: SectionOptions, t: Translate): string {
  const { requirement } = row;
  const facts = [
    `**${stateSymbol(row.state)} ${escapeMarkdown(stateLabel(t, row.state))}**`,
    escapeMarkdown(natureLabel(t, requirement.nature)),
    escapeMarkdown(requirement.chapter ?? requirement.theme ?? ''),
    row.scope === 'applicable' ? '' : escapeMarkdown(scopeLabel(t, row.scope)),
  ].filter((fact) => fact !== '');
  const needs = row.needs
    .map((need) => `${need.met ? '✓' : '✗'} ${escapeMarkdown(needLabel(t, need.need))}`)
    .join(' · ');
  const lines = [`**${escapeMarkdown(requirement.id)}** — ${escapeMarkdown(requirement.title)}`, facts.join(' · ')];
  if (options.item !== undefined) {
    lines.push(escapeMarkdown(t('Named here: {0}', options.item)));
  }
  if (options.unit !== undefined) {
    const { name, startLine, endLine } = options.unit;
    lines.push(escapeMarkdown(t('Code: {0}, lines {1} to {2}', name, startLine + 1, endLine + 1)));
  }
  if (needs !== '') {
    lines.push(`${escapeMarkdown(t('Needs:'))} ${needs} — ${escapeMarkdown(countsOf(row, t))}`);
  }
  if (row.tests !== undefined) {
    const { state } = row.tests;
    lines.push(escapeMarkdown(t('Tests: {0}', `${testStateSymbol(state)} ${testStateLabel(t, state)}`)));
  }
  if (options.mention) {
    lines.push(`_${escapeMarkdown(t('A mention without the marker: it is no link.'))}_`);
  }
  if (row.decision !== undefined) {
    lines.push(escapeMarkdown(t('Decision: {0}', row.decision.reason)));
  }
  if (!options.brief && row.gaps.length > 0) {
    lines.push(
      row.gaps
        .slice(0, 4)
        .map((gap) => `- ${escapeMarkdown(gapText(t, gap))}`)
        .join('\n'),
    );
  }
  return lines.join('\n\n');
}

/** How much of each kind it has. */
function countsOf(row: RequirementTrace, t: Translate): string {
  const places = row.links.filter((link) => link.verb !== 'verifies').length;
  const tests = row.links.length - places;
  return t('{0} in code, {1} in tests, {2} declared proof(s)', places, tests, row.proofs.length);
}

function requirementActions(row: RequirementTrace, t: Translate): HoverAction[] {
  const requirement = row.requirement.id;
  const actions: HoverAction[] = [{ kind: 'open-requirement', requirement, label: t('Open the requirement') }];
  if (row.links.length > 1) {
    actions.push({ kind: 'show-places', requirement, label: t('See its {0} places', row.links.length) });
  }
  actions.push({ kind: 'annotate', requirement, label: t('Add an annotation') });
  return actions;
}

function faqAction(entry: FaqEntry): HoverAction {
  return { kind: 'open-faq', entry: entry.id, label: entryTitle(entry) };
}

/** Family-wide and weak answers are always links: they are true of many requirements and would drown the specific ones. */
function splitGuidance(all: Guidance, brief: boolean): { full: Guidance; linked: readonly FaqEntry[] } {
  const full: { entry: FaqEntry; match: MatchStrength }[] = [];
  const linked: FaqEntry[] = [];
  let length = 0;
  for (const item of all) {
    const specific = item.match === 'cited' || item.match === 'matched';
    const fits = full.length === 0 || length + item.entry.answer.length <= FULL_ANSWERS_BUDGET;
    if (!brief && specific && fits) {
      full.push(item);
      length += item.entry.answer.length;
    } else {
      linked.push(item.entry);
    }
  }
  return { full, linked };
}
