import { globOf } from '../../base/glob';
import type { Range } from '../../base/text';
import { parseYaml } from '../../base/yaml';
import { appendToList, setText } from '../../base/yamlEdit';
import { PROJECT_FILE, PROJECT_VERSION } from '../../base/projectFileName';
import type { ProofKind } from '../../catalog/model';

/** A new text of the project file, and what of it is to be filled in. */
export interface ProjectEdit {
  readonly text: string;
  readonly select?: Range;
}

/**
 * Declares a proof whose files are still to be named, in a folder of the requirement's own beside those of the other proofs.
 * Throws `YamlBroken`, as every function here.
 */
export function withProof(text: string, id: string, kind: ProofKind): ProjectEdit {
  const source = started(text);
  const files = `${proofFolder(source)}/${lastPart(id)}/*`;
  const edited = appendToList(source, ['proofs'], { for: id, kind, files });
  const { value, rangeOf } = parseYaml(edited, PROJECT_FILE);
  const select = rangeOf(['proofs', listIn(value, 'proofs').length - 1, 'files']);
  return select === undefined ? { text: edited } : { text: edited, select };
}

export interface NewProof {
  readonly id: string;
  readonly kind: ProofKind;
  /** Paths, not globs. */
  readonly files: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly author?: string;
  readonly version?: string;
}

/** Declares files as a proof. */
export function withNewProof(text: string, { id, kind, files, ...facts }: NewProof): ProjectEdit {
  const globs = files.map(globOf);
  const [first = '', ...others] = globs;
  return {
    text: appendToList(started(text), ['proofs'], {
      for: id,
      kind,
      files: others.length === 0 ? first : globs,
      ...facts,
    }),
  };
}

/** The folder for a requirement's proofs, beside those of the other proofs. Throws `YamlBroken` for a text that is none. */
export function folderOfRequirement(text: string, id: string): string {
  return `${proofFolder(started(text))}/${lastPart(id)}`;
}

export interface NewDecision {
  readonly id: string;
  readonly status: 'not-applicable' | 'accepted-gap';
  readonly reason: string;
  readonly by?: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Its last day. */
  readonly expires?: string;
}

export function withDecision(text: string, { id, ...decision }: NewDecision): ProjectEdit {
  return { text: appendToList(started(text), ['decisions'], { for: id, ...decision }) };
}

/**
 * Counts a file among the tests.
 * @param current the globs that count now: the first glob that is written replaces them all, so they are written with it
 */
export function withTestFile(text: string, path: string, current: readonly string[]): ProjectEdit {
  const glob = globOf(path);
  const source = started(text);
  const scan = (parseYaml(source, PROJECT_FILE).value as { scan?: { tests?: unknown } } | undefined)?.scan;
  const missing = scan?.tests === undefined || scan.tests === null ? [...current, glob] : [glob];
  return { text: missing.reduce((edited, one) => appendToList(edited, ['scan', 'tests'], one), source) };
}

/**
 * Names a catalogue file among those that are read.
 * @param current the catalogues that count now: the first one that is written replaces the default, so they are written with it
 */
export function withCatalog(text: string, path: string, current: readonly string[]): ProjectEdit {
  const source = started(text);
  const written = (parseYaml(source, PROJECT_FILE).value as { catalogs?: unknown } | undefined)?.catalogs;
  const missing = written === undefined || written === null ? [...current, globOf(path)] : [globOf(path)];
  return { text: missing.reduce((edited, one) => appendToList(edited, ['catalogs'], one), source) };
}

/** Names the files of a proof by their paths. */
export function withProofFiles(text: string, index: number, files: readonly string[]): ProjectEdit {
  const [first = '', ...others] = files.map(globOf);
  const single = setText(text, ['proofs', index, 'files'], first);
  if (others.length === 0) {
    return { text: single };
  }
  const edited = others.reduce((done, file) => appendToList(done, ['proofs', index, 'files'], file), single);
  return { text: edited };
}

/** Adds a file to those of a proof. */
export function withFileAdded(text: string, index: number, path: string): ProjectEdit {
  return { text: appendToList(text, ['proofs', index, 'files'], globOf(path)) };
}

/** Changes a day, or writes it where there was none. */
export function withDay(text: string, at: readonly (string | number)[], day: string): ProjectEdit {
  return { text: setText(text, at, day) };
}

/** The entries of a list of the project file, of whatever shape. */
export function listIn(value: unknown, key: 'proofs' | 'decisions'): readonly Readonly<Record<string, unknown>>[] {
  const list: unknown =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return Array.isArray(list)
    ? list.map((entry: unknown) =>
        typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {},
      )
    : [];
}

function started(text: string): string {
  return text.trim() === '' ? PROJECT_VERSION : text;
}

/** `GEN.18` of `SC.SSI/GEN.18`; blanks and what globs would understand are left out. */
function lastPart(id: string): string {
  return (id.split('/').at(-1) ?? id).replace(/[^\p{L}\p{N}._-]+/gu, '-');
}

/** Where the proofs are kept already. */
function proofFolder(text: string): string {
  for (const { files } of listIn(parseYaml(text, PROJECT_FILE).value, 'proofs')) {
    const first: unknown = Array.isArray(files) ? files[0] : files;
    const folder = typeof first === 'string' ? /^([\p{L}\p{N}._-]+)\//u.exec(first)?.[1] : undefined;
    if (folder !== undefined && !folder.startsWith('.')) {
      return folder;
    }
  }
  return 'preuves';
}
