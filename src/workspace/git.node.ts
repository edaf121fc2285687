import { execFile } from 'node:child_process';

/** Longer than any healthy repository takes. In milliseconds. */
const TIMEOUT = 30_000;
/** In bytes. */
const LONGEST_ANSWER = 256 * 1024 * 1024;

/**
 * The folder is not ours, and a repository can bring along settings that have programs of its own run: those are switched off. A reader takes no
 * lock.
 */
const HARMLESS = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  // What looks like a repository inside of the folder is part of it.
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'log.showSignature=false',
  '--no-optional-locks',
  '--no-pager',
];

/** A hook or an alias of git runs its programs with these: the folder's own repository is meant, not theirs. */
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_EXTERNAL_DIFF'];

export interface GitCall {
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/**
 * What git answers in a folder, without a shell and without a network; `undefined` without git, without a repository, and whenever it fails: its
 * absence is no fault. Rejects with the signal's reason when it is aborted.
 */
// @segur ST.TRU.03
export function git(
  root: string,
  args: readonly string[],
  { input = '', signal }: GitCall = {},
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = execFile(
      'git',
      [...HARMLESS, '-C', root, ...args],
      {
        timeout: TIMEOUT,
        maxBuffer: LONGEST_ANSWER,
        windowsHide: true,
        encoding: 'buffer',
        env: environment(),
        ...(signal === undefined ? {} : { signal }),
      },
      (error, stdout) => {
        if (signal?.aborted === true) {
          reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'));
        } else {
          resolve(error === null ? stdout : undefined);
        }
      },
    );
    // It may end before it has read everything; that it failed, the callback says.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name.toUpperCase()));
  return {
    ...Object.fromEntries(kept),
    // What a partial clone left out would be fetched.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
}

/**
 * What keeps the filters that a repository's own settings define from running: they are programs, and git has them read a file whose date alone
 * changed. Those that the user set up for the whole machine (large files, say) stay. `undefined` for one whose name cannot be switched off.
 */
export async function withoutFilters(root: string): Promise<string[] | undefined> {
  const asked = [
    'config',
    '--local',
    '--includes',
    '--null',
    '--name-only',
    '--get-regexp',
    '^filter[.].+[.](clean|process)$',
  ];
  const keys = ((await git(root, asked))?.toString('utf8').split('\0') ?? []).filter((key) => key !== '');
  return keys.some((key) => key.includes('=')) ? undefined : [...new Set(keys)].flatMap((key) => ['-c', `${key}=`]);
}
