import type { CodeHistory, FileChange } from './codeHistory';
import { decodeText } from '../base/decodeText';
import { git, type GitCall } from './git.node';
import { headOf } from './gitCommit.node';
import { LOG_FORMAT, parseLog, parseTreeDiffs, type LoggedCommit } from './gitLog';

/** A file that was renamed more often is followed no further. */
const MOST_RENAMES = 6;
/** Longer texts are not compared. In bytes. */
const LONGEST_TEXT = 1024 * 1024;
/** So much is asked for at once. In bytes. */
const PORTION = 32 * 1024 * 1024;
/** Neither a program of the repository's choice for diffs nor one for signatures. */
const RAW = ['-z', '--raw', '--no-abbrev', '--relative', '--no-textconv', '--no-ext-diff'];
const DAY = 86_400_000;

/** The past of a folder that is in a git repository, or below the root of one. The program `git` is asked, a few times for many files. */
export class GitHistory implements CodeHistory {
  readonly #root: string;

  /** @param root absolute path of the folder */
  constructor(root: string) {
    this.#root = root;
  }

  head(signal?: AbortSignal): Promise<string | undefined> {
    return headOf(this.#root, signal);
  }

  async changesOf(files: readonly string[], since?: string, signal?: AbortSignal): Promise<readonly FileChange[]> {
    const shallow = (await this.#ask(['rev-parse', '--is-shallow-repository'], '', signal)) !== 'false\n';
    const found: (FileChange & { readonly time: number })[] = [];
    /** Names that are still to be looked for, with the name of today, and when and by which commit they were given up. */
    let wanted = new Map(files.map((file) => [file, { path: file, until: Number.POSITIVE_INFINITY, by: '' }]));
    for (let round = 0; round <= MOST_RENAMES && wanted.size > 0; round++) {
      const commits = await this.#log([...wanted.keys()], since, signal);
      const changes = commits.flatMap(({ id, day, time, hasParents, files: raw }) =>
        // The oldest commit of a shallow clone seems to bring everything.
        (shallow && !hasParents ? [] : raw).flatMap((change) => {
          const name = wanted.get(change.path);
          return name === undefined || time > name.until || id === name.by
            ? []
            : [{ ...change, name: change.path, commit: id, day, time, path: name.path }];
        }),
      );
      const moves = await this.#movesIn(
        changes.filter(({ before, after }) => before.length === 0 && after !== undefined).map(({ commit }) => commit),
        signal,
      );
      const next: typeof wanted = new Map();
      for (const { commit, day, time, path, name, before, after } of changes) {
        const move = before.length === 0 ? moves.get(commit)?.get(name) : undefined;
        if (move !== undefined) {
          next.set(move.from, { path, until: time, by: commit });
        }
        found.push({
          commit,
          day,
          time,
          path,
          before: move === undefined ? before : [move.blob],
          ...(after === undefined ? {} : { after }),
        });
      }
      wanted = next;
    }
    return found.sort((a, b) => b.time - a.time);
  }

  async texts(blobs: Iterable<string>, signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const portion of await this.#portions(new Set(blobs), signal)) {
      const output = await git(this.#root, ['cat-file', '--batch'], callOf(`${portion.join('\n')}\n`, signal));
      for (const [blob, bytes] of output === undefined ? [] : blobsIn(output)) {
        const decoded = decodeText(bytes);
        if ('text' in decoded) {
          texts.set(blob, decoded.text);
        }
      }
    }
    return texts;
  }

  async #log(names: readonly string[], since: string | undefined, signal: AbortSignal | undefined) {
    // A name with a line break cannot be handed over in a list of lines.
    const lines = names.filter((name) => !name.includes('\n'));
    const others = names.filter((name) => name.includes('\n'));
    // The names of files are no patterns.
    const args = ['--literal-pathspecs', 'log', '--stdin', ...RAW, '-c', '--no-renames', '--no-follow', '--no-color'];
    const from = since === undefined ? [] : [`--since=${dayBefore(since)}`];
    // Paths in the arguments alone would be everything where there are none.
    const log = async (input: string, paths: readonly string[]): Promise<LoggedCommit[]> =>
      parseLog((await this.#ask([...args, ...from, `--format=${LOG_FORMAT}`, ...paths], input, signal)) ?? '');
    return [
      ...(lines.length === 0 ? [] : await log(`HEAD\n--\n${lines.join('\n')}\n`, [])),
      ...(others.length === 0 ? [] : await log('HEAD\n', ['--', ...others])),
    ];
  }

  /** For each commit, the files that it renamed: by their new name, the former one and the text. */
  async #movesIn(
    commits: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Map<string, Map<string, { from: string; blob: string }>>> {
    const moves = new Map<string, Map<string, { from: string; blob: string }>>();
    if (commits.length === 0) {
      return moves;
    }
    const input = `${[...new Set(commits)].join('\n')}\n`;
    const output = await this.#ask(['diff-tree', '--stdin', '-r', '-M', '-l1000', ...RAW], input, signal);
    for (const [commit, changes] of parseTreeDiffs(output ?? '')) {
      const renamed = changes.flatMap(({ path, from, before: [blob] }) =>
        from === undefined || blob === undefined ? [] : [[path, { from, blob }] as const],
      );
      moves.set(commit, new Map(renamed));
    }
    return moves;
  }

  /** In portions of which the texts fit in memory, those that are too long left out. */
  async #portions(blobs: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<string[][]> {
    if (blobs.size === 0) {
      return [];
    }
    const sizes = (await this.#ask(['cat-file', '--batch-check'], `${[...blobs].join('\n')}\n`, signal)) ?? '';
    const portions: string[][] = [];
    let left = 0;
    for (const [, blob = '', length = ''] of sizes.matchAll(/^([0-9a-f]+) blob (\d+)$/gmu)) {
      const size = Number(length);
      if (size > LONGEST_TEXT) {
        continue;
      }
      if (size > left) {
        portions.push([]);
        left = PORTION;
      }
      portions.at(-1)?.push(blob);
      left -= size;
    }
    return portions;
  }

  async #ask(args: readonly string[], input: string, signal: AbortSignal | undefined): Promise<string | undefined> {
    return (await git(this.#root, args, callOf(input, signal)))?.toString('utf8');
  }
}

/** Reads `git cat-file --batch`: a line with name, kind and length, then as many bytes and a line end. */
function* blobsIn(output: Buffer): Generator<[string, Buffer]> {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [, blob, length] =
      /^([0-9a-f]+) blob (\d+)$/u.exec(output.toString('latin1', at, end === -1 ? output.length : end)) ?? [];
    at = end === -1 ? output.length : end + 1;
    if (blob !== undefined && length !== undefined) {
      yield [blob, output.subarray(at, at + Number(length))];
      at += Number(length) + 1;
    }
  }
}

/** Git counts in seconds and in the time zones of its commits; what is too early is told by the day. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 2 * DAY).toISOString();
}

function callOf(input: string, signal: AbortSignal | undefined): GitCall {
  return { input, ...(signal === undefined ? {} : { signal }) };
}
