/* What an edit and a question cost: `live ROOT CATALOGUES FILE` opens a generated folder as the editor does and prints milliseconds of single ones. */
import { deepEqual, ok } from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageForPath } from '../../../src/annotations/languages';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { FolderTrace } from '../../../src/workspace/folderTrace';
import { localClock } from '../../../src/workspace/localClock';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { scanInProcess } from '../../../src/workspace/scanFolder.node';
import { ask } from './ask';

const REPETITIONS = 400;
/** The first ones are compiled while they run; nobody types so early. */
const WARMING = 50;
const LINES = 5000;
const CHECK_EVERY = 40;
/** How many annotations the files hold in which questions are asked. */
const SMALL = 10;
const LARGE = 3000;
const TYPED = 'typed-by-the-benchmark.ts';

async function main(root: string, catalogs: string, edited: string): Promise<void> {
  const shipped = JSON.parse(readFileSync(catalogs, 'utf8')) as Record<string, { file: string; text: string }[]>;
  const faults: unknown[] = [];
  const folder = new FolderTrace({
    fs: new NodeFileSystem(root),
    clock: localClock,
    builtinCatalog: (name) => Promise.resolve(shipped[name]),
    scan: scanInProcess(root),
    settings: {},
    outerIgnoreFiles: [],
    onError: (error) => faults.push(error),
  });
  await folder.load();
  const updates = await changeFile(folder, root, edited);
  const keystrokes = await type(folder);
  // In a file among others, and in one that has a folder of its own: its neighbours are looked for in vain.
  const small = await ask(folder, 'asked/by-the-benchmark.ts', SMALL);
  const large = await ask(folder, 'asked-by-the-benchmark.ts', LARGE);
  if (faults.length > 0) {
    throw faults[0];
  }
  folder.dispose();
  process.stdout.write(
    JSON.stringify({
      updates: updates.slice(WARMING),
      keystrokes: keystrokes.slice(WARMING),
      small,
      large,
    }),
  );
}

/** Each time the file has another id that nobody knows: a problem that must be told. */
async function changeFile(folder: FolderTrace, root: string, edited: string): Promise<number[]> {
  const times: number[] = [];
  try {
    for (let i = 0; i < REPETITIONS; i++) {
      writeFileSync(join(root, edited), `// @segur NOBODY.${i}\nexport const edited = ${i};\n`);
      const start = performance.now();
      await folder.fileChanged(edited);
      const { problems } = folder.trace;
      times.push(performance.now() - start);
      if (i % CHECK_EVERY === 0) {
        const told = problems.filter(({ file }) => file === edited);
        ok(told.length === 1 && told[0]?.message.args[0] === `NOBODY.${i}`, 'the problem of the change is not told');
      }
    }
  } finally {
    rmSync(join(root, edited), { force: true });
  }
  return times;
}

/** In code, in comments, in annotations, and new lines. */
async function type(folder: FolderTrace): Promise<number[]> {
  const lines = Array.from({ length: LINES }, (_, n) =>
    n % 50 === 0
      ? `// @segur SC.SSI/GEN.${1 + (n % 80)}`
      : n % 7 === 0
        ? `function f${n}(a: string) {`
        : `  const v${n} = "text ${n}";`,
  );
  folder.bufferChanged(TYPED, lines.join('\n'), 'typescript');
  await folder.settled();
  const times: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    const at = i % 2 === 0 ? (i * 37) % LINES : (i * 50) % LINES;
    lines[at] = `${lines[at] ?? ''}${i % 10 === 3 ? '\n' : i % 3 === 0 ? ' ' : 'x'}`;
    const text = lines.join('\n');
    const start = performance.now();
    folder.bufferChanged(TYPED, text, 'typescript');
    const { problems } = folder.trace;
    times.push(performance.now() - start);
    ok(problems.length > 0);
    if (i % CHECK_EVERY === 0) {
      const { annotations } = parseAnnotations(text, { language: languageForPath(TYPED), marker: folder.marker });
      deepEqual(folder.annotationsOf(TYPED)?.annotations, annotations, 'the keystroke was not taken in');
    }
  }
  return times;
}

const [root = '.', catalogs = '', edited = 'edited.ts'] = process.argv.slice(2);
main(root, catalogs, edited).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
