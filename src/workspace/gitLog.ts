/** Format of a commit in `git log -z`: a mark, hash, parents, author's day, second of the commit. */
export const LOG_FORMAT = '%x01%H%x00%P%x00%as%x00%ct';

const MARK = '\u0001';
const NONE = /^0+$/u;

export interface LoggedCommit {
  readonly id: string;
  readonly hasParents: boolean;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly files: readonly RawChange[];
}

/** A line of `--raw`. */
export interface RawChange {
  readonly path: string;
  /** Where it was before, when it was renamed or copied. */
  readonly from?: string;
  readonly before: readonly string[];
  readonly after?: string;
}

/** Reads `git log -z --raw --no-abbrev -c` in `LOG_FORMAT`. Names may hold whatever names hold; what is no such output ends the reading. */
export function parseLog(output: string): LoggedCommit[] {
  const commits: LoggedCommit[] = [];
  const tokens = new Tokens(output);
  while (tokens.peek()?.startsWith(MARK) === true) {
    const id = tokens.next().slice(MARK.length);
    const hasParents = tokens.next() !== '';
    const day = tokens.next();
    const time = Number(tokens.next());
    commits.push({ id, hasParents, day, time, files: rawChanges(tokens) });
  }
  return commits;
}

/** Reads `git diff-tree --stdin -z --raw --no-abbrev`, by commit. */
export function parseTreeDiffs(output: string): Map<string, readonly RawChange[]> {
  const byCommit = new Map<string, readonly RawChange[]>();
  const tokens = new Tokens(output);
  while (/^[0-9a-f]{40,64}$/u.test(tokens.peek() ?? '')) {
    const id = tokens.next();
    byCommit.set(id, rawChanges(tokens));
  }
  return byCommit;
}

function rawChanges(tokens: Tokens): RawChange[] {
  const changes: RawChange[] = [];
  for (let meta = metaIn(tokens.peek()); meta !== undefined; meta = metaIn(tokens.peek())) {
    tokens.next();
    const first = tokens.next();
    const { before, after } = meta;
    changes.push({
      ...(meta.isMoved ? { path: tokens.next(), from: first } : { path: first }),
      before,
      ...(after === undefined ? {} : { after }),
    });
  }
  return changes;
}

/** `:100644 100644 <before> <after> M`; with a colon, a mode and a name for each parent in a merge. */
function metaIn(
  token: string | undefined,
): { before: readonly string[]; after: string | undefined; isMoved: boolean } | undefined {
  const found = /^\n?(:+)((?:[0-7]{6} )+)((?:[0-9a-f]{40,64} )+)([A-Z]+)\d*$/u.exec(token ?? '');
  if (found === null) {
    return undefined;
  }
  const names = (found[3] ?? '').trim().split(' ');
  const after = names.pop() ?? '';
  return {
    before: names.filter((name) => !NONE.test(name)),
    after: NONE.test(after) ? undefined : after,
    isMoved: /^[RC]$/u.test(found[4] ?? ''),
  };
}

class Tokens {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** `undefined` at the end. */
  peek(): string | undefined {
    return this.#at >= this.#text.length ? undefined : this.#text.slice(this.#at, this.#end());
  }

  next(): string {
    const token = this.peek() ?? '';
    this.#at = this.#end() + 1;
    return token;
  }

  #end(): number {
    const end = this.#text.indexOf('\0', this.#at);
    return end === -1 ? this.#text.length : end;
  }
}
