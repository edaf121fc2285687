import { compileGlob, globOf } from '../../base/glob';
import { message, type Message } from '../../base/message';
import { PROJECT_FILE } from '../../base/projectFileName';
import { parseYaml } from '../../base/yaml';
import { appendToList, setText } from '../../base/yamlEdit';
import type { Catalog } from '../../catalog/model';
import { namedBy, type NamingRule } from '../../evidence/proofNaming';
import type { Product } from '../../trace/model';
import type { FileRename } from '../rename/lockPathEdits';
import { listIn } from './projectEdits';

export interface ProofRenamingRequest {
  /** Of the project file. */
  readonly text: string;
  /** Of the entry in `proofs`. */
  readonly index: number;
  readonly rule: NamingRule;
  readonly catalog: Catalog;
  readonly product: Product;
  /** Every file that a proof names. */
  readonly proofFiles: readonly string[];
  /** Whatever stands in the folders of the proof's files. */
  readonly present: readonly string[];
}

export type ProofRenaming =
  | { readonly kind: 'planned'; readonly renames: readonly FileRename[]; readonly text: string }
  /** The files are named so already. */
  | { readonly kind: 'named' }
  | { readonly kind: 'refused'; readonly why: Message };

/** They are files of the product, which others name too. */
const PRODUCT_KINDS: readonly unknown[] = ['code', 'configuration'];

/** The files of an entry of `proofs`; none for one that has none, or whose globs are faulty. */
export function filesOfEntry(entry: Readonly<Record<string, unknown>>, files: readonly string[]): string[] {
  const matchers = patternsOf(entry).map(matcherOf);
  return files.filter((path) => matchers.some((matches) => matches(path)));
}

/** How the files of a proof are named by a rule, and what the project file then says. Throws `YamlBroken`. */
export function planProofRenaming(request: ProofRenamingRequest): ProofRenaming {
  const entries = listIn(parseYaml(request.text, PROJECT_FILE).value, 'proofs');
  const entry = entries[request.index] ?? {};
  if (PRODUCT_KINDS.includes(entry['kind'])) {
    return refused(message('Code and configuration are files of the product: they keep their names'));
  }
  const own = filesOfEntry(entry, request.proofFiles);
  if (own.length === 0) {
    return refused(message('This proof has no file'));
  }
  const renames = renamesOf(own, entry, request);
  if ('template' in renames) {
    return refused(renames);
  }
  return renames.length === 0 ? { kind: 'named' } : rewritten(entries, renames, request);
}

function renamesOf(
  own: readonly string[],
  entry: Readonly<Record<string, unknown>>,
  request: ProofRenamingRequest,
): FileRename[] | Message {
  const { present, proofFiles } = request;
  const proofs = new Set(proofFiles.map(folded));
  const taken = new Map(present.map((path) => [folded(path), path]));
  const renames: FileRename[] = [];
  const given = new Set<string>();
  for (const from of own) {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const file = from.slice(folder.length);
    const dot = file.lastIndexOf('.');
    const extension = dot <= 0 ? '' : file.slice(dot);
    const name = nameOf(file.slice(0, file.length - extension.length), entry, request);
    const isNamed = file === name + extension || /^-\d{1,6}$/u.test(numberOf(file, name, extension));
    for (let count = 1; !isNamed; count++) {
      const to = `${folder}${name}${count === 1 ? '' : `-${count}`}${extension}`;
      const other = taken.get(folded(to));
      if (other === undefined || folded(other) === folded(from)) {
        taken.delete(folded(from));
        taken.set(folded(to), to);
        renames.push({ from, to });
        given.add(to);
        break;
      }
      // Another proof keeps its name; a file that nobody knows of may be meant for something else.
      if (!proofs.has(folded(other)) && !given.has(other)) {
        return message('{0} is there already, and is no proof: move it away first', other);
      }
    }
  }
  return renames;
}

/** What stands between the name and the extension. */
function numberOf(file: string, name: string, extension: string): string {
  return file.startsWith(name) && file.endsWith(extension)
    ? file.slice(name.length, file.length - extension.length)
    : '';
}

function nameOf(
  stem: string,
  entry: Readonly<Record<string, unknown>>,
  { rule, catalog, product }: ProofRenamingRequest,
): string {
  const text = (key: string): string | undefined =>
    typeof entry[key] === 'string' || typeof entry[key] === 'number' ? String(entry[key]) : undefined;
  const [raw] = [entry['for']].flat().filter((id) => typeof id === 'string');
  const facts = {
    date: text('date'),
    version: text('version') ?? product.version,
    author: text('author'),
    product: product.name,
  };
  return namedBy(rule, {
    id: catalog.resolve(raw ?? '').targets[0]?.item ?? raw ?? '',
    kind: text('kind') ?? '',
    name: stem,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  });
}

/** Globs that still hold stay; the others name the files by their paths. Another proof that shares a file follows it. */
function rewritten(
  entries: readonly Readonly<Record<string, unknown>>[],
  renames: readonly FileRename[],
  { text, proofFiles }: ProofRenamingRequest,
): ProofRenaming {
  const after = new Map(renames.map(({ from, to }) => [from, to]));
  let edited = text;
  for (const [index, entry] of entries.entries()) {
    const path = ['proofs', index, 'files'];
    const patterns = patternsOf(entry).map((pattern) => ({ pattern, matches: matcherOf(pattern) }));
    const isOwn = (file: string): boolean => patterns.some(({ matches }) => matches(file));
    const foreign = renames.find(({ from, to }) => isOwn(to) && !isOwn(from));
    if (foreign !== undefined) {
      const ids = [entry['for']].flat().join(', ');
      return refused(message('{0} would become a proof of {1} too, by its glob: change that first', foreign.to, ids));
    }
    const extra: string[] = [];
    for (const [at, { pattern, matches }] of patterns.entries()) {
      const lost = renames.some(({ from, to }) => matches(from) && !matches(to));
      const paths = lost
        ? proofFiles.filter(matches).map((file) => globOf((after.get(file) ?? file).normalize('NFC')))
        : [];
      const [first, ...others] = paths;
      if (first !== undefined && first !== pattern) {
        edited = setText(edited, Array.isArray(entry['files']) ? [...path, at] : path, first);
      }
      extra.push(...others);
    }
    edited = extra.reduce((done, pattern) => appendToList(done, path, pattern), edited);
  }
  return { kind: 'planned', renames, text: edited };
}

function patternsOf({ files }: Readonly<Record<string, unknown>>): string[] {
  return [files].flat().filter((pattern) => typeof pattern === 'string');
}

function matcherOf(pattern: string): (path: string) => boolean {
  const glob = compileGlob(pattern);
  return typeof glob === 'string' ? () => false : (path) => glob.matches(path);
}

function refused(why: Message): ProofRenaming {
  return { kind: 'refused', why };
}

/** One name on a file system that folds case, or composes accents. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
