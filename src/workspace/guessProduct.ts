import { SaxesParser } from 'saxes';
import { decodeText } from '../base/decodeText';
import type { FileSystem } from '../base/ports';

/** What a file of a build tool calls the product: a proposal, since what is put through the référencement often has another name. */
export interface ProductGuess {
  /** Where it was read. */
  readonly file: string;
  readonly name: string;
  readonly version?: string;
}

/** Longer ones are no build files. In bytes. */
const MAX_SIZE = 1024 * 1024;

/** Longer ones are no names. */
const MAX_TEXT = 120;

interface Found {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
}

/** By what is most often at the root of a product: a Java product with a `package.json` for its pages is a Java product. */
const READERS: readonly (readonly [file: string, read: (text: string) => Found])[] = [
  ['pom.xml', ofPom],
  ['settings.gradle', ofGradle],
  ['settings.gradle.kts', ofGradle],
  ['pyproject.toml', (text) => ofToml(text, 'project')],
  ['Cargo.toml', (text) => ofToml(text, 'package')],
  ['composer.json', ofJson],
  ['package.json', ofJson],
];

/** Name and version by the first build file at the root of a folder that tells them; `undefined` where none does. */
export async function guessProduct(fs: FileSystem): Promise<ProductGuess | undefined> {
  for (const [file, read] of READERS) {
    const { name, version } = read((await textOf(fs, file)) ?? '');
    const shown = tidy(name);
    if (shown !== undefined) {
      const known = tidy(version);
      return { file, name: shown, ...(known === undefined ? {} : { version: known }) };
    }
  }
  return undefined;
}

/** A file that cannot be read proposes nothing. */
async function textOf(fs: FileSystem, file: string): Promise<string | undefined> {
  try {
    const size = (await fs.stat(file))?.size ?? Infinity;
    const bytes = size > MAX_SIZE ? undefined : await fs.read(file);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    return decoded !== undefined && 'text' in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}

/** What is computed (`${revision}`) or no single line says nothing to a reader. */
function tidy(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || trimmed.length > MAX_TEXT || /[\p{Cc}\u2028\u2029]|\$\{/u.test(trimmed)
    ? undefined
    : trimmed;
}

function ofJson(text: string): Found {
  try {
    const value: unknown = JSON.parse(text);
    const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    return { name: textIn(fields['name']), version: textIn(fields['version']) };
  } catch {
    return {};
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `name` and `version` of one table, as people write them: a basic or literal string on one line. */
function ofToml(text: string, table: string): Found {
  let current = '';
  const found = new Map<string, string>();
  for (const line of text.split(/\r?\n/u)) {
    const header = /^\[([^\]]{1,80})\]/u.exec(line.trim())?.[1]?.trim();
    current = header ?? current;
    const [, key, double, single] = /^\s*(name|version)\s*=\s*(?:"([^"\\]*)"|'([^']*)')/u.exec(line) ?? [];
    if (key !== undefined && current === table && !found.has(key)) {
      found.set(key, double ?? single ?? '');
    }
  }
  return { name: found.get('name'), version: found.get('version') };
}

function ofGradle(text: string): Found {
  const [, double, single] = /^\s*rootProject\.name\s*=\s*(?:"([^"\\]*)"|'([^'\\]*)')/mu.exec(text) ?? [];
  return { name: double ?? single };
}

/** The project's own elements alone: those of its parent, its dependencies and its plugins have the same names. Entities are not expanded. */
function ofPom(text: string): Found {
  const path: string[] = [];
  const texts = new Map<string, string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => path.push(name));
  parser.on('closetag', () => path.pop());
  parser.on('text', (piece) => {
    const place = path.join('/');
    texts.set(place, (texts.get(place) ?? '') + piece);
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch {
    return {};
  }
  const named = texts.get('project/name');
  return {
    name: tidy(named) === undefined ? texts.get('project/artifactId') : named,
    version: texts.get('project/version') ?? texts.get('project/parent/version'),
  };
}
