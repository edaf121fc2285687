import { execFile } from 'node:child_process';

export interface GitCommit {
  /** Full hash. */
  readonly id: string;
  /** Nothing in the folder differs from the commit, files that git does not know included. */
  readonly clean: boolean;
}

/** Longer than any healthy repository takes. In milliseconds. */
const TIMEOUT = 30_000;

/**
 * Settings that a repository could bring along to have programs of its own run are switched off: the folder is not ours.
 * A reader takes no lock.
 */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=', '--no-optional-locks'];

/**
 * The commit that a folder is at; `undefined` without git, without a repository, and before the first commit.
 * @param except path in the folder of a file whose changes do not count: the one that is about to be written
 */
export async function gitCommitOf(root: string, except?: string): Promise<GitCommit | undefined> {
  const id = (await git(root, ['rev-parse', '--verify', 'HEAD']))?.trim();
  if (id === undefined || !/^[0-9a-f]{40,64}$/u.test(id)) {
    return undefined;
  }
  const others = except === undefined ? [] : [`:(exclude,literal)${except}`];
  const changes = await git(root, ['status', '--porcelain', '--untracked-files=all', '--', '.', ...others]);
  return changes === undefined ? undefined : { id, clean: changes === '' };
}

function git(root: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      'git',
      [...HARMLESS, '-C', root, ...args],
      { timeout: TIMEOUT, maxBuffer: 64 * 1024 * 1024, windowsHide: true },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
  });
}
