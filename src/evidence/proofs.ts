import { compileGlob, type Glob } from '../base/glob';
import { message } from '../base/message';
import type { Clock, FileSystem } from '../base/ports';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import type { ProofKind } from '../catalog/model';
import { daysBetween, EXPIRES_SOON_DAYS, lastDayWithinYear } from './calendar';
import type { Proof, ProofEntry, ProofFile, ProofState } from './model';

/**
 * Last day on which a proof of that kind counts, for kinds whose age the ANS limits: the penetration test form has to be « daté de moins d'un an »
 * when it is handed in. An `expires` of the entry comes before it.
 */
// @segur ST.PRF.02
function endOfLifetime(kind: ProofKind, date: string): string | undefined {
  return kind === 'formulaire' ? lastDayWithinYear(date) : undefined;
}

/**
 * Holds the declared proofs against the files and the calendar. Files are listed once for each top folder that the globs name, never once an entry.
 * @param projectFile the file that declares them, for the problems
 * @param listing of the same files, from a reading before: they are not asked for again
 */
// @segur ST.PRF.01
export async function evaluateProofs(
  entries: readonly ProofEntry[],
  fs: FileSystem,
  clock: Clock,
  projectFile = PROJECT_FILE,
  listing = new ProofListing(fs),
): Promise<{ proofs: Proof[]; problems: Problem[] }> {
  await listing.prepare(entries);
  const proofs: Proof[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const files = await listing.filesOf(entry);
    const expires = entry.expires ?? (entry.date === undefined ? undefined : endOfLifetime(entry.kind, entry.date));
    const state = stateOf(entry, files, expires, clock.today());
    const proof: Proof = expires === undefined ? { entry, state, files } : { entry, state, files, expires };
    proofs.push(proof);
    problems.push(...problemsOf(proof, projectFile), ...futureDate(entry, projectFile, clock.today()));
  }
  return { proofs, problems };
}

function stateOf(
  entry: ProofEntry,
  files: readonly ProofFile[],
  expires: string | undefined,
  today: string,
): ProofState {
  if (entry.files !== undefined && files.length === 0) {
    return 'missing';
  }
  if (files.some(({ size }) => size === 0)) {
    return 'empty';
  }
  const left = expires === undefined ? undefined : daysBetween(today, expires);
  if (left === undefined || left > EXPIRES_SOON_DAYS) {
    return 'ok';
  }
  return left < 0 ? 'expired' : 'expires-soon';
}

function problemsOf(proof: Proof, file: string): Problem[] {
  const { entry, state, files, expires = '' } = proof;
  const ids = entry.for.join(', ');
  const place = { file, range: entry.range };
  switch (state) {
    case 'missing':
      return [
        {
          ...place,
          code: ProblemCode.ProofMissing,
          severity: 'warning',
          message: message('Proof of {0}: no file matches {1}', ids, (entry.files ?? []).join(', ')),
          remedy: message('Add the file, or correct the path; paths start at the workspace folder'),
        },
      ];
    case 'empty':
      return [
        {
          ...place,
          code: ProblemCode.ProofEmpty,
          severity: 'warning',
          message: message('Proof of {0}: {1} is empty', ids, files.find(({ size }) => size === 0)?.path ?? ''),
          remedy: message('Put its content there, or name another file'),
        },
      ];
    case 'expired':
      return [
        {
          ...place,
          code: ProblemCode.ProofExpired,
          severity: 'warning',
          message: message('Proof of {0}: no longer counts, its last day was {1}', ids, { day: expires }),
          remedy: message('Establish it again and change its date'),
        },
      ];
    case 'expires-soon':
      return [
        {
          ...place,
          code: ProblemCode.ProofExpiresSoon,
          severity: 'information',
          message: message('Proof of {0}: its last day is {1}', ids, { day: expires }),
          remedy: message('Establish it again and change its date'),
        },
      ];
    case 'ok':
    case 'changed':
    case 'older-than-code':
    case 'wrong-edition':
    case 'wrong-version':
      return [];
  }
}

/** East of the clock's zone it may be tomorrow already. In days. */
const ZONES = 1;

/** A slip of the pen in the year, or a clock that is wrong: either way its age would be counted wrong for as long. */
function futureDate({ for: ids, date, range }: ProofEntry, file: string, today: string): Problem[] {
  const ahead = date === undefined ? undefined : daysBetween(today, date);
  return ahead === undefined || ahead <= ZONES
    ? []
    : [
        {
          file,
          range,
          code: ProblemCode.ProofFutureDate,
          severity: 'warning',
          message: message('Proof of {0}: it is dated {1}, which is still to come', ids.join(', '), {
            day: date ?? '',
          }),
          remedy: message('Correct its date; if it is right, the clock of this machine is not ({0})', { day: today }),
        },
      ];
}

/** The files that proofs name: one listing a top folder, one `stat` a file. */
export class ProofListing {
  readonly #fs: FileSystem;
  readonly #listings = new Map<string, readonly string[]>();
  readonly #stats = new Map<string, Promise<ProofFile | undefined>>();

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  async prepare(entries: readonly ProofEntry[]): Promise<void> {
    const tops = new Set(entries.flatMap((entry) => globsOf(entry).map(topFolder)));
    const wanted = tops.has('') ? [''] : [...tops];
    await Promise.all(
      wanted
        .filter((top) => !this.#listings.has(top))
        .map(async (top) => this.#listings.set(top, await this.#fs.glob(listingOf(top)))),
    );
  }

  async filesOf(entry: ProofEntry): Promise<ProofFile[]> {
    const paths = globsOf(entry).flatMap((glob) => {
      const listing = this.#listings.get('') ?? this.#listings.get(topFolder(glob)) ?? [];
      const start = glob.base === '' ? '' : `${glob.base}/`;
      return listing.filter((path) => path.startsWith(start) && glob.matches(path));
    });
    const files = await Promise.all([...new Set(paths)].sort().map((path) => this.#file(path)));
    return files.filter((file) => file !== undefined);
  }

  /** What is known of a file: it is asked for anew. */
  forget(path: string): void {
    this.#stats.delete(path);
  }

  #file(path: string): Promise<ProofFile | undefined> {
    const known = this.#stats.get(path);
    if (known !== undefined) {
      return known;
    }
    // A file that cannot even be looked at proves nothing: it counts as missing.
    const file = this.#fs.stat(path).then(
      (stat) => (stat === undefined ? undefined : { path, size: stat.size }),
      () => undefined,
    );
    this.#stats.set(path, file);
    return file;
  }
}

/** Faulty globs were reported, and dropped, when the project file was read. */
function globsOf(entry: ProofEntry): Glob[] {
  return (entry.files ?? []).map(compileGlob).filter((glob) => typeof glob !== 'string');
}

/** The folder whose listing holds whatever the glob matches; `''` is the workspace folder, `.` its own files alone. */
function topFolder(glob: Glob): string {
  return /\/|\*\*/u.test(glob.pattern) ? (glob.base.split('/')[0] ?? '') : '.';
}

function listingOf(top: string): string {
  return top === '' ? '**' : top === '.' ? '*' : `${top}/**`;
}
