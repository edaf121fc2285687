import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countText, message } from '../../base/message';
import { LOCK_FILE, writeLock } from '../../evidence/lock';
import {
  acceptSelection,
  linkFilesOf,
  newsOf,
  proofFilesOf,
  type Accepted,
  type Selection,
} from '../../trace/acceptSelection';
import type { Link } from '../../trace/model';
import { refuseLeadingOut } from '../leadsOut';
import type { OpenedFolder } from '../openFolder';
import { requirementsNamed } from '../requirementsNamed';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeOutput } from '../writeOutput';

export interface LockArguments {
  /** Ids in whatever spelling; all requirements when there are none. */
  readonly requirement: readonly string[];
  /** Paths in the folder, of code or of proofs; all files when there are none. */
  readonly file: readonly string[];
  /** Nothing is written. */
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
}

/**
 * `lock`: accepts code, requirements and proofs as they are now. Later differences make links and proofs suspect.
 * @throws UsageError when the file that is there cannot be read (it is never replaced), or when nothing is called what was named
 */
export async function lock(folder: OpenedFolder, options: LockArguments, terminal: Terminal): Promise<void> {
  const { t } = terminal;
  const { lock: before, exists } = folder.lock;
  if (exists && before === undefined) {
    throw new UsageError(message('{0} cannot be read, so it is left alone: see segur-trace check.', LOCK_FILE));
  }
  const chosen = lockSelection(folder, options);
  const accepted = acceptSelection(folder.trace, before, folder.hashOf, chosen);
  const text = writeLock(accepted.lock);
  const path = join(folder.root, LOCK_FILE);
  // The same text again would only give the file another date.
  if (options.dryRun !== true && text !== (await readFile(path, 'utf8').catch(() => undefined))) {
    await refuseLeadingOut(folder.root, path, LOCK_FILE);
    await writeOutput(path, text, LOCK_FILE);
  }
  if (options.format === 'json') {
    await terminal.write(`${JSON.stringify(reportOf(accepted, options.dryRun !== true), null, 2)}\n`);
    return;
  }
  await terminal.write(linesOf(accepted, terminal));
  const { added, changed, gone, reworded } = newsOf(accepted);
  const head = options.dryRun === true ? t('Nothing was written. It would be:') : t('Written: {0}', LOCK_FILE);
  terminal.note(
    `${head} ${t('{0} new, {1} changed, {2} gone, {3} requirements with another text.', ...[added, changed, gone, reworded].map((count) => countText(t, count)))}`,
  );
}

/**
 * What the arguments name.
 * @throws UsageError when nothing is called so
 */
export function lockSelection(
  folder: Pick<OpenedFolder, 'catalog' | 'trace'>,
  { requirement, file }: Pick<LockArguments, 'requirement' | 'file'>,
): Selection {
  const ids = new Set(requirement.flatMap((raw) => requirementsNamed(folder, raw)).map((row) => row.requirement.id));
  const files = new Set(file.map((path) => path.replaceAll('\\', '/').replace(/^\.\//u, '').normalize('NFC')));
  const isFile = (path: string): boolean => files.size === 0 || files.has(path.normalize('NFC'));
  const proofs = new Map(
    folder.trace.requirements.flatMap((row) => row.proofs.map((proof) => [proof, new Set<string>()] as const)),
  );
  folder.trace.requirements.forEach((row) => row.proofs.forEach((proof) => proofs.get(proof)?.add(row.requirement.id)));
  const isAsked = (of: Iterable<string>): boolean => ids.size === 0 || [...of].some((id) => ids.has(id));
  const selection: Selection = {
    link: (link, row) => isAsked([row.requirement.id]) && isFile(link.file),
    proof: (proof, path) => isAsked(proofs.get(proof) ?? []) && isFile(path),
    text: (row) => isAsked([row.requirement.id]) && files.size === 0,
    whole: ids.size === 0 && files.size === 0,
  };
  const found = new Set([
    ...[...linkFilesOf(folder.trace, selection)].map((path) => path.normalize('NFC')),
    ...proofFilesOf(folder.trace, selection).map((path) => path.normalize('NFC')),
  ]);
  const unknown = [...files].find((path) => !found.has(path));
  if (unknown !== undefined) {
    throw new UsageError(message('Nothing in {0} is linked or proves something.', unknown));
  }
  return selection;
}

function linesOf({ links, proofs }: Accepted, { t, colors }: Terminal): string {
  const lines = [
    ...links.added.map((link) => `${colors.green('+')} ${placeOf(link)}`),
    ...links.changed.map((link) => `${colors.yellow('~')} ${placeOf(link)}`),
    ...links.reworded.map(({ requirement }) => `${colors.yellow('~')} ${t('{0}: another text', requirement.id)}`),
    ...links.gone.map(({ id, link }) => `${colors.dim('-')} ${id} ${link.file}${unitOf(link.unit)}`),
    ...proofs.added.map((path) => `${colors.green('+')} ${t('proof {0}', path)}`),
    ...proofs.changed.map((path) => `${colors.yellow('~')} ${t('proof {0}', path)}`),
    ...proofs.gone.map((path) => `${colors.dim('-')} ${t('proof {0}', path)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function placeOf({ id, file, range, unit }: Link): string {
  return `${id} ${file}:${range.start.line + 1}${unitOf(unit?.name)}`;
}

function unitOf(name: string | undefined): string {
  return name === undefined ? '' : ` ${name}`;
}

function reportOf({ links, proofs }: Accepted, written: boolean): object {
  const linkJson = ({ id, file, range, unit, verb }: Link): object => ({
    id,
    verb,
    file,
    line: range.start.line + 1,
    ...(unit === undefined ? {} : { unit: unit.name }),
  });
  return {
    version: 1,
    written,
    links: {
      added: links.added.map(linkJson),
      changed: links.changed.map(linkJson),
      gone: links.gone.map(({ id, link: { verb, file, unit } }) => ({
        id,
        verb,
        file,
        ...(unit === undefined ? {} : { unit }),
      })),
    },
    requirements: { reworded: links.reworded.map(({ requirement }) => requirement.id) },
    proofs,
  };
}
