import type { Annotation, FileAnnotations, Verb } from '../../annotations/model';
import type { Translate } from '../../base/message';
import { compare } from '../../base/text';
import { inProfile } from '../../trace/scope';
import { mostUrgent } from '../../trace/urgency';
import { scopeLabel, stateLabel, verbLabel } from '../../trace/words';
import { annotatedRows, type Known } from '../annotatedRequirements';
import { shortTitle } from '../shortTitle';
import type { TextSymbol } from './textSymbol';

const LONGEST_TITLE = 60;
/** Of the ids of one annotation. */
const LONGEST_IDS = 80;

/**
 * The annotations of a file as its outline shows them: ids and, of a single one, the title; then the verb, how the requirement stands and the code.
 * @param defaultVerb of an annotation of that file that names none
 */
export function annotationSymbols(
  file: FileAnnotations,
  defaultVerb: Verb,
  known: Known,
  t: Translate,
): readonly TextSymbol[] {
  return file.annotations.flatMap((annotation) => symbolOf(annotation, defaultVerb, known, t) ?? []);
}

function symbolOf(annotation: Annotation, defaultVerb: Verb, known: Known, t: Translate): TextSymbol | undefined {
  const [first] = annotation.ids;
  if (first === undefined) {
    return undefined;
  }
  const { range } = annotation;
  const isInside = compare(range.start, first.range.start) <= 0 && compare(first.range.end, range.end) <= 0;
  const verb = verbLabel(t, annotation.verb ?? defaultVerb);
  return {
    name: nameOf(annotation, known),
    detail: [verb, stateWords(annotation, known, t), annotation.unit?.name ?? ''].filter(Boolean).join(' · '),
    kind: 'annotation',
    range,
    selection: isInside ? first.range : annotation.markerRange,
    children: [],
  };
}

/** « SC.SSI/GEN.18 Sauvegarde »; the ids alone of several. */
function nameOf(annotation: Annotation, { trace, catalog }: Known): string {
  const named = annotation.ids.map(({ raw }) => {
    const { kind, targets } = catalog.resolve(raw);
    const [target, ...others] = targets;
    // A range is shorter than what it stands for.
    return target === undefined || others.length > 0 || kind === 'range' ? { item: raw } : target;
  });
  const ids = new Map(named.map((one) => [one.item, 'requirement' in one ? one.requirement : '']));
  const text = shortTitle([...ids.keys()].join(', '), LONGEST_IDS);
  const [requirement = ''] = ids.values();
  const title = ids.size > 1 ? undefined : trace.requirement(requirement)?.requirement.title;
  return title === undefined ? text : `${text} ${shortTitle(title, LONGEST_TITLE)}`;
}

function stateWords(annotation: Annotation, known: Known, t: Translate): string {
  const rows = annotatedRows([annotation], known);
  const [first] = rows;
  if (first === undefined) {
    return t('unknown requirement');
  }
  const state = mostUrgent(rows.filter(inProfile).map((row) => row.state));
  return state === undefined ? scopeLabel(t, first.scope) : stateLabel(t, state).toLowerCase();
}
