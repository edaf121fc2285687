import { render } from '../base/message';
import { dispositifsOf, knownCouloirs, knownDispositifs, knownProfils } from '../catalog/profileValues';
import type { ExpectedProof, Requirement } from '../catalog/model';
import { lastDayWithinYear } from '../evidence/calendar';
import { revisionOf } from '../trace/revisions';
import { padded } from './completionItem';
import { knownReasons } from './decisionReasons';
import { decisionRank, idValues, proofRank } from './idValues';
import { escapeMarkdown } from './markdown';
import { namesOf, plainValues, textsOf, type Suggestion, type ValueContext } from './yamlSuggestion';

/** The values that `segur.yaml` may be given at a path beyond the words of its schema; `undefined` where we know none. */
export function projectValues(context: ValueContext): readonly Suggestion[] | undefined {
  const { trace, catalog, t } = context;
  switch (namesOf(context.path)) {
    case 'profile.couloir':
      return plainValues(
        knownCouloirs(catalog).map(({ value }) => value),
        context,
      );
    case 'profile.dispositif':
      return dispositifValues(context);
    case 'profile.profils':
      return plainValues(knownProfils(catalog), context);
    case 'proofs.for':
      return idValues(context, proofRank);
    case 'decisions.for':
      return idValues(context, decisionRank);
    case 'proofs.covers':
      return checklistValues(context);
    case 'proofs.edition':
      return plainValues(
        requirementsOfEntry(context).flatMap((each) => revisionOf(each, catalog) ?? []),
        context,
      );
    case 'proofs.version':
      return plainValues(trace.product.version === undefined ? [] : [trace.product.version], context);
    case 'proofs.author':
      return plainValues(
        trace.requirements.flatMap(({ proofs }) => proofs.flatMap(({ entry }) => entry.author ?? [])),
        context,
      );
    case 'decisions.reason':
      return reasonValues(context);
    case 'decisions.by':
      return plainValues(
        [
          ...trace.requirements.flatMap(({ decision }) => decision?.by ?? []),
          ...trace.requirements.flatMap(({ proofs }) => proofs.flatMap(({ entry }) => entry.author ?? [])),
        ],
        context,
      );
    case 'proofs.date':
    case 'decisions.date':
      return [dateValue(context.today, t('today'))];
    case 'proofs.expires':
    case 'decisions.expires':
      return expiryValues(context);
    default:
      return undefined;
  }
}

/** The kinds of proof that the requirements of an entry expect, each with what it must show. */
export function expectedProofs(context: ValueContext): readonly ExpectedProof[] {
  return requirementsOfEntry(context).flatMap(({ proofs, scenarios }) => [
    ...proofs,
    ...scenarios.flatMap((scenario) => scenario.proofs),
  ]);
}

export function dateValue(day: string, description: string): Suggestion {
  return { value: day, description, sortText: day };
}

function requirementsOfEntry({ catalog, dataAt, path }: ValueContext): Requirement[] {
  const ids = textsOf(dataAt([...path.slice(0, 2), 'for']));
  const requirements = ids.flatMap((id) => catalog.resolve(id).targets.map(({ requirement }) => requirement));
  return [...new Set(requirements)].flatMap((id) => catalog.requirement(id) ?? []);
}

/** All of them, those of the couloir first: nothing is hidden on the strength of a table that may change. */
function dispositifValues(context: ValueContext): Suggestion[] {
  const { catalog, t, dataAt } = context;
  const [couloir] = textsOf(dataAt(['profile', 'couloir']));
  const own = couloir === undefined ? undefined : dispositifsOf(couloir);
  const known = knownDispositifs(catalog);
  return plainValues(
    known.map(({ value }) => value),
    context,
    (value) => {
      const isOwn = own?.includes(value) === true;
      const name = known.find((each) => each.value === value)?.name;
      return {
        ...(name === undefined ? {} : { description: name }),
        ...(isOwn ? { detail: t('of the couloir {0}', couloir ?? '') } : {}),
        sortText: `${isOwn ? 0 : 1}${padded(known.findIndex((each) => each.value === value))}`,
      };
    },
  );
}

/** The points of the requirements that the entry is for; those that proofs answer already come last. */
function checklistValues(context: ValueContext): Suggestion[] {
  const { trace, catalog, t, siblings } = context;
  const requirements = requirementsOfEntry(context);
  return requirements.flatMap(({ id: requirement, checklist }, at) => {
    const covered = new Set(trace.requirement(requirement)?.covered);
    return checklist.flatMap(({ id, text, indicative, source }, order): Suggestion[] => {
      if (siblings.includes(id)) {
        return [];
      }
      const facts = [
        requirements.length > 1 ? requirement : '',
        covered.has(id) ? t('already covered') : '',
        indicative === true ? t('indicative') : '',
      ].filter((fact) => fact !== '');
      const answer = source === undefined ? undefined : catalog.faqEntry(source);
      const from = answer?.subject ?? answer?.question;
      const rank = (covered.has(id) ? 2 : 0) + (indicative === true ? 1 : 0);
      return [
        {
          kind: 'item',
          value: id,
          description: text,
          detail: facts.join(' · '),
          documentation: [text, ...(from === undefined ? [] : [t('From the FAQ: {0}', from)])]
            .map(escapeMarkdown)
            .join('\n\n'),
          filterText: `${id} ${text}`,
          sortText: `${rank}${padded(at)}${padded(order)}`,
        },
      ];
    });
  });
}

/** The cases of « not applicable » that the ANS knows, with what they still ask for; for an accepted gap it knows none. */
function reasonValues({ trace, catalog, dataAt, path, t }: ValueContext): Suggestion[] {
  const entry = path.slice(0, 2);
  if (dataAt([...entry, 'status']) === 'accepted-gap') {
    return [];
  }
  const ids = textsOf(dataAt([...entry, 'for'])).flatMap((id) => catalog.resolve(id).targets);
  const rows = [...new Set(ids.map(({ requirement }) => requirement))].flatMap((id) => trace.requirement(id) ?? []);
  const known = new Map(rows.flatMap(knownReasons).map((each) => [each.reason, each]));
  return [...known.values()].map(({ reason, source, reminder }, order) => ({
    value: reason,
    description: render(t, source),
    detail: t('take it only if it is your case'),
    documentation: escapeMarkdown(render(t, reminder)),
    sortText: padded(order),
  }));
}

/** Less than a year counts for a penetration test form, by the ANS; for anything else a year is a usual choice, no rule. */
function expiryValues({ dataAt, path, today, t }: ValueContext): Suggestion[] {
  const [date = today] = textsOf(dataAt([...path.slice(0, 2), 'date']));
  const end = lastDayWithinYear(date);
  if (end === undefined) {
    return [];
  }
  const isForm = dataAt([...path.slice(0, 2), 'kind']) === 'formulaire';
  const description = isForm
    ? t('last day on which the form is less than a year old')
    : t('last day within a year of {0}', date);
  return [dateValue(end, description)];
}
