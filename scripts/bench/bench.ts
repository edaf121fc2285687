/*
 * npm run bench [-- --only PART,…] [--quick] [--json FILE] [--write-readme]: our scan beside ripgrep and leasot in one run, what an edit costs, the matrix of a
 * very large product, and activation; then the evidence pack beside zip, and test results. Prints a table of each; --write-readme puts those of which every
 * part ran into docs/performance.md and the READMEs, in both languages.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { rgPath } from '@vscode/ripgrep';
import { root } from '../host/paths';
import { activationPart } from './parts/activation';
import { densePart } from './parts/dense';
import { hugePart } from './parts/huge';
import { livePart } from './parts/live';
import { matrixPart } from './parts/matrix';
import { mergePart } from './parts/merge';
import { modulesPart } from './parts/modules';
import { packPart } from './parts/pack';
import { phasesPart } from './parts/phases';
import { resultsPart } from './parts/results';
import { treePart } from './parts/tree';
import { run } from './runs';
import { probeFolder, type Part, type Setting } from './setting';
import { isMet, table, writeIntoDocuments, type Row, type Words } from './table';

interface Table {
  /** The mark before it in the documents, which tells how it is made. */
  readonly start: string;
  readonly parts: Readonly<Record<string, Part>>;
}

const TABLES: readonly Table[] = [
  {
    start: '<!-- benchmark: npm run bench -- --write-readme -->',
    parts: {
      tree: treePart,
      modules: modulesPart,
      huge: hugePart,
      dense: densePart,
      live: livePart,
      matrix: matrixPart,
      activation: activationPart,
    },
  },
  {
    start: '<!-- benchmark: npm run bench -- --only pack,results,merge --write-readme -->',
    parts: { pack: packPart, results: resultsPart, merge: mergePart },
  },
];
/** Only when it is asked for: it tells where time goes, and compares nothing. */
const ASKED: Table = { start: '', parts: { phases: phasesPart } };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      'write-readme': { type: 'boolean', default: false },
    },
  });
  const setting: Setting = { quick: values.quick, rounds: values.quick ? 3 : 11 };
  const named = values.only?.split(',');
  const known = [...TABLES, ASKED].flatMap(({ parts }) => Object.keys(parts));
  const unknown = named?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(`there is no part ${unknown}, only ${known.join(', ')}`);
  }
  await buildAll();
  const where = conditions(setting);
  const all: Row[] = [];
  const written: string[] = [];
  for (const { start, parts } of named === undefined ? TABLES : [...TABLES, ASKED]) {
    const asked = Object.keys(parts).filter((name) => named?.includes(name) ?? true);
    const rows: Row[] = [];
    for (const name of asked) {
      rows.push(...((await parts[name]?.(setting)) ?? []));
    }
    if (asked.length > 0) {
      console.log(`\n${table(rows, 'en')}\n\n${where.en}`);
    }
    if (values['write-readme'] && asked.length > 0) {
      if (values.quick || asked.length < Object.keys(parts).length) {
        throw new Error('the documents get tables of whole runs alone: not --quick, and every part of a table');
      }
      written.push(...writeIntoDocuments(root, start, rows, where));
    }
    all.push(...rows);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(asData(all, setting), undefined, 2)}\n`);
  }
  if (written.length > 0) {
    run(process.execPath, [join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', ...written]);
  }
}

/** What is measured is what is shipped, and probes that are bundled the same way. */
async function buildAll(): Promise<void> {
  run(process.execPath, [join(root, 'esbuild.js'), '--production']);
  rmSync(probeFolder, { recursive: true, force: true });
  await build({
    entryPoints: ['scan', 'live', 'matrix', 'phases', 'results'].map((name) => join(__dirname, 'probes', `${name}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    outdir: probeFolder,
    logLevel: 'error',
  });
}

function machine(): string {
  const all = cpus();
  return `${all.length} × ${all[0]?.model.trim() ?? '?'}`;
}

function ripgrepVersion(): string {
  return /[\d.]+/u.exec(run(rgPath, ['--version']).stdout)?.[0] ?? '?';
}

function conditions({ rounds }: Setting): Words {
  const facts = `${machine()}, Node ${process.versions.node}, ripgrep ${ripgrepVersion()}`;
  const now = new Date();
  const en = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(now);
  const fr = new Intl.DateTimeFormat('fr', { dateStyle: 'long' }).format(now);
  return {
    en: `${facts}; ${en}; ${rounds} rounds after a first one that warms the cache.`,
    fr: `${facts} ; ${fr} ; ${rounds} tours après un premier qui remplit le cache.`,
  };
}

function asData(rows: readonly Row[], setting: Setting): object {
  return {
    date: new Date().toISOString(),
    machine: machine(),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    ripgrep: ripgrepVersion(),
    ...setting,
    rows: rows.map(({ what, values, unit, ratio, aim, note }) => ({
      what: what.en,
      unit: unit ?? 'ms',
      values,
      ratio,
      aim,
      met: aim === undefined ? undefined : isMet({ what, values, ...(ratio && { ratio }) }, aim),
      note: note?.en,
    })),
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
