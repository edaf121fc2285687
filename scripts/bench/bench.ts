/*
 * npm run bench [-- --only PART,…] [--quick] [--json FILE] [--write-readme]: our scan beside ripgrep and leasot in one run, what an edit costs, the matrix of a
 * very large product, and activation. Prints one table; --write-readme puts it into both READMEs.
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
import { modulesPart } from './parts/modules';
import { phasesPart } from './parts/phases';
import { treePart } from './parts/tree';
import { run } from './runs';
import { probeFolder, type Part, type Setting } from './setting';
import { isMet, table, writeIntoReadmes, type Row, type Words } from './table';

const PARTS: Readonly<Record<string, Part>> = {
  tree: treePart,
  modules: modulesPart,
  huge: hugePart,
  dense: densePart,
  live: livePart,
  matrix: matrixPart,
  activation: activationPart,
};
/** Only when it is asked for: it tells where time goes, and compares nothing. */
const ASKED: Readonly<Record<string, Part>> = { phases: phasesPart };

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
  const parts = partsNamed(values.only);
  await buildAll();
  const rows: Row[] = [];
  for (const part of parts) {
    rows.push(...(await part(setting)));
  }
  const where = conditions(setting);
  console.log(`\n${table(rows, 'en')}\n\n${where.en}`);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(asData(rows, setting), undefined, 2)}\n`);
  }
  if (values['write-readme']) {
    if (values.quick || values.only !== undefined) {
      throw new Error('the READMEs get whole runs alone, not --quick or --only');
    }
    writeIntoReadmes(root, rows, where);
    const readmes = ['README.md', 'README.fr.md'].map((name) => join(root, name));
    run(process.execPath, [join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', ...readmes]);
  }
}

function partsNamed(only: string | undefined): readonly Part[] {
  if (only === undefined) {
    return Object.values(PARTS);
  }
  return only.split(',').map((name) => {
    const part = PARTS[name] ?? ASKED[name];
    if (part === undefined) {
      throw new Error(`there is no part ${name}, only ${Object.keys({ ...PARTS, ...ASKED }).join(', ')}`);
    }
    return part;
  });
}

/** What is measured is what is shipped, and probes that are bundled the same way. */
async function buildAll(): Promise<void> {
  run(process.execPath, [join(root, 'esbuild.js'), '--production']);
  rmSync(probeFolder, { recursive: true, force: true });
  await build({
    entryPoints: ['scan', 'live', 'matrix', 'phases'].map((name) => join(__dirname, 'probes', `${name}.ts`)),
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
