import type { NewerCode } from '../evidence/model';
import type { AgeQuestion, ShownCode } from '../trace/codeAges';
import type { FileChange } from './codeHistory';
import type { FormerFile, FormerText, FormerTexts } from './formerTexts';
import { pushTo } from '../base/pushTo';

/** Changes of a file since the day of a proof, of which it is asked whether they changed the code that it shows; the older ones are not. */
const MOST_CHANGES = 60;
/** Texts of the past that are read for one folder: beyond, nothing is said against a proof. */
const MOST_TEXTS = 4000;

type Load = (files: readonly FormerFile[]) => Promise<void>;

interface Case {
  readonly proof: string;
  readonly code: ShownCode;
  /** After the day of the proof, newest first. */
  readonly changes: readonly FileChange[];
  /** What is checked out. */
  readonly now: string;
}

/**
 * For each proof of which the code changed since its day, the newest such change. Only a commit in which that very code is another than before it
 * counts, and only where the code is no longer what it was on that day: comments, layout, other code of the file and moved files change nothing.
 * What cannot be told is taken as unchanged.
 * @param changes of the files, newest first
 */
export async function newerCodeOf(
  questions: readonly AgeQuestion[],
  changes: readonly FileChange[],
  texts: FormerTexts,
  load: Load,
): Promise<Map<string, NewerCode>> {
  const asked = new Set<string>();
  const isWithin = (files: readonly FormerFile[]): boolean => {
    files.forEach(({ path, blob }) => asked.add(`${blob}\0${path}`));
    return asked.size <= MOST_TEXTS;
  };
  const byPath = groupByPath(changes);
  const cases = questions.flatMap(({ proof, day, code }) =>
    code.flatMap((one): Case[] => {
      const all = byPath.get(one.file) ?? [];
      const now = all[0]?.after;
      const since = all.filter((change) => change.day > day);
      return now === undefined || since.length === 0 ? [] : [{ proof, code: one, changes: since, now }];
    }),
  );
  const first = cases.filter((one) => isWithin(filesOfDay(one)));
  await load(first.flatMap(filesOfDay));
  const differing = first.filter((one) => !isAsThen(one, texts));
  const second = differing.filter((one) => isWithin(filesOfChanges(one)));
  await load(second.flatMap(filesOfChanges));
  const found = new Map<string, NewerCode>();
  for (const one of second) {
    const change = one.changes.slice(0, MOST_CHANGES).find((each) => isRealChange(one.code, each, texts));
    const before = found.get(one.proof);
    if (change !== undefined && (before === undefined || change.day > before.day)) {
      const { file, unit } = one.code;
      const { day, commit } = change;
      found.set(one.proof, { file, ...(unit === undefined ? {} : { unit: unit.name }), day, commit });
    }
  }
  return found;
}

function groupByPath(changes: readonly FileChange[]): Map<string, FileChange[]> {
  const byPath = new Map<string, FileChange[]>();
  for (const change of changes) {
    pushTo(byPath, change.path, change);
  }
  return byPath;
}

/** The text of now, and the one of the proof's day. */
function filesOfDay({ code: { file }, changes, now }: Case): FormerFile[] {
  return [now, ...(changes.at(-1)?.before ?? [])].map((blob) => ({ path: file, blob }));
}

function filesOfChanges({ code: { file }, changes }: Case): FormerFile[] {
  return changes
    .slice(0, MOST_CHANGES)
    .flatMap(({ before, after }) => [...before, ...(after === undefined ? [] : [after])])
    .map((blob) => ({ path: file, blob }));
}

/** Changed back, or never changed. */
function isAsThen({ code, changes, now }: Case, texts: FormerTexts): boolean {
  const before = changes.at(-1)?.before ?? [];
  return before.some((blob) => agree(code, now, blob, texts));
}

/** Of a file that is new nobody knows what it was before: it may have been brought from another repository, or with it. */
function isRealChange(code: ShownCode, { before, after }: FileChange, texts: FormerTexts): boolean {
  return after !== undefined && before.length > 0 && !before.some((blob) => agree(code, after, blob, texts));
}

/** Whether the code in one text is in the other one too. */
function agree(code: ShownCode, after: string, before: string, texts: FormerTexts): boolean {
  const now = texts.of({ path: code.file, blob: after });
  const then = texts.of({ path: code.file, blob: before });
  if (now === undefined || then === undefined) {
    return true;
  }
  const { unit, snippet } = code;
  if (unit === undefined) {
    const line = snippet.replace(/…$/u, '');
    return !now.flat.includes(line) || then.flat.includes(line);
  }
  return hashesOf(unit, now).every((hash) => then.hashes.has(hash));
}

/** Of that unit in a text: as it is now where the text has it so, else by its name, under which there may be several. */
function hashesOf({ name, hash }: NonNullable<ShownCode['unit']>, text: FormerText): string[] {
  return text.hashes.has(hash)
    ? [hash]
    : text.units.flatMap((unit) => (unit.name === name && unit.hash !== undefined ? [unit.hash] : []));
}
