/* What an edit costs: `live ROOT` opens a generated folder as the editor does and prints milliseconds of single updates. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderTrace } from '../../../src/workspace/folderTrace';
import { localClock } from '../../../src/workspace/localClock';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { scanInProcess } from '../../../src/workspace/scanFolder.node';

const REPETITIONS = 300;
const LINES = 5000;

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

  /** Problems are made when they are read. */
  let seen = 0;
  const updates: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    writeFileSync(join(root, edited), `// @segur SC.SSI/GEN.18 — ${i}\nexport const edited = ${i};\n`);
    const start = performance.now();
    await folder.fileChanged(edited);
    seen += folder.problems.length;
    updates.push(performance.now() - start);
  }

  const lines = Array.from({ length: LINES }, (_, n) =>
    n % 50 === 0
      ? `// @segur SC.SSI/GEN.${1 + (n % 80)}`
      : n % 7 === 0
        ? `function f${n}(a: string) {`
        : `  const v${n} = "text ${n}";`,
  );
  const keystrokes: number[] = [];
  folder.bufferChanged('src/live.ts', lines.join('\n'), 'typescript');
  await folder.settled();
  for (let i = 0; i < REPETITIONS; i++) {
    const at = (i * 37) % LINES;
    lines[at] = `${lines[at] ?? ''}${i % 2 === 0 ? ' ' : '/'}`;
    const text = lines.join('\n');
    const start = performance.now();
    folder.bufferChanged('src/live.ts', text, 'typescript');
    seen += folder.problems.length;
    keystrokes.push(performance.now() - start);
  }
  if (faults.length > 0) {
    throw faults[0];
  }
  folder.dispose();
  process.stdout.write(JSON.stringify({ updates, keystrokes, seen }));
}

const [root = '.', catalogs = '', edited = 'edited.ts'] = process.argv.slice(2);
void main(root, catalogs, edited);
