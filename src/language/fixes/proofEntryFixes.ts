import { message } from '../../base/message';
import { ProblemCode } from '../../base/problem';
import type { Range } from '../../base/text';
import { editBetween, type TextEdit } from '../../base/textEdit';
import { setText, YamlBroken } from '../../base/yamlEdit';
import type { Catalog } from '../../catalog/model';
import { lastDayWithinYear } from '../../evidence/calendar';
import type { ProofState } from '../../evidence/model';
import type { Trace } from '../../trace/model';
import type { Fix, FixTask, Mended } from './fix';
import { currentEdition } from './renewal';

/** An entry of `proofs` of the project file. */
export interface ProofEntryAt {
  /** Of the project file. */
  readonly text: string;
  readonly entry: Readonly<Record<string, unknown>>;
  /** In its list. */
  readonly index: number;
  /** Of the whole entry. */
  readonly range: Range;
  readonly catalog: Catalog;
  readonly trace: Trace;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const CODES: Partial<Record<ProofState, ProblemCode>> = {
  expired: ProblemCode.ProofExpired,
  'expires-soon': ProblemCode.ProofExpiresSoon,
  'wrong-edition': ProblemCode.ProofWrongEdition,
  'wrong-version': ProblemCode.ProofWrongVersion,
  'older-than-code': ProblemCode.ProofOlderThanCode,
};

/** What can be done about a proof in a state; names by the rule and documents are offered in any. */
export function proofEntryFixes(about: ProofEntryAt, state: ProofState | undefined): Fix[] {
  const code = state === undefined ? undefined : CODES[state];
  const problem = code === undefined ? undefined : { code, range: about.range };
  return [
    ...(state === 'missing' ? missingFixes(about) : []),
    ...(problem === undefined ? [] : renewals(about, problem)),
    ...rewritings(about, state),
  ];
}

/** Asks for another last day. */
export function dayChange(at: readonly (string | number)[], problem: Mended, today: string): Fix {
  return {
    title: message('Renew until another day…'),
    kind: 'quick-fix',
    preferred: false,
    problem,
    edits: [],
    task: { kind: 'change-day', at, suggested: lastDayWithinYear(today) ?? today },
  };
}

function missingFixes(about: ProofEntryAt): Fix[] {
  const { index, range, entry } = about;
  const mend = (title: Fix['title'], task: FixTask): Fix => ({
    title,
    kind: 'quick-fix',
    preferred: false,
    problem: { code: ProblemCode.ProofMissing, range },
    edits: [],
    task,
  });
  const choose = mend(message('Choose the files of this proof…'), { kind: 'choose-proof-files', index });
  const id = requirementOf(about);
  if (id === undefined) {
    return [choose];
  }
  switch (entry['kind']) {
    case 'capture':
      return [choose, mend(message('Paste a screenshot of {0}…', id), { kind: 'paste-proof', id })];
    case 'video':
    case 'formulaire':
    case 'code':
    case 'configuration':
      return [choose];
    default: {
      const documentKind = entry['kind'] === 'attestation' ? 'attestation' : 'documentation';
      const task: FixTask = { kind: 'create-proof-document', id, documentKind, index };
      return [choose, mend(message('Begin the document of this proof'), task)];
    }
  }
}

function renewals(about: ProofEntryAt, problem: Mended): Fix[] {
  const { entry, index, catalog, trace, today } = about;
  const again: Fix = {
    title: message('Renew this proof…'),
    kind: 'quick-fix',
    preferred: false,
    problem,
    edits: [],
    task: { kind: 'renew-proof', index },
  };
  switch (problem.code) {
    case ProblemCode.ProofWrongEdition:
      return [again, ...stillHolds(about, 'edition', currentEdition(entry, catalog), problem)];
    case ProblemCode.ProofWrongVersion:
      return [again, ...stillHolds(about, 'version', trace.product.version, problem)];
    case ProblemCode.ProofOlderThanCode:
      return [again];
    default:
      // A last day of its own may be another one without anything having been established anew.
      return entry['expires'] === undefined
        ? [again]
        : [again, dayChange(['proofs', index, 'expires'], problem, today)];
  }
}

function stillHolds({ text, index }: ProofEntryAt, key: string, value: string | undefined, problem: Mended): Fix[] {
  const edits = value === undefined ? [] : edited(text, ['proofs', index, key], value);
  return value === undefined || edits.length === 0
    ? []
    : [{ title: message('It still holds: change to {0}', value), kind: 'quick-fix', preferred: false, problem, edits }];
}

function edited(text: string, at: readonly (string | number)[], value: string): TextEdit[] {
  try {
    return [editBetween(text, setText(text, at, value)) ?? []].flat();
  } catch (error) {
    if (error instanceof YamlBroken) {
      return [];
    }
    throw error;
  }
}

function rewritings(about: ProofEntryAt, state: ProofState | undefined): Fix[] {
  const { entry, index } = about;
  const offer = (title: Fix['title'], task: FixTask): Fix => ({
    title,
    kind: 'rewrite',
    preferred: false,
    edits: [],
    task,
  });
  const id = requirementOf(about);
  const named = entry['files'] !== undefined && state !== undefined && state !== 'missing';
  return [
    ...(named
      ? [offer(message('Rename the files of this proof to the naming rule'), { kind: 'rename-proof-files', index })]
      : []),
    ...(id === undefined
      ? []
      : [offer(message('Create a proof document for {0}…', id), { kind: 'create-proof-document', id })]),
  ];
}

/** The first that it is for. */
function requirementOf({ entry, catalog }: ProofEntryAt): string | undefined {
  for (const raw of [entry['for']].flat()) {
    const [target] = typeof raw === 'string' ? catalog.resolve(raw).targets : [];
    if (target !== undefined) {
      return target.requirement;
    }
  }
  return undefined;
}
