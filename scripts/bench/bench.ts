/*
 * npm run bench [-- --quick] [--only tree,modules,huge,live,matrix] [--write-readme]: our scan beside ripgrep and leasot in one run, what an edit
 * costs, and the matrix of a very large product. Prints one table; with --write-readme it takes the place of the one in both READMEs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rgPath } from '@vscode/ripgrep';
import { generateTree, type TreeManifest } from './generateTree';
import { inRounds, run, runNode } from './runs';
import { pairedRatio, quantile, spreadOf, type Spread } from './statistics';
import { table, writeIntoReadmes, type Row } from './table';

const root = join(__dirname, '..', '..');
const probes = join(root, 'out', 'bench');
const command = join(root, 'dist', 'segur-trace.js');
const worker = join(root, 'dist', 'scan-worker.js');
const args = process.argv.slice(2);
const quick = args.includes('--quick');
const only = args[args.indexOf('--only') + 1]?.split(',');
const ROUNDS = quick ? 3 : 9;
const TREE = { files: quick ? 5_000 : 50_000, annotations: quick ? 5_000 : 50_000, seed: 1 };

interface Probed {
  readonly milliseconds: number;
  readonly counts: Readonly<Record<string, number>>;
}

function wants(part: string): boolean {
  return !args.includes('--only') || only?.includes(part) === true;
}

async function main(): Promise<void> {
  run(process.execPath, [join(root, 'esbuild.js'), '--production']);
  await build({
    entryPoints: ['scan', 'live', 'matrix']
      .filter((name) => name === 'scan' || wants(name))
      .map((name) => join(__dirname, 'probes', `${name}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    outdir: probes,
    logLevel: 'error',
  });
  const scratch = join(tmpdir(), 'segur-trace-bench');
  mkdirSync(scratch, { recursive: true });
  const rows: Row[] = [];
  if (wants('tree')) {
    rows.push(...treeRows(join(scratch, `tree-${TREE.files}`)));
  }
  if (wants('modules')) {
    rows.push(...modulesRows());
  }
  if (wants('huge')) {
    rows.push(...hugeRows(join(scratch, 'huge')));
  }
  if (wants('live')) {
    rows.push(...liveRows(join(scratch, 'live')));
  }
  if (wants('matrix')) {
    rows.push(...matrixRows());
  }
  const cpu = cpus();
  const where = `${cpu.length} × ${cpu[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, ${ROUNDS} rounds`;
  console.log(`\n${table(rows)}\n\n${where}`);
  if (args.includes('--write-readme')) {
    writeIntoReadmes(root, rows, where);
  }
}

/** (a) What is found must be what was generated, file by file. */
function treeRows(folder: string): Row[] {
  say(`(a) ${TREE.files} files, ${TREE.annotations} annotations`);
  const manifest = generateTree(folder, TREE);
  check(manifest, probe(folder).counts);
  const found = inRounds(ROUNDS, {
    node: () => run(process.execPath, ['-e', '0']).wall,
    index: () => probe(folder).milliseconds,
    links: () => run(process.execPath, [command, 'links', '--format', 'json', folder]).wall,
    status: () => run(process.execPath, [command, 'status', folder]).wall,
    rg: () => run(rgPath, ['-n', '@segur', folder]).wall,
  });
  const peak = runNode(command, 'status', folder).peak ?? NaN;
  const leasot = leasotSpread(folder, manifest);
  return [
    {
      what: `(a) ${TREE.files} files, ${TREE.annotations} annotations: index, in the process`,
      ...ratio(found.index, found.rg),
    },
    { what: '(a) whole `status` command', ...ratio(found.status, found.rg), target: '1.5 × rg' },
    { what: '(a) whole `links --format json` command', ...ratio(found.links, found.rg) },
    { what: '(a) start of Node, part of each command', spread: spreadOf(found.node) },
    { what: '(a) ripgrep, `rg -n @segur`', spread: spreadOf(found.rg) },
    { what: '(a) leasot over the list of files', ...leasot },
    {
      what: '(a) peak memory of `status`',
      spread: { min: peak, median: peak, max: peak },
      unit: 'MB',
      target: '200 MB',
    },
  ];
}

/** (b) No rules on either side; nearly no file holds the marker. */
function modulesRows(): Row[] {
  say('(b) node_modules without rules');
  const folder = join(root, 'node_modules');
  const found = inRounds(ROUNDS, {
    index: () => probe(folder, '--all').milliseconds,
    whole: () => run(process.execPath, [join(probes, 'scan.js'), folder, worker, '--all']).wall,
    rg: () => run(rgPath, ['-uuu', '-n', '@segur', folder]).wall,
  });
  return [
    { what: '(b) `node_modules`, no rules: index, in the process', ...ratio(found.index, found.rg) },
    { what: '(b) with the start of Node', ...ratio(found.whole, found.rg), target: '1.5 × rg' },
    { what: '(b) ripgrep, `rg -uuu -n @segur`', spread: spreadOf(found.rg) },
  ];
}

/** (c) A text of 100 MB is searched, and passed over with a note when it holds the marker: texts above 20 MB are not read. */
function hugeRows(folder: string): Row[] {
  say('(c) a file of 100 MB');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'huge.ts'),
    `${'const line = "some text of no interest";\n'.repeat(2_560_000)}// @segur A-1\n`,
  );
  const found = inRounds(ROUNDS, {
    index: () => probe(folder).milliseconds,
    rg: () => run(rgPath, ['-n', '@segur', folder]).wall,
  });
  return [
    { what: '(c) one file of 100 MB: searched, and passed over with a note', ...ratio(found.index, found.rg) },
    { what: '(c) ripgrep', spread: spreadOf(found.rg) },
  ];
}

function liveRows(folder: string): Row[] {
  say('one edit');
  generateTree(folder, { files: 2000, annotations: 2000, seed: 2 });
  const catalogs = join(root, 'dist', 'builtin-catalogs.json');
  const { stdout } = run(process.execPath, [join(probes, 'live.js'), folder, catalogs, 'edited.ts']);
  const { updates, keystrokes } = JSON.parse(stdout) as Record<'updates' | 'keystrokes', number[]>;
  return [
    { what: 'A file changed on disk, until its problems are known', ...tail(updates), target: '5 ms' },
    {
      what: 'A keystroke in an annotated file of 5,000 lines, until its problems are known',
      ...tail(keystrokes),
      target: '2 ms',
    },
  ];
}

function matrixRows(): Row[] {
  say('a matrix of 8,000 × 50,000');
  const { stdout } = run(process.execPath, [join(probes, 'matrix.js')]);
  const { trace, formats } = JSON.parse(stdout) as { trace: number[]; formats: Record<string, number[]> };
  return [
    { what: 'Trace of 8,000 requirements and 50,000 links', spread: spreadOf(trace) },
    ...Object.entries(formats).map(([format, values]) => ({
      what: `Its matrix as ${format}`,
      spread: spreadOf(values),
      target: '1 s',
    })),
  ];
}

function probe(folder: string, ...rules: readonly string[]): Probed {
  return JSON.parse(run(process.execPath, [join(probes, 'scan.js'), folder, worker, ...rules]).stdout) as Probed;
}

function check({ annotated }: TreeManifest, counts: Readonly<Record<string, number>>): void {
  const files = new Set([...Object.keys(annotated), ...Object.keys(counts)]);
  const wrong = [...files].filter((file) => (annotated[file] ?? 0) !== (counts[file] ?? 0));
  if (wrong.length > 0) {
    throw new Error(`${wrong.length} files have other annotations than were generated, such as ${wrong[0]}`);
  }
}

/** leasot takes a list of files, so the walk is spared it; one run, since it takes long. */
function leasotSpread(folder: string, manifest: TreeManifest): Pick<Row, 'spread' | 'note'> {
  const list = `${folder}.list`;
  const files = manifest.texts.map((file) => join(folder, file));
  writeFileSync(list, files.join('\n'));
  const { wall, stdout } = run(process.execPath, [join(__dirname, 'probes', 'leasot.mjs'), list]);
  return { spread: spreadOf([wall]), note: `finds ${stdout} of ${manifest.annotations}` };
}

function ratio(own: readonly number[], rg: readonly number[]): Pick<Row, 'spread' | 'ratio'> {
  return { spread: spreadOf(own), ratio: pairedRatio(own, rg) };
}

/** The 99th of a hundred in place of the longest, which a pause of the machine may have made. */
function tail(values: readonly number[]): { readonly spread: Spread } {
  const sorted = [...values].sort((a, b) => a - b);
  return { spread: { min: sorted[0] ?? NaN, median: quantile(sorted, 0.5), max: quantile(sorted, 0.99) } };
}

function say(text: string): void {
  console.error(`… ${text}`);
}

void main();
