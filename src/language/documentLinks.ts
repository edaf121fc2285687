import { compileGlob } from '../base/glob';
import type { Range } from '../base/text';
import { parseYaml, type ParsedYaml } from '../base/yaml';
import type { FaqEntry } from '../catalog/model';
import type { Proof } from '../evidence/model';
import type { YamlFileKind } from './yamlIds';
import { child, items, textRange, words, type YamlValue } from './yamlWalk';

/** What a place of a project or catalogue file leads to. Nothing here was looked for yet: `firstOf` says whether the files are there. */
export type LinkTarget =
  /** `http` or `https`; never opened by us alone. */
  | { readonly kind: 'address'; readonly url: string }
  /** A path or a glob inside the folder. */
  | { readonly kind: 'files'; readonly glob: string }
  /** `builtin:<name>`, a path or a glob. */
  | { readonly kind: 'catalog'; readonly name: string }
  | { readonly kind: 'answer'; readonly id: string };

export interface TextLink {
  /** Inside the quotes, on one line. */
  readonly range: Range;
  readonly target: LinkTarget;
}

/** More links than this make no file that anybody reads. */
const MOST = 5000;
const LONGEST_ADDRESS = 2000;

/** The links of a project or catalogue file. Never throws: of a half-written file it gives what can be read. */
export function documentLinks(text: string, kind: YamlFileKind): TextLink[] {
  const parsed = parseYaml(text, '');
  const root: YamlValue = { value: parsed.value, path: [] };
  const links = kind === 'project' ? ofProject(root) : ofCatalog(root);
  return links.slice(0, MOST).flatMap(([value, target]) => linkOf(parsed, value, target) ?? []);
}

type Candidate = readonly [value: YamlValue, target: LinkTarget];

function ofProject(root: YamlValue): Candidate[] {
  const proofs = items(child(root, 'proofs'));
  return [
    ...items(child(root, 'catalogs')).map((value): Candidate => [value, { kind: 'catalog', name: words(value) }]),
    ...proofs.flatMap((proof) => [...items(child(proof, 'files')).map(fileLink), addressLink(child(proof, 'link'))]),
  ];
}

function ofCatalog(root: YamlValue): Candidate[] {
  const requirements = items(child(root, 'requirements'));
  return [
    addressLink(child(child(child(root, 'catalog'), 'source'), 'url')),
    ...requirements.flatMap((requirement) => [
      ...items(child(requirement, 'references')).map((reference) => addressLink(child(reference, 'url'))),
      ...items(child(requirement, 'checklist')).map((item) => answerLink(child(item, 'source'))),
    ]),
    ...items(child(root, 'faq')).map((answer) => answerLink(child(answer, 'id'))),
  ];
}

function fileLink(value: YamlValue): Candidate {
  return [value, { kind: 'files', glob: words(value) }];
}

function addressLink(value: YamlValue): Candidate {
  return [value, { kind: 'address', url: words(value) }];
}

function answerLink(value: YamlValue): Candidate {
  return [value, { kind: 'answer', id: words(value) }];
}

function linkOf(parsed: ParsedYaml, { path }: YamlValue, target: LinkTarget): TextLink | undefined {
  const range = isSafe(target) ? textRange(parsed, path) : undefined;
  return range === undefined ? undefined : { range, target };
}

function isSafe(target: LinkTarget): boolean {
  switch (target.kind) {
    case 'address':
      return isWebAddress(target.url);
    case 'files':
      return isInside(target.glob);
    case 'catalog':
      return /^builtin:[\w.-]+$/u.test(target.name) || isInside(target.name);
    case 'answer':
      return target.id !== '';
  }
}

/** Data must not make anybody open anything but a page of the Web. */
export function isWebAddress(url: string): boolean {
  return url.length <= LONGEST_ADDRESS && /^https?:\/\/[^\s/]/iu.test(url) && URL.canParse(url);
}

function isInside(glob: string): boolean {
  return !glob.startsWith('builtin:') && typeof compileGlob(glob) !== 'string';
}

/** The first of these files that a path or glob of the project file names, and how many there are; `undefined` when none does. */
export function firstOf(
  glob: string,
  files: Iterable<string>,
): { readonly path: string; readonly count: number } | undefined {
  const compiled = compileGlob(glob);
  if (typeof compiled === 'string') {
    return undefined;
  }
  const matching = [...new Set(files)].filter((path) => compiled.matches(path)).sort();
  const [path] = matching;
  return path === undefined ? undefined : { path, count: matching.length };
}

/** The files of declared proofs, which exist inside the folder. */
export function proofFiles(proofs: Iterable<Proof>): Set<string> {
  return new Set([...proofs].flatMap(({ files }) => files.map(({ path }) => path)));
}

/** Of the answers, the one of an id as a file writes it. */
export function answerOf(id: string, faq: readonly FaqEntry[]): FaqEntry | undefined {
  return faq.find((entry) => entry.id === id);
}
