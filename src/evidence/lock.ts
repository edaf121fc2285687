import * as v from 'valibot';
import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { LineMap } from '../base/text';
import { parseYaml, validateYaml } from '../base/yaml';

/** Name of the file of accepted fingerprints, at the root of a workspace folder; meant for git. */
export const LOCK_FILE = 'segur.lock.json';

/** A link as somebody accepted it. Its file and its unit's name find it again; its code alone tells whether it changed. */
export interface AcceptedLink {
  readonly verb: string;
  /** Canonical id of the scenario or expected proof, when a lower level than the requirement was named. */
  readonly item?: string;
  readonly file: string;
  /** Qualified name of the code unit; absent where the annotation stood in none. */
  readonly unit?: string;
  /** Fingerprint of the unit's code, or of the annotated line where there is no unit; absent where there was neither. */
  readonly code?: string;
}

export interface AcceptedRequirement {
  /** Of the catalogue, or the requirement's own revision. */
  readonly edition?: string;
  /** Made by `requirementFingerprint`. */
  readonly text: string;
  /** Made by `guidanceFingerprint`; absent where no answer of the FAQ speaks of it. */
  readonly faq?: string;
  readonly links: readonly AcceptedLink[];
}

export interface AcceptedProof {
  /** Of the file's bytes, in lower-case hex. */
  readonly sha256: string;
  /** The proof's date when it was accepted (`YYYY-MM-DD`). */
  readonly date?: string;
}

/** What was reviewed and accepted: a difference makes a link or a proof suspect. */
export interface Lock {
  /** By canonical id. */
  readonly requirements: ReadonlyMap<string, AcceptedRequirement>;
  /** By path in the workspace folder, composed (NFC). */
  readonly proofs: ReadonlyMap<string, AcceptedProof>;
}

const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`, 'u')));
const text = v.pipe(v.string(), v.nonEmpty());

const link = v.object({
  verb: v.picklist(['implements', 'verifies', 'partial', 'todo']),
  item: v.exactOptional(text),
  file: text,
  unit: v.exactOptional(text),
  code: v.exactOptional(hex(16)),
});

/** `segur.lock.json`, as commands write it. Lists, since keys of an object would shadow what objects have by themselves (`constructor`). */
const lockSchema = v.object({
  version: v.literal(1),
  requirements: v.exactOptional(
    v.array(
      v.object({
        id: text,
        edition: v.exactOptional(text),
        text: hex(16),
        faq: v.exactOptional(hex(16)),
        links: v.exactOptional(v.array(link)),
      }),
    ),
  ),
  proofs: v.exactOptional(v.array(v.object({ file: text, sha256: hex(64), date: v.exactOptional(text) }))),
});

export function emptyLock(): Lock {
  return { requirements: new Map(), proofs: new Map() };
}

/**
 * Reads the text of a lock. Half a lock would let changes pass unseen, so one that cannot be read to the end counts as none: `lock` is absent and
 * an error says why. Whoever writes must not replace such a file.
 */
// @segur ST.REV.01
export function parseLock(source: string, file = LOCK_FILE): { lock?: Lock; problems: readonly Problem[] } {
  const conflict = /^(?:<{7} |={7}$|>{7} )/mu.exec(source);
  if (conflict !== null) {
    return {
      problems: [
        {
          code: ProblemCode.LockUnreadable,
          severity: 'error',
          file,
          range: new LineMap(source).rangeOf(conflict.index, conflict.index + conflict[0].length),
          message: message('This file holds an unresolved merge conflict: no change of code or proofs is noticed'),
          remedy: message('Keep both sides where they name different links, or take one side and accept again'),
        },
      ],
    };
  }
  const parsed = quickParse(source);
  if (parsed !== undefined) {
    return { lock: lockOf(parsed), problems: [] };
  }
  // JSON is YAML: its reader knows the places and the words for what is wrong.
  const yaml = parseYaml(source, file);
  const found = [...yaml.problems, ...validateYaml(lockSchema, yaml, file).problems];
  const first = found.find(({ severity }) => severity === 'error') ?? found[0];
  return {
    problems: [
      {
        code: ProblemCode.LockUnreadable,
        severity: 'error',
        file,
        ...(first?.range === undefined ? {} : { range: first.range }),
        message: message('This file cannot be read: no change of code or proofs is noticed'),
        remedy: first?.message ?? message('Restore it from git, or delete it and accept again'),
      },
    ],
  };
}

function quickParse(source: string): v.InferOutput<typeof lockSchema> | undefined {
  try {
    const { success, output } = v.safeParse(lockSchema, JSON.parse(source));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

/** A merge of two branches may leave a requirement twice: its links are those of both. */
function lockOf({ requirements = [], proofs = [] }: v.InferOutput<typeof lockSchema>): Lock {
  const byId = new Map<string, AcceptedRequirement>();
  for (const { id, links = [], ...rest } of requirements) {
    byId.set(id, { ...rest, links: [...(byId.get(id)?.links ?? []), ...links] });
  }
  return {
    requirements: byId,
    proofs: new Map(proofs.map(({ file, ...proof }) => [file.normalize('NFC'), proof])),
  };
}

/** The text of a lock: sorted, one link and one proof a line, so that two branches that accept different ones merge. */
export function writeLock(lock: Lock): string {
  const requirements = sortedEntries(lock.requirements).map(([id, { edition, text: hash, faq, links }]) => {
    const head = JSON.stringify({
      id,
      ...(edition === undefined ? {} : { edition }),
      text: hash,
      ...(faq === undefined ? {} : { faq }),
    }).slice(0, -1);
    const lines = [...new Set(links.map(linkLine))].sort();
    const list = lines.length === 0 ? '[]' : `[\n      ${lines.join(',\n      ')}\n    ]`;
    return `    ${head},"links":${list}}`;
  });
  const proofs = sortedEntries(lock.proofs).map(
    ([file, { sha256, date }]) => `    ${JSON.stringify({ file, sha256, ...(date === undefined ? {} : { date }) })}`,
  );
  return `{\n  "version": 1,\n  "requirements": ${block(requirements)},\n  "proofs": ${block(proofs)}\n}\n`;
}

/** Keys in one order, whatever the object that they come from. */
function linkLine({ verb, item, file, unit, code }: AcceptedLink): string {
  return JSON.stringify({
    file,
    ...(unit === undefined ? {} : { unit }),
    verb,
    ...(item === undefined ? {} : { item }),
    ...(code === undefined ? {} : { code }),
  });
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
}

/** By code units, the same on every machine. */
function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
