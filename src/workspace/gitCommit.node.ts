import { git, withoutFilters } from './git.node';

export interface GitCommit {
  /** Full hash. */
  readonly id: string;
  /** Nothing in the folder differs from the commit, files that git does not know included; what submodules hold is not looked at. */
  readonly clean: boolean;
}

/**
 * The commit that a folder is at; `undefined` without git, without a repository, and before the first commit.
 * @param except path in the folder of a file whose changes do not count: the one that is about to be written
 */
export async function gitCommitOf(root: string, except?: string): Promise<GitCommit | undefined> {
  const id = await headOf(root);
  if (id === undefined) {
    return undefined;
  }
  const others = except === undefined ? [] : [`:(exclude,literal)${except}`];
  const quiet = await withoutFilters(root);
  if (quiet === undefined) {
    return { id, clean: false };
  }
  // Inside of a submodule its own settings would count.
  const how = ['--porcelain', '--untracked-files=all', '--ignore-submodules=dirty'];
  const changes = await git(root, [...quiet, 'status', ...how, '--', '.', ...others]);
  return changes === undefined ? undefined : { id, clean: changes.length === 0 };
}

/** Full hash of the commit that a folder is at; as `gitCommitOf`. */
export async function headOf(root: string, signal?: AbortSignal): Promise<string | undefined> {
  const call = signal === undefined ? {} : { signal };
  const id = (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], call))?.toString('latin1').trim();
  return id !== undefined && /^[0-9a-f]{40,64}$/u.test(id) ? id : undefined;
}

/** Path of a folder in its repository, `''` or ending with `/`; `undefined` without git or a repository. */
export async function folderInRepository(root: string): Promise<string | undefined> {
  return (await git(root, ['rev-parse', '--show-prefix']))?.toString('utf8').replace(/\r?\n$/u, '');
}

/** The commit that a folder is at, and when it was made. */
export interface DatedCommit {
  /** Full hash. */
  readonly commit: string;
  /** As git writes it, with the committer's time zone: `2026-09-01T10:00:00+02:00`. */
  readonly committedAt: string;
}

/** As `gitCommitOf`, whatever differs from the commit. */
export async function datedCommitOf(root: string): Promise<DatedCommit | undefined> {
  const answer = await git(root, ['log', '-1', '--no-show-signature', '--format=%H %cI', 'HEAD']);
  const [, commit, committedAt] = /^([0-9a-f]{40,64}) (\S+)\s*$/u.exec(answer?.toString('latin1') ?? '') ?? [];
  return commit === undefined || committedAt === undefined ? undefined : { commit, committedAt };
}
