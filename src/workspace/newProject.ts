import { stringify } from 'yaml';
import type { Translate } from '../base/message';
import type { FileSystem } from '../base/ports';
import type { Catalog } from '../catalog/model';
import { knownCouloirs, knownDispositifs, knownProfils } from '../catalog/profileValues';
import type { Profile } from '../trace/model';
import { guessProduct, type ProductGuess } from './guessProduct';
import { guessResults } from './guessResults';

/** What a first project file can say of a folder; all but the profile is proposed, none of it counts before the user says so. */
export interface ProjectStart {
  readonly catalog: Catalog;
  /** As the user chose it; it counts. */
  readonly profile?: Profile;
  readonly product?: ProductGuess;
  /** Globs of the test results that were found. */
  readonly results: readonly string[];
}

/** Looks at a folder for what its project file could say. */
export async function projectStart(fs: FileSystem, catalog: Catalog, profile?: Profile): Promise<ProjectStart> {
  const [product, results] = await Promise.all([guessProduct(fs), guessResults(fs)]);
  return {
    catalog,
    results,
    ...(profile === undefined ? {} : { profile }),
    ...(product === undefined ? {} : { product }),
  };
}

/**
 * The text of a first `segur.yaml`, with a comment on everything that can stand in it. Examples begin with `#` and no blank, so that one key press makes
 * one count; what is said begins with `# `.
 */
// @segur ST.GST.01
export function newProject(t: Translate, start: ProjectStart): string {
  const parts = [
    [
      `# ${t('What Ségur Trace has to know of this folder. It belongs in your repository: VS Code and the segur-trace command read it.')}`,
      `# ${t('Lines that begin with # do not count. Those without a blank behind it are examples: remove their # to use them.')}`,
    ],
    ['version: 1'],
    productPart(t, start.product),
    profilePart(t, start),
    [
      `# ${t('The catalogues of requirements. After you imported your own REM, its file stands here too.')}`,
      "#catalogs: ['builtin:segur-v2', requirements/*.yaml]",
    ],
    scanPart(t),
    resultsPart(t, start.results),
    proofsPart(t),
    decisionsPart(t),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function productPart(t: Translate, guess: ProductGuess | undefined): string[] {
  const { name, version } = guess ?? { name: t('Name of the product'), version: '1.0.0' };
  return [
    `# ${t('Name and version of the product, which stand on every report.')}`,
    ...(guess === undefined
      ? []
      : [`# ${t('{0} proposes these: correct them if the product has another name.', guess.file)}`]),
    `#${flow({ product: { name, ...(version === undefined ? {} : { version }) } })}`,
  ];
}

function profilePart(t: Translate, { catalog, profile }: ProjectStart): string[] {
  const known = [
    ['couloir', knownCouloirs(catalog).map(({ value }) => value)],
    ['dispositif', knownDispositifs(catalog).map(({ value }) => value)],
    ['profils', knownProfils(catalog)],
  ] as const;
  return [
    `# ${t('Which requirements concern the product: those of its profile count, in the view, the totals and the exports.')}`,
    ...known.filter(([, values]) => values.length > 0).map(([key, values]) => `# ${key}: ${values.join(' | ')}`),
    ...(profile === undefined
      ? ['#profile: { couloir: Hôpital, dispositif: DPI, profils: [Général] }']
      : [flow({ profile: chosen(profile) })]),
  ];
}

function chosen({ couloir, dispositif, profils }: Profile): Record<string, string | readonly string[]> {
  return {
    ...(couloir === undefined ? {} : { couloir }),
    ...(dispositif === undefined ? {} : { dispositif }),
    ...(profils.length === 0 ? {} : { profils }),
  };
}

function scanPart(t: Translate): string[] {
  return [
    `# ${t('Which files are read for annotations. What .gitignore names is left out anyway.')}`,
    '#scan:',
    `#  exclude: ['**/generated/**', '**/vendor/**'] # ${t('not read')}`,
    `#  tests: ['**/qa/**'] # ${t('annotations verify here; the usual places of tests are known without this')}`,
    `#  sensitive: ['src/security/**'] # ${t('all code here should serve a requirement: the rest is listed')}`,
    `#  marker: '@segur' # ${t('the word that begins an annotation')}`,
    `#  mentions: false # ${t('ids in comments without the marker are not listed')}`,
  ];
}

function resultsPart(t: Translate, found: readonly string[]): string[] {
  return [
    `# ${t('Results of the tests in JUnit XML: each annotated test then has its last result.')}`,
    ...(found.length === 0 ? [] : [`# ${t('Such files were found here.')}`]),
    `#${flow({ results: found.length === 0 ? ['build/test-results/**/*.xml'] : found })}`,
    '',
    `# ${t('Stored traces, of which the dashboard shows the trend.')}`,
    '#traces: segur/traces/*.json',
  ];
}

function proofsPart(t: Translate): string[] {
  return [
    `# ${t('Proofs: what you deposit for a requirement. “Add a proof” writes them for you.')}`,
    '#proofs:',
    '#  - for: SC.SSI/GEN.21',
    '#    kind: documentation',
    `#    files: preuves/GEN.21/*.md # ${t('or link: an address; or value: a number')}`,
    '#    date: 2026-09-01',
  ];
}

function decisionsPart(t: Translate): string[] {
  return [
    `# ${t('Decisions: what does not apply (not-applicable), and gaps that you accept (accepted-gap).')}`,
    '#decisions:',
    '#  - for: SC.SSI/IE.36',
    '#    status: not-applicable',
    `#    reason: ${scalar(t('Authentication is delegated to the hospital’s directory'))}`,
    `#    by: ${scalar(t('Product manager'))}`,
    '#    date: 2026-09-01',
    '#    expires: 2027-09-01',
  ];
}

/** One line: what is proposed has to be one to be a comment. */
function flow(value: object): string {
  const [[key, inner] = ['', '']] = Object.entries(value) as [string, unknown][];
  return `${key}: ${stringify(inner, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true }).trimEnd()}`;
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
