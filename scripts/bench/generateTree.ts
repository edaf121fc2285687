import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SeededRandom } from './random';

export interface TreeOptions {
  readonly files: number;
  readonly annotations: number;
  readonly seed: number;
}

/** What a generated tree holds, for checks of what a scan finds in it. */
export interface TreeManifest extends TreeOptions {
  /** How many annotations each annotated file holds, by path. */
  readonly annotated: Readonly<Record<string, number>>;
}

interface Shape {
  readonly extension: string;
  readonly comment: string;
  readonly line: (a: string, b: string, n: number) => string;
}

const braces = (a: string, b: string, n: number): string =>
  n % 4 === 0
    ? `  ${a}${n}("${b}", '${a.charAt(0)}', ${n});`
    : n % 9 === 0
      ? `}\n${a} ${b}${n}() {`
      : `  ${b} = ${a} + ${n};`;
const indented = (a: string, b: string, n: number): string =>
  n % 9 === 0 ? `def ${a}_${n}(${b}):` : `    ${a} = "${b}" + str(${n})`;

/** The twelve languages. */
const SHAPES: readonly Shape[] = [
  ...['ts', 'java', 'c', 'cpp', 'cs', 'go', 'rs', 'js', 'kt'].map((extension) => ({
    extension,
    comment: '//',
    line: braces,
  })),
  { extension: 'py', comment: '#', line: indented },
  { extension: 'rb', comment: '#', line: indented },
  { extension: 'sql', comment: '--', line: (a, b, n) => `select ${a} from ${b} where id = ${n} and name = '${a}';` },
];

const WORDS =
  'alpha beta gamma user session token record value index count total service request response handler encode decode open close read write queue batch store cache point line page'.split(
    ' ',
  );
/** Made up, in the spelling of several catalogues. */
const IDS = Array.from({ length: 4000 }, (_, n) =>
  n % 3 === 0 ? `SC.SSI/GEN.${n}` : n % 3 === 1 ? `REQ-${n}` : `BIG.${n}`,
);
/** Of all files; annotations come in bunches. */
const ANNOTATED = 0.2;

/**
 * Writes a tree of made-up sources, the same for the same options; one that is there already is used again.
 * @returns what is in it; nothing else in the tree holds the marker but strings, which are no annotations
 */
export function generateTree(root: string, options: TreeOptions): TreeManifest {
  const manifestFile = `${root}.json`;
  if (existsSync(manifestFile)) {
    const known = JSON.parse(readFileSync(manifestFile, 'utf8')) as TreeManifest;
    if (known.files === options.files && known.annotations === options.annotations && known.seed === options.seed) {
      return known;
    }
  }
  rmSync(root, { recursive: true, force: true });
  rmSync(manifestFile, { force: true });
  const random = new SeededRandom(options.seed);
  const folders = makeFolders(root, random, Math.max(1, Math.round(options.files / 20)));
  const counts = new Map<number, number>();
  const bearers = Array.from({ length: Math.ceil(options.files * ANNOTATED) }, () => random.below(options.files));
  for (let i = 0; i < options.annotations; i++) {
    const file = random.pick(bearers);
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  const annotated: Record<string, number> = {};
  for (let i = 0; i < options.files; i++) {
    const shape = random.pick(SHAPES);
    const path = join(random.pick(folders), `${random.pick(WORDS)}${i}.${shape.extension}`);
    const count = counts.get(i) ?? 0;
    writeFileSync(join(root, path), textOf(shape, random, count));
    if (count > 0) {
      annotated[path.replaceAll('\\', '/')] = count;
    }
  }
  // What ignore rules leave out, for both sides to pass over.
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, '.gitignore'), 'build/\n*.log\n');
  mkdirSync(join(root, '.git'));
  for (let i = 0; i < options.files / 100; i++) {
    writeFileSync(join(root, 'build', `out${i}.js`), `// @segur ${random.pick(IDS)}\n`);
  }
  const manifest = { ...options, annotated };
  writeFileSync(manifestFile, JSON.stringify(manifest));
  return manifest;
}

function makeFolders(root: string, random: SeededRandom, count: number): string[] {
  const folders = [''];
  mkdirSync(root, { recursive: true });
  for (let i = 0; i < count; i++) {
    const folder = join(random.pick(folders.slice(-200)), `${random.pick(WORDS)}${i}`);
    mkdirSync(join(root, folder), { recursive: true });
    folders.push(folder);
    if (i % 50 === 0) {
      writeFileSync(join(root, folder, '.gitignore'), '*.tmp\n/generated/\n!keep.tmp\n');
    }
  }
  return folders;
}

function textOf({ comment, line }: Shape, random: SeededRandom, annotations: number): string {
  const length = Math.min(3000, Math.max(6, Math.round(random.logNormal(70, 0.9))));
  const lines = Array.from({ length }, (_, n) =>
    n % 11 === 0
      ? `${comment} ${random.pick(WORDS)} ${random.pick(WORDS)}`
      : line(random.pick(WORDS), random.pick(WORDS), n),
  );
  for (let i = 0; i < annotations; i++) {
    const verb = random.pick(['', '', '', 'implements ', 'verifies ', 'partial ']);
    lines.splice(random.below(lines.length), 0, `${comment} @segur ${verb}${random.pick(IDS)}`);
  }
  return `${lines.join('\n')}\n`;
}
