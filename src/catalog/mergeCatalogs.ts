import { message, type Message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { pushTo } from '../base/pushTo';
import type { Range } from '../base/text';
import type { FaqDocument, RequirementDocument } from './catalogSchema';
import { IdIndex } from './idIndex';
import type { CatalogFile } from './loadCatalog';
import type {
  Catalog,
  Facet,
  FaqEntry,
  FaqMatch,
  MatchStrength,
  Requirement,
  Resolution,
  SourceLocation,
} from './model';
import { familyOf, foldId } from './requirementId';
import { createResolver } from './resolveId';

/**
 * Joins catalogue files into one catalogue, in their order. A later file completes or overrides by id (spelling folded, the ANS
 * prefix missing on one side or not): each field that it writes replaces the earlier one, save `aliases`, the matches and facets of an
 * answer and the values of a facet, which add up; and `profiles` that all name their REM replace those of that REM or its dispositif alone. The id stays as the first file spells it.
 * Defaults: the title the `function` of the REM, else the first words of the statement; origin `imported`, nature `exigence`, needs `[code]`, the family after the id, no list entries.
 */
// @segur ST.CAT.04
export function mergeCatalogs(files: readonly CatalogFile[]): { catalog: Catalog; problems: Problem[] } {
  const problems: Problem[] = [];
  const requirements = mergeRequirements(files, problems);
  const resolve = createResolver(requirements);
  const faq = mergeFaq(files, resolve, problems);
  const feedbackQuestion = files.findLast((file) => file.feedbackQuestion !== undefined)?.feedbackQuestion;
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const faqById = new Map(faq.map((entry) => [entry.id, entry]));
  const guidance = guidanceOf(faq);
  const catalog: Catalog = {
    catalogs: files.map((file) => file.info),
    requirements,
    faq,
    facets: mergeFacets(files),
    ...(feedbackQuestion === undefined ? {} : { feedbackQuestion }),
    requirement: (id) => byId.get(id),
    faqEntry: (id) => faqById.get(id),
    guidance: (id) => guidance.get(id) ?? [],
    resolve,
  };
  return { catalog, problems };
}

/** A catalogue that knows nothing: every id is unknown. */
export function emptyCatalog(): Catalog {
  return mergeCatalogs([]).catalog;
}

interface RequirementDraft {
  fields: RequirementDocument;
  location: SourceLocation;
  catalogId: string;
}

function mergeRequirements(files: readonly CatalogFile[], problems: Problem[]): Requirement[] {
  const index = new IdIndex<RequirementDraft>();
  const drafts: RequirementDraft[] = [];
  for (const { info, requirements } of files) {
    const completed = new Set<RequirementDraft>();
    for (const { fields, location } of requirements) {
      const folded = foldId(fields.id);
      const known = index.find(folded);
      // Two prefixes name two items: an id without one is completed by the first of them, and the second stands for itself.
      const isTaken = known !== undefined && completed.has(known) && index.exact(folded) === undefined;
      const draft = isTaken ? undefined : known;
      if (draft === undefined) {
        drafts.push(index.add(folded, { fields, location, catalogId: info.id }));
      } else {
        completed.add(draft);
        const aliases = [...new Set([...(draft.fields.aliases ?? []), ...(fields.aliases ?? [])])];
        draft.fields = {
          ...draft.fields,
          ...fields,
          id: draft.fields.id,
          ...(aliases.length === 0 ? {} : { aliases }),
          ...mergedProfiles(draft.fields.profiles, fields.profiles),
        };
        draft.location = location;
        draft.catalogId = info.id;
      }
    }
  }
  checkAliases(drafts, index, problems);
  return drafts.map((draft) => finished(draft, problems));
}

function finished({ fields, location, catalogId }: RequirementDraft, problems: Problem[]): Requirement {
  const { id } = fields;
  const title = fields.title ?? fields.function ?? firstWords(fields.statement);
  const family = fields.family ?? familyOf(id);
  if (title === undefined) {
    const told = message('{0} has no title, in this catalogue nor in another', id);
    problems.push(
      problemAt(ProblemCode.YamlSchema, location.file, location.range, told, message('Add “{0}:”', 'title')),
    );
  }
  return {
    ...fields,
    title: title ?? id,
    origin: fields.origin ?? 'imported',
    nature: fields.nature ?? 'exigence',
    needs: [...new Set(fields.needs ?? ['code' as const])],
    profiles: fields.profiles ?? [],
    checklist: fields.checklist ?? [],
    scenarios: (fields.scenarios ?? []).map((scenario) => ({ ...scenario, proofs: scenario.proofs ?? [] })),
    proofs: fields.proofs ?? [],
    references: fields.references ?? [],
    aliases: fields.aliases ?? [],
    ...(family === undefined ? {} : { family }),
    location,
    catalogId,
  };
}

/** Applicability is keyed by REM: what one REM says leaves that of the others as it is. */
function mergedProfiles(
  earlier: RequirementDocument['profiles'],
  later: RequirementDocument['profiles'],
): Pick<RequirementDocument, 'profiles'> {
  if (
    earlier === undefined ||
    later === undefined ||
    later.length === 0 ||
    later.some(({ rem }) => rem === undefined)
  ) {
    return {};
  }
  const rems = new Set(later.map(({ rem = '' }) => rem.toLowerCase()));
  const parts = new Set([...rems].flatMap((rem) => rem.split('-')));
  const others = earlier.filter(({ rem, dispositif }) =>
    dispositif !== undefined ? !parts.has(dispositif.toLowerCase()) : rem !== undefined && !rems.has(rem.toLowerCase()),
  );
  return { profiles: [...others, ...later] };
}

/** Longer titles do not fit in a tree. */
const LONGEST_TITLE = 90;

function firstWords(statement: string | undefined): string | undefined {
  const line = statement?.trim().split('\n')[0]?.trim() ?? '';
  if (line.length <= LONGEST_TITLE) {
    return line === '' ? undefined : line;
  }
  const cut = line.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))}…`;
}

function checkAliases(drafts: readonly RequirementDraft[], ids: IdIndex<RequirementDraft>, problems: Problem[]): void {
  const claimed = new Map<string, RequirementDraft>();
  for (const draft of drafts) {
    for (const alias of draft.fields.aliases ?? []) {
      const folded = foldId(alias);
      const other = ids.exact(folded) ?? claimed.get(folded);
      claimed.set(folded, other ?? draft);
      if (other !== undefined && other !== draft) {
        const { file, range } = draft.location;
        const told = message('The alias {0} of {1} also names {2}', alias, draft.fields.id, other.fields.id);
        const remedy = message('Keep it at one requirement only');
        problems.push(problemAt(ProblemCode.CatalogDuplicateId, file, range, told, remedy));
      }
    }
  }
}

interface FaqDraft {
  fields: FaqDocument;
  location: SourceLocation;
  readonly matches: Map<string, FaqMatch>;
}

function mergeFaq(
  files: readonly CatalogFile[],
  resolve: (raw: string) => Resolution,
  problems: Problem[],
): FaqEntry[] {
  const drafts = new Map<string, FaqDraft>();
  for (const { faq } of files) {
    for (const { fields, location, matchRanges } of faq) {
      const key = foldId(fields.id);
      const draft = drafts.get(key);
      const matches = draft?.matches ?? new Map<string, FaqMatch>();
      const facets = { ...draft?.fields.facets, ...fields.facets };
      drafts.set(key, {
        fields: { ...draft?.fields, ...fields, id: draft?.fields.id ?? fields.id, facets },
        location,
        matches,
      });
      fields.requirements?.forEach(({ id, match = 'matched' }, i) => {
        const { targets } = resolve(id);
        for (const { requirement } of targets) {
          matches.set(requirement, { requirement, match });
        }
        if (targets.length === 0) {
          const told = message('The answer {0} names {1}, which is in no catalogue', fields.id, id);
          const remedy = message('Correct the id, or add the requirement to a catalogue');
          const range = matchRanges[i] ?? location.range;
          problems.push(problemAt(ProblemCode.CatalogUnknownReference, location.file, range, told, remedy));
        }
      });
    }
  }
  return [...drafts.values()].flatMap(({ fields, location, matches }): FaqEntry[] => {
    const { answer } = fields;
    if (answer === undefined) {
      const told = message('The answer {0} has no text, in this catalogue nor in another', fields.id);
      const remedy = message('Add “{0}:”', 'answer');
      problems.push(problemAt(ProblemCode.YamlSchema, location.file, location.range, told, remedy));
      return [];
    }
    return [{ ...fields, answer, facets: fields.facets ?? {}, requirements: [...matches.values()], location }];
  });
}

function mergeFacets(files: readonly CatalogFile[]): Facet[] {
  const facets = new Map<string, Facet>();
  for (const facet of files.flatMap((file) => file.facets)) {
    const values = new Set([...(facets.get(facet.id)?.values ?? []), ...facet.values]);
    facets.set(facet.id, { ...facet, values: [...values] });
  }
  return [...facets.values()];
}

const strengths: Readonly<Record<MatchStrength, number>> = { cited: 0, matched: 1, family: 2, weak: 3 };

function guidanceOf(faq: readonly FaqEntry[]): Map<string, { entry: FaqEntry; match: MatchStrength }[]> {
  const guidance = new Map<string, { entry: FaqEntry; match: MatchStrength }[]>();
  for (const entry of faq) {
    for (const { requirement, match } of entry.requirements) {
      pushTo(guidance, requirement, { entry, match });
    }
  }
  for (const answers of guidance.values()) {
    answers.sort((a, b) => strengths[a.match] - strengths[b.match]);
  }
  return guidance;
}

function problemAt(code: ProblemCode, file: string, range: Range, told: Message, remedy: Message): Problem {
  return { code, severity: 'warning', file, range, message: told, remedy };
}
