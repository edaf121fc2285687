/*
 * npm run soak [-- --events 100000 --edits 10000 --seed N]: a day of work on a folder of 2,000 files, compressed: files are written, renamed and deleted,
 * typed into, saved and given up, settings change, and the trace follows. Memory must stay flat, and at the end the trace says what one says that reads
 * the folder afresh. Wants a build (`npm run build`).
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { NodeFileSystem } from '../src/workspace/nodeFileSystem.node';
import { scanInProcess } from '../src/workspace/scanFolder.node';
import { unitsWithHelper } from '../src/workspace/unitsInWorker.node';
import { LiveFolder, type Disk } from '../test/live/liveFolder';
import { SeededRandom } from './bench/random';

const { values } = parseArgs({
  options: { events: { type: 'string' }, edits: { type: 'string' }, seed: { type: 'string' } },
});
const EVENTS = Number(values.events ?? '100000');
const EDITS = Number(values.edits ?? '10000');
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = new SeededRandom(seed);

const FILES = 2000;
/** So many things happen before the trace has come to rest: an editor tells of them in bunches. */
const BUNCH = 40;
/** How often memory is looked at. */
const LOOKS = 25;
/** How much more of the heap may be used at the end than soon after the start: forty bytes an event kept for good would be more. In megabytes. */
const GROWTH = 3;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'segur-soak-')));

/** A real folder, and what was put there: to list it at each event would take longer than all else. */
const there = new Set<string>();
const disk: Disk = {
  write(path, content) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    there.add(path);
  },
  delete(path) {
    rmSync(join(root, path), { recursive: true, force: true });
    there.delete(path);
  },
  read: (path) => (there.has(path) ? readFileSync(join(root, path), 'utf8') : undefined),
  paths: () => [...there],
};

const catalog = (changed: number): string =>
  `version: 1\ncatalog: { id: soak, title: Référentiel fictif, edition: "${changed}" }\nrequirements:\n${Array.from(
    { length: 200 },
    (_, at) =>
      `  - { id: FIC.${at + 1}, title: Fictive ${at + 1}, chapter: C${at % 7}, needs: [code, test${at % 3 === 0 ? ', proof' : ''}] }\n`,
  ).join('')}`;

const project = (changed: number): string =>
  `version: 1\nproduct: { name: Essai, version: "${changed}" }\ncatalogs: ["requirements/*.yaml"]\nscan: { exclude: ["gen/**"] }\nresults: ["build/*.xml"]\nproofs:\n  - { for: FIC.1, kind: rapport, files: "preuves/*.pdf", date: 2026-01-01 }\n`;

const results = (changed: number): string =>
  `<testsuite name="s">${Array.from({ length: 20 }, (_, at) => `<testcase name="case ${at}" file="test/f${at}.spec.ts">${(at + changed) % 5 === 0 ? '<failure/>' : ''}</testcase>`).join('')}</testsuite>`;

function pathOf(at: number): string {
  const folder = ['src', 'src/deep', 'test', 'lib/x', 'gen'][at % 5] ?? 'src';
  const extension = folder === 'test' ? 'spec.ts' : (['ts', 'py', 'java', 'sql', 'md'][(at >> 3) % 5] ?? 'ts');
  return `${folder}/d${at % 11}/f${at}.${extension}`;
}

function codeOf(path: string): string {
  const mark = /\.(?:py)$/u.test(path) ? '#' : path.endsWith('.sql') ? '--' : path.endsWith('.md') ? '-' : '//';
  const parts = Array.from({ length: random.below(4) }, (_, at) => {
    const ids = Array.from({ length: 1 + random.below(2) }, () => `FIC.${1 + random.below(230)}`).join(', ');
    return `${mark} @segur ${random.pick(['', 'partial ', 'todo ', 'verifies '])}${ids} - ${'n'.repeat(random.below(60))}\nfunction f${at}() { return ${random.below(1000)}; }\n`;
  });
  return `${mark} text ${random.below(1_000_000)}\n${parts.join('\n')}${'x = 1;\n'.repeat(random.below(60))}`;
}

/** One thing that happens to the disk. */
function event(live: LiveFolder): void {
  const kind = random.below(1000);
  const path = pathOf(random.below(FILES));
  if (kind < 620) {
    live.write(path, codeOf(path));
  } else if (kind < 760) {
    live.delete(path);
  } else if (kind < 860) {
    live.stir(path);
  } else if (kind < 940) {
    const target = pathOf(random.below(FILES));
    if (target !== path && disk.read(path) !== undefined) {
      live.rename(path, target);
    }
  } else if (kind < 970) {
    live.write(`build/${random.below(4)}.xml`, results(random.below(5)));
  } else if (kind < 994) {
    live.write(`preuves/${random.below(3)}.pdf`, 'x'.repeat(random.below(50)));
  } else if (kind < 997) {
    live.write('segur.yaml', project(random.below(5)));
  } else if (kind < 999) {
    live.write('requirements/own.yaml', catalog(random.below(3)));
  } else {
    live.write('src/.gitignore', random.pick(['', 'deep/\n', '*.py\n']));
  }
}

/** The editors that are open, the oldest first. */
const open: string[] = [];

/** One thing that somebody does in an editor. */
function edit(live: LiveFolder): void {
  const kind = random.below(10);
  const known = open[random.below(open.length)];
  if (kind < 7 || known === undefined) {
    const path =
      known !== undefined && kind < 4 ? known : random.below(40) === 0 ? 'segur.yaml' : pathOf(random.below(FILES));
    live.type(path, path === 'segur.yaml' ? project(random.below(9)) : codeOf(path));
    if (!open.includes(path)) {
      open.push(path);
    }
    if (open.length > 30) {
      live.close(open.shift() ?? '');
    }
  } else if (kind < 9) {
    live.save(known);
  } else {
    live.close(known);
    open.splice(open.indexOf(known), 1);
  }
}

function heap(): number {
  assert.ok(global.gc, 'node --expose-gc');
  global.gc();
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

async function main(): Promise<void> {
  for (let at = 0; at < FILES; at++) {
    disk.write(pathOf(at), codeOf(pathOf(at)));
  }
  disk.write('segur.yaml', project(0));
  disk.write('requirements/own.yaml', catalog(0));
  const fs = new NodeFileSystem(root);
  const live = new LiveFolder(disk, () => ({
    fs,
    scan: scanInProcess(root),
    builtinCatalog: () => Promise.resolve(undefined),
    hashFile: (path, signal) => fs.sha256(path, signal),
    readUnits: unitsWithHelper({
      root,
      workerFile: join(__dirname, '../dist/unit-worker.js'),
      onError: (error) => {
        throw error;
      },
    }),
  }));
  await live.load();
  const started = Date.now();
  const heaps: number[] = [];
  const each = Math.ceil(EVENTS / LOOKS);
  const share = EDITS / EVENTS;
  let edits = 0;
  for (let done = 0; done < EVENTS;) {
    for (let left = 1 + random.below(BUNCH); left > 0 && done < EVENTS; left--, done++) {
      event(live);
      for (; edits < done * share; edits++) {
        edit(live);
      }
      if ((done + 1) % each === 0) {
        await live.trace.settled();
        await live.trace.resolveUnits();
        await live.trace.resolveProofs();
        await live.trace.resolveTests();
        heaps.push(heap());
        process.stdout.write(`${done + 1} events, ${edits} edits, ${heaps.at(-1)?.toFixed(1)} MB of heap after collection, ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB resident, ${((Date.now() - started) / 1000).toFixed(0)} s\n`); // prettier-ignore
      }
    }
    await live.trace.settled();
  }
  live.giveUpSettings();
  const told = await live.told();
  assert.ok(told === (await live.toldAfresh()), 'the trace says something else than one that reads the folder afresh');
  const early = Math.max(...heaps.slice(1, 6));
  const last = Math.max(...heaps.slice(-5));
  process.stdout.write(
    `Seed ${seed}: ${EVENTS} events, ${edits} edits; heap at most ${early.toFixed(1)} MB from the second to the sixth look, ${last.toFixed(1)} MB in the last five; the same as a fresh reading (${told.length} characters).\n`,
  );
  assert.ok(last - early < GROWTH, `memory grew by ${(last - early).toFixed(1)} MB`);
  live.dispose();
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => {
    rmSync(root, { recursive: true, force: true });
    process.exit();
  });
