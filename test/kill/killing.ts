import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { SeededRandom } from '../../scripts/bench/random';
import { inLayout, manyRows } from '../support/remFixtures';
import { buildWorkbook } from '../support/workbookBuilder';

/** A command that writes, in a folder where what it writes is there already. */
export interface Scenario {
  readonly name: string;
  readonly args: readonly string[];
  /** Run before, so that there is an earlier file to be lost. */
  readonly before?: readonly (readonly string[])[];
  /** What differs in the folder from one run to the other. */
  readonly changes?: Readonly<Record<string, string | Uint8Array>>;
}

const workbook = (count: number): Uint8Array =>
  buildWorkbook([{ name: 'Exigences', rows: inLayout('rem-2024', manyRows(count)) }]);

const project = (version: string): string => `version: 1 # ${'commentaire '.repeat(200)}
product: { name: Essai, version: '${version}' }
catalogs: ['requirements/own.yaml']
proofs:
  - { for: REQ-1, kind: video, files: preuves/film.mp4, date: 2026-09-01 }
  - { for: [REQ-1, REQ-2], kind: capture, files: 'preuves/*.png', date: 2026-09-01 }
`;

const files: Readonly<Record<string, string | Uint8Array>> = {
  'segur.yaml': project('1'),
  'requirements/own.yaml': `version: 1
catalog: { id: own, title: Référentiel, edition: '2026-02' }
requirements:
  - { id: REQ-1, title: Un, chapter: Sécurité, needs: [code, proof] }
  - { id: REQ-2, title: Deux, chapter: Accès, needs: [proof] }
`,
  'preuves/film.mp4': new Uint8Array(300_000).fill(7),
  'preuves/a.png': 'png',
  'src/a.ts': '// @segur REQ-1\nexport function f() {\n  return 1;\n}\n',
  'REM-FIC-Va1 2026-02-01.xlsx': workbook(40),
};

const matrices = ['matrix', '.', '--format', 'html,md,csv,xlsx,reqif,json', '--out', 'out'];
const rem = 'REM-FIC-Va1 2026-02-01.xlsx';
const other = {
  'segur.yaml': project('2'),
  'src/a.ts': '// @segur REQ-1, REQ-2\nexport function f() {\n  return 2;\n}\n',
};

export const scenarios: readonly Scenario[] = [
  { name: 'matrix, in every format', args: matrices, before: [matrices], changes: other },
  { name: 'matrix, for the first time', args: ['matrix', '.', '--format', 'json', '--out', 'traces/new/1.json'] },
  { name: 'import --add', args: ['import', rem, '--dir', '.', '--add'] },
  {
    name: 'import --force',
    args: ['import', rem, '--dir', '.', '--force'],
    before: [['import', rem, '--dir', '.', '--add']],
    changes: { [rem]: workbook(55) },
  },
  { name: 'lock', args: ['lock', '.'], before: [['lock', '.']], changes: other },
  { name: 'fill --in-place', args: ['fill', rem, '--in-place'] },
  { name: 'pack', args: ['pack', '.', '--out', 'out/dossier.zip'], before: [['pack', '.', '--out', 'out/dossier.zip']], changes: other },
  { name: 'scaffold', args: ['scaffold', 'REQ-1', '--out', 'preuves/'] },
  { name: 'check --report', args: ['check', '.', '--report', 'out/gate.sarif'], before: [['check', '.', '--report', 'out/gate.sarif']], changes: other },
]; // prettier-ignore

/** Paths and bytes of a folder. */
type Files = ReadonlyMap<string, Buffer>;

interface Ended {
  readonly killed: boolean;
  readonly status: number | null;
  readonly errors: string;
}

/** When a process is to end: at its n-th call that changes a file, which is not done or done by half; with a delay, so long after that call began. */
export interface Kill {
  readonly at: number;
  /** In microseconds. */
  readonly delay?: number;
}

/** A scenario that was run to its end once: how many calls it makes, and what it leaves. */
export class Killing {
  readonly scenario: Scenario;
  readonly #command: string;
  readonly #before: string;
  readonly #scratch: string;
  #old: Files = new Map();
  #new: Files = new Map();
  calls = 0;

  constructor(scenario: Scenario, command: string) {
    this.scenario = scenario;
    this.#command = command;
    this.#scratch = realpathSync(mkdtempSync(join(tmpdir(), 'segur-kill-')));
    this.#before = join(this.#scratch, 'before');
  }

  async prepare(): Promise<void> {
    const { args, before = [], changes = {} } = this.scenario;
    put(this.#before, files);
    for (const one of before) {
      await this.#done(this.#before, one);
    }
    put(this.#before, changes);
    this.#old = filesOf(this.#before);
    const folder = this.#copy();
    const count = join(this.#scratch, 'count.json');
    await this.#done(folder, args, { SEGUR_KILL_COUNT: count });
    this.calls = (JSON.parse(readFileSync(count, 'utf8')) as { readonly calls: number }).calls;
    this.#new = filesOf(folder);
    assert.ok(
      [...this.#new.keys()].every((path) => !isPart(path)),
      'a run that ends leaves nothing beside',
    );
    assert.notDeepEqual(this.#new, this.#old, `${this.scenario.name} writes nothing`);
    // The same again must give the same, or nothing could be compared.
    const again = this.#copy();
    await this.#done(again, args);
    assertSameFiles(filesOf(again), this.#new, `${this.scenario.name}, run twice`);
  }

  /** Kills a run and looks at what is left. @returns whether it was killed before it ended */
  async kill(when: Kill, isFollowed: boolean): Promise<boolean> {
    const folder = this.#copy();
    const { killed } = await this.#run(folder, this.scenario.args, {
      SEGUR_KILL_AT: String(when.at),
      ...(when.delay === undefined ? {} : { SEGUR_KILL_DELAY: String(when.delay) }),
    });
    const words = `${this.scenario.name}, killed ${JSON.stringify(when)}`;
    this.#assertWhole(filesOf(folder), words);
    if (isFollowed) {
      await this.#assertNextRun(folder, words);
    }
    rmSync(folder, { recursive: true });
    return killed;
  }

  /** Each write takes only a part of what it is given: all is written all the same. */
  async writeShort(): Promise<void> {
    const folder = this.#copy();
    await this.#done(folder, this.scenario.args, { SEGUR_SHORT_WRITES: '1' });
    assertSameFiles(filesOf(folder), this.#new, `${this.scenario.name}, with short writes`);
    rmSync(folder, { recursive: true });
  }

  dispose(): void {
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  /** Each file is as it was before, or as it should become; nothing is lost, and what is left beside is hidden and known. */
  #assertWhole(found: Files, words: string): void {
    for (const [path, bytes] of found) {
      const known = [this.#old.get(path), this.#new.get(path)];
      assert.ok(
        isPart(path) || known.some((one) => one?.equals(bytes) === true),
        `${words}: ${path} is neither old nor new`,
      );
    }
    for (const path of this.#old.keys()) {
      assert.ok(found.has(path), `${words}: ${path} is lost`);
    }
  }

  /** The next run does what the killed one did not, and removes what that left, once it is old enough not to be written by another. */
  async #assertNextRun(folder: string, words: string): Promise<void> {
    const parts = [...filesOf(folder).keys()].filter(isPart);
    const longAgo = new Date(Date.now() - 3_600_000);
    parts.forEach((path) => utimesSync(join(folder, path), longAgo, longAgo));
    const { status, errors } = await this.#run(folder, this.scenario.args, {});
    // What was written to its end is there already: a document, or a catalogue that is named already.
    const isThere = status === 2 && this.scenario.name === 'scaffold' && errors.includes('exists');
    assert.ok(status === 0 || isThere, `${words}, then run again: ${status ?? '?'} ${errors}`);
    const found = filesOf(folder);
    for (const [path, bytes] of this.#new) {
      // Filled in again: an update of what was filled in.
      const isAgain = this.scenario.name.startsWith('fill') || path.endsWith('.bak');
      assert.ok(
        isAgain || found.get(path)?.equals(bytes) === true,
        `${words}, then run again: ${path} is not what it should be`,
      );
    }
    const left = [...found.keys()].filter((path) => !this.#new.has(path) && !/\.bak2?$/u.test(path));
    assert.deepEqual(left, [], `${words}, then run again: left over`);
  }

  #copy(): string {
    const folder = mkdtempSync(join(this.#scratch, 'run-'));
    cpSync(this.#before, folder, { recursive: true });
    return folder;
  }

  async #done(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    const { status, errors } = await this.#run(folder, args, env);
    assert.equal(status, 0, `${args.join(' ')}: ${errors}`);
  }

  #run(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
    const child = spawn(
      process.execPath,
      ['--no-deprecation', '--require', join(__dirname, 'killAt.cjs'), this.#command, ...args],
      {
        cwd: folder,
        env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1', ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status, signal) => {
        resolve({ killed: signal === 'SIGKILL', status, errors });
      });
    });
  }
}

/** Hidden, beside the file that it was to become. */
function isPart(path: string): boolean {
  return /^\..+\.\d+\.part$/u.test(path.split(sep).at(-1) ?? '');
}

function put(folder: string, all: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function filesOf(folder: string): Files {
  const found = new Map<string, Buffer>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (lstatSync(path).isFile()) {
      found.set(relative(folder, path), readFileSync(path));
    }
  }
  return found;
}

function assertSameFiles(found: Files, expected: Files, words: string): void {
  assert.deepEqual([...found.keys()], [...expected.keys()], words);
  for (const [path, bytes] of expected) {
    assert.ok(found.get(path)?.equals(bytes) === true, `${words}: ${path}`);
  }
}

/** Moments all over a scenario: at each call, as many as there may be, then at random moments between two of them. */
export function momentsOf(calls: number, count: number, random: SeededRandom): Kill[] {
  const moments = Array.from({ length: calls }, (_, index): Kill => ({ at: index + 1 }));
  while (moments.length > count) {
    moments.splice(random.below(moments.length), 1);
  }
  while (moments.length < count) {
    moments.push({ at: 1 + random.below(calls), delay: random.below(random.pick([50, 500, 3000])) });
  }
  return moments;
}
