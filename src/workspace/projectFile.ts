import { compileGlob } from '../base/glob';
import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { contains, type Range } from '../base/text';
import { parseYaml, validateYaml, type ValidatedYaml, type YamlPath } from '../base/yaml';
import { dayNumber } from '../evidence/calendar';
import type { Decision, ProofEntry } from '../evidence/model';
import type { Product, Profile } from '../trace/model';
import { globProblem } from './globProblem';
import { projectSchema, type DecisionDocument, type ProjectDocument, type ProofDocument } from './projectSchema';

export interface CatalogName {
  /** `builtin:<name>`, a path or a glob. */
  readonly text: string;
  /** Absent for the default. */
  readonly range?: Range;
}

/** A glob of files of test results. */
export interface ResultGlob {
  readonly text: string;
  readonly range: Range;
}

export interface ScanSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly tests: readonly string[];
  /** Of code of which every unit should serve a requirement. */
  readonly sensitive: readonly string[];
  /** Absent: the user's setting counts. */
  readonly marker?: string;
  readonly mentions: boolean;
}

/** What `segur.yaml` says, defaults filled in. Its globs compile and stay inside the folder; its dates are real. */
export interface Project {
  readonly product: Product;
  readonly profile: Profile;
  readonly catalogs: readonly CatalogName[];
  readonly scan: ScanSettings;
  /** Globs of JUnit XML files. */
  readonly results: readonly ResultGlob[];
  /** Globs of stored traces. */
  readonly traces: readonly string[];
  readonly proofs: readonly ProofEntry[];
  readonly decisions: readonly Decision[];
}

/** Of a folder that names no catalogue. */
export const DEFAULT_CATALOG = 'builtin:segur-v2';

/** Where traces are stored for the trend, unless the project file says otherwise. */
const DEFAULT_TRACES = ['segur/traces/*.json'];

/** Where the common test runners and build tools look for tests. */
const DEFAULT_TESTS = [
  '**/{test,tests,Test,Tests,__tests__,spec,specs,androidTest}/**',
  '**/src/{test,testFixtures,integrationTest,commonTest,jvmTest}/**',
  '**/*.{spec,test,cy,e2e}.*',
  '**/*{Test,Tests,TestCase,IT,Spec}.{java,kt,groovy,scala,cs,vb,swift,php}',
  '**/{test_*,*_test,*_tests}.{py,go,rs,rb,dart,c,cc,cpp,exs,ex,js,ts,lua,ml,pas}',
  '**/*_spec.{rb,lua,cr}',
  '**/*.{Test,Tests,UnitTests,IntegrationTests}/**',
  '**/*.{feature,bats,robot}',
];

/** A folder without `segur.yaml`. */
export function defaultProject(): Project {
  return {
    product: {},
    profile: { profils: [] },
    catalogs: [{ text: DEFAULT_CATALOG }],
    scan: { include: ['**'], exclude: [], tests: DEFAULT_TESTS, sensitive: [], mentions: true },
    results: [],
    traces: DEFAULT_TRACES,
    proofs: [],
    decisions: [],
  };
}

/**
 * Reads the text of a project file. A faulty entry is a problem and is left out; the rest counts. `whole` is false when the text is empty, broken, or
 * nothing of it fits.
 */
export function parseProjectFile(
  text: string,
  file: string,
): { project: Project; problems: Problem[]; whole: boolean } {
  const parsed = parseYaml(text, file);
  if (parsed.value === undefined) {
    return { project: defaultProject(), problems: [...parsed.problems], whole: false };
  }
  const valid = validateYaml(projectSchema, parsed, file);
  const problems = [...parsed.problems, ...valid.problems];
  if (valid.output === undefined) {
    return { project: defaultProject(), problems, whole: false };
  }
  const reader = new ProjectReader(valid, file);
  const project = reader.read(valid.output);
  const whole = !parsed.problems.some(({ severity }) => severity === 'error');
  return { project, problems: [...problems, ...reader.problems], whole };
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

class ProjectReader {
  readonly problems: Problem[] = [];
  readonly #valid: ValidatedYaml<ProjectDocument>;
  readonly #file: string;

  constructor(valid: ValidatedYaml<ProjectDocument>, file: string) {
    this.#valid = valid;
    this.#file = file;
  }

  read(document: ProjectDocument): Project {
    const { product, profile, catalogs, proofs = [], decisions = [], results, traces } = document;
    return {
      product: product ?? {},
      profile: { ...profile, profils: listOf(profile?.profils) },
      catalogs: catalogs === undefined ? defaultProject().catalogs : this.#catalogs(catalogs),
      scan: this.#scan(document.scan ?? {}),
      results: this.#placedGlobs(results, ['results']),
      traces: traces === undefined ? DEFAULT_TRACES : this.#globs(traces, ['traces']),
      proofs: proofs.flatMap((proof, i) => this.#proof(proof, ['proofs', i])),
      decisions: decisions.flatMap((decision, i) => this.#decision(decision, ['decisions', i])),
    };
  }

  #scan(scan: NonNullable<ProjectDocument['scan']>): ScanSettings {
    const defaults = defaultProject().scan;
    const include = this.#globs(scan.include, ['scan', 'include']);
    return {
      include: include.length === 0 ? defaults.include : include,
      exclude: this.#globs(scan.exclude, ['scan', 'exclude']),
      tests: scan.tests === undefined ? defaults.tests : this.#globs(scan.tests, ['scan', 'tests']),
      sensitive: this.#globs(scan.sensitive, ['scan', 'sensitive']),
      mentions: scan.mentions ?? defaults.mentions,
      ...(scan.marker === undefined ? {} : { marker: scan.marker }),
    };
  }

  #catalogs(written: string | readonly string[]): CatalogName[] {
    return listOf(written).flatMap((text, i) => {
      const range = this.#rangeOf(itemPath(written, ['catalogs'], i));
      return text.startsWith('builtin:') || this.#isSound(text, range) ? [{ text, range }] : [];
    });
  }

  #proof(written: ProofDocument, path: YamlPath): ProofEntry[] {
    const { for: ids, files, covers, ...fields } = written;
    if (this.#isFaulty(written, path)) {
      return [];
    }
    if ([files, fields.value, fields.link].filter((given) => given !== undefined).length !== 1) {
      this.#report(path, {
        code: ProblemCode.YamlSchema,
        severity: 'error',
        message: message('A proof needs exactly one of “files”, “value” and “link”'),
        remedy: message('Write one of them; make several proofs of several'),
      });
      return [];
    }
    const globs = files === undefined ? undefined : this.#globs(files, [...path, 'files']);
    if (globs?.length === 0) {
      return [];
    }
    return [
      {
        ...fields,
        ...this.#idsOf(ids, path),
        ...(globs === undefined ? {} : { files: globs }),
        covers: listOf(covers),
        coversRanges: this.#rangesOf(covers, [...path, 'covers']),
        range: this.#rangeOf(path),
      },
    ];
  }

  #decision(written: DecisionDocument, path: YamlPath): Decision[] {
    const { for: ids, ...fields } = written;
    return this.#isFaulty(written, path) ? [] : [{ ...fields, ...this.#idsOf(ids, path), range: this.#rangeOf(path) }];
  }

  /**
   * Whether an entry lost a part that did not fit its schema, or has a date that no calendar knows. Such an entry does not count: without its
   * `expires`, say, it would count for ever.
   */
  #isFaulty({ date, expires }: { readonly date?: string; readonly expires?: string }, path: YamlPath): boolean {
    const range = this.#rangeOf(path);
    const lossy = this.#valid.problems.some(
      (problem) => problem.severity === 'error' && problem.range !== undefined && contains(range, problem.range.start),
    );
    const unreal = Object.entries({ date, expires }).filter(
      ([, day]) => day !== undefined && dayNumber(day) === undefined,
    );
    for (const [key, day] of unreal) {
      this.#report([...path, key], {
        code: ProblemCode.YamlSchema,
        severity: 'error',
        message: message('{0} is no day of the calendar', day ?? ''),
        remedy: message('Write year, month and day: 2026-09-01'),
      });
    }
    return lossy || unreal.length > 0;
  }

  #idsOf(written: string | readonly string[], path: YamlPath): { for: string[]; forRanges: Range[] } {
    return { for: listOf(written), forRanges: this.#rangesOf(written, [...path, 'for']) };
  }

  /** Of each text in a list, in its order. */
  #rangesOf(written: string | readonly string[] | undefined, path: YamlPath): Range[] {
    return written === undefined ? [] : listOf(written).map((_, i) => this.#rangeOf(itemPath(written, path, i)));
  }

  #globs(written: string | readonly string[] | undefined, path: YamlPath): string[] {
    return written === undefined
      ? []
      : listOf(written).filter((pattern, i) => this.#isSound(pattern, this.#rangeOf(itemPath(written, path, i))));
  }

  #placedGlobs(written: string | readonly string[] | undefined, path: YamlPath): ResultGlob[] {
    return listOf(written).flatMap((text, i) => {
      const range = this.#rangeOf(itemPath(written ?? [], path, i));
      return this.#isSound(text, range) ? [{ text, range }] : [];
    });
  }

  #isSound(pattern: string, range: Range): boolean {
    const glob = compileGlob(pattern);
    if (typeof glob === 'string') {
      this.problems.push({ ...globProblem(pattern, glob), file: this.#file, range });
    }
    return typeof glob !== 'string';
  }

  #report(path: YamlPath, problem: Omit<Problem, 'file' | 'range'>): void {
    this.problems.push({ ...problem, file: this.#file, range: this.#rangeOf(path) });
  }

  #rangeOf(path: YamlPath): Range {
    return this.#valid.rangeOf(path) ?? NOWHERE;
  }
}

function listOf(value: string | readonly string[] | undefined): string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
}

function itemPath(written: string | readonly string[], path: YamlPath, index: number): YamlPath {
  return typeof written === 'string' ? path : [...path, index];
}
