/*
 * npx tsx scripts/bench/generateTree.ts --out DIR [--files N] [--annotations N] [--seed S] [--share S] [--unknown S]: a tree of made-up sources in twelve languages, for
 * measurements. What a scan must find in it is written to DIR.json.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SeededRandom } from './random';
import { annotationLine, decoyLine, LANGUAGES, requirementId, sourceLines, word, type Language } from './sourceText';

export interface TreeOptions {
  /** Without the ignored ones and the ignore files themselves. */
  readonly files: number;
  readonly annotations: number;
  readonly seed: number;
  /** How many of the files hold annotations, from 0 to 1; a fifth unless it says otherwise. */
  readonly share?: number;
  /** How many of the ids no catalogue knows, from 0 to 1; one in fifty unless it says otherwise. */
  readonly unknown?: number;
}

/** What a generated tree holds, for checks of what a scan finds in it. */
export interface TreeManifest extends TreeOptions {
  /** Another one makes other trees of the same options. */
  readonly version: number;
  /** Of the files that no rule leaves out. */
  readonly bytes: number;
  /** How many annotations each annotated file holds, by path. */
  readonly annotated: Readonly<Record<string, number>>;
  /** Texts that no rule leaves out, for tools that take a list of files. */
  readonly texts: readonly string[];
}

/** To be raised when the generator writes other files for the same options. */
const VERSION = 3;
const FILES_A_FOLDER = 20;
const MEDIAN_LINES = 90;
const MOST_LINES = 4000;
/** A large file in so many. */
const LARGE_EVERY = 10_000;
const LARGE = 3 << 20;

/** Where the tree of these options is kept, from run to run. */
export function treeFolder(options: TreeOptions): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([VERSION, options]))
    .digest('hex')
    .slice(0, 12);
  return join(tmpdir(), `segur-trace-bench-${hash}`);
}

/**
 * Writes a tree of made-up sources, the same for the same options; one that is complete is used again. Beside plain UTF-8 it has texts in windows-1252 and
 * UTF-16, CRLF, binary and large files, strings that hold the marker, and folders that ignore files leave out.
 * @returns what a scan must find in it
 */
export function generateTree(root: string, options: TreeOptions): TreeManifest {
  const manifestFile = `${root}.json`;
  const known = knownManifest(root, manifestFile, options);
  if (known !== undefined) {
    return known;
  }
  rmSync(root, { recursive: true, force: true });
  rmSync(manifestFile, { force: true });
  const random = new SeededRandom(options.seed);
  const folders = makeFolders(root, random, Math.max(1, Math.round(options.files / FILES_A_FOLDER)));
  const counts = annotationCounts(random, options);
  const annotated: Record<string, number> = {};
  const texts: string[] = [];
  let bytes = 0;
  for (let i = 0; i < options.files; i++) {
    const count = counts.get(i) ?? 0;
    const { name, content, text } = makeFile(random, i, { count, unknown: options.unknown ?? 0.02 });
    const folder = random.pick(folders);
    const path = folder === '' ? name : `${folder}/${name}`;
    writeFileSync(join(root, path), content);
    bytes += content.length;
    if (text) {
      texts.push(path);
    }
    if (count > 0) {
      annotated[path] = count;
    }
  }
  makeIgnored(root, folders, random, options.files);
  const manifest: TreeManifest = { version: VERSION, ...options, bytes, annotated, texts };
  // Last of all, so that a tree without it counts as incomplete.
  writeFileSync(manifestFile, JSON.stringify(manifest));
  return manifest;
}

function knownManifest(root: string, file: string, options: TreeOptions): TreeManifest | undefined {
  if (!existsSync(file) || !existsSync(join(root, '.gitignore'))) {
    return undefined;
  }
  const known = JSON.parse(readFileSync(file, 'utf8')) as TreeManifest;
  const same =
    known.version === VERSION &&
    known.files === options.files &&
    known.annotations === options.annotations &&
    known.seed === options.seed &&
    known.share === options.share &&
    known.unknown === options.unknown;
  return same ? known : undefined;
}

function makeFolders(root: string, random: SeededRandom, count: number): string[] {
  const folders = [''];
  mkdirSync(root, { recursive: true });
  for (let i = 0; i < count; i++) {
    const parent = random.pick(folders.slice(-200));
    const folder = `${parent === '' ? '' : `${parent}/`}${word(random)}${i}`;
    mkdirSync(join(root, folder));
    folders.push(folder);
    if (i % 50 === 0) {
      writeFileSync(join(root, folder, '.gitignore'), '# made by tools\n*.tmp\n/generated/\n!keep.tmp\n**/cache-*/\n');
    }
  }
  return folders;
}

/** By the number of the file. Annotations come in bunches. */
function annotationCounts(random: SeededRandom, { files, annotations, share = 0.2 }: TreeOptions): Map<number, number> {
  const counts = new Map<number, number>();
  const bearers = Array.from({ length: Math.ceil(files * share) }, () => random.below(files));
  for (let i = 0; i < annotations; i++) {
    const file = random.pick(bearers);
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return counts;
}

interface MadeFile {
  readonly name: string;
  readonly content: Buffer;
  readonly text: boolean;
}

interface Annotations {
  readonly count: number;
  readonly unknown: number;
}

function makeFile(random: SeededRandom, number: number, annotations: Annotations): MadeFile {
  const stem = `${word(random)}${number}`;
  if (annotations.count === 0 && number % 100 === 7) {
    return { name: `${stem}.png`, content: binary(random, Math.round(random.logNormal(8000, 1))), text: false };
  }
  const language = random.pick(LANGUAGES);
  const content = encode(number, textOf(language, random, number, annotations));
  return { name: `${stem}.${language.extension}`, content, text: true };
}

function textOf(language: Language, random: SeededRandom, number: number, { count, unknown }: Annotations): string {
  const drawn = Math.min(MOST_LINES, Math.max(6, Math.round(random.logNormal(MEDIAN_LINES, 0.85))));
  const large = count === 0 && number % LARGE_EVERY === LARGE_EVERY / 2;
  const lines = sourceLines(language, random, large ? LARGE / 35 : drawn);
  for (let i = 0; i < count; i++) {
    lines.splice(random.below(lines.length), 0, annotationLine(language, random, unknown));
  }
  if (number % 50 === 11) {
    lines.splice(random.below(lines.length), 0, decoyLine(language, random));
  }
  if (isLatin(number)) {
    lines.unshift(`${language.line} Vérifié à la création, puis à chaque accès`);
  }
  return `${lines.join(number % 20 === 3 ? '\r\n' : '\n')}\n`;
}

function isLatin(number: number): boolean {
  return number % 100 === 23;
}

function encode(number: number, text: string): Buffer {
  if (isLatin(number)) {
    return Buffer.from(text, 'latin1');
  }
  // With its byte order mark, by which ripgrep knows it too.
  return number % 500 === 77 ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text, 'utf8');
}

function binary(random: SeededRandom, length: number): Buffer {
  const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  const body = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) {
    body.writeUInt32LE(random.below(0x1_0000_0000), at);
  }
  return Buffer.concat([head, body]);
}

/** What ignore files leave out, for every side to pass over: a tenth as many files again, all annotated. */
function makeIgnored(root: string, folders: readonly string[], random: SeededRandom, files: number): void {
  // Ignore files count for ripgrep inside a repository only.
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, '.gitignore'), '/build/\nnode_modules/\n*.log\n**/target/classes/\n');
  const homes = ['build', 'node_modules/left', `${folders[1] ?? ''}/node_modules/right/lib`, 'target/classes'];
  homes.forEach((home) => mkdirSync(join(root, home), { recursive: true }));
  for (let i = 0; i < files / 10; i++) {
    const home = i % 10 === 0 ? random.pick(folders) : random.pick(homes);
    const name = i % 10 === 0 ? `trace${i}.log` : `out${i}.js`;
    writeFileSync(join(root, home, name), `// @segur ${requirementId(random, 0)}\n`);
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      files: { type: 'string', default: '50000' },
      annotations: { type: 'string', default: '50000' },
      seed: { type: 'string', default: '1' },
      share: { type: 'string' },
      unknown: { type: 'string' },
    },
  });
  const options: TreeOptions = {
    files: Number(values.files),
    annotations: Number(values.annotations),
    seed: Number(values.seed),
    ...(values.share === undefined ? {} : { share: Number(values.share) }),
    ...(values.unknown === undefined ? {} : { unknown: Number(values.unknown) }),
  };
  const root = resolve(values.out ?? treeFolder(options));
  const { annotated, bytes } = generateTree(root, options);
  console.log(`${root}: ${bytes} bytes, ${Object.keys(annotated).length} annotated files, told in ${root}.json`);
}

if (require.main === module) {
  main();
}
