/* 10,000 test cases joined to 1,000 links: `results ROUNDS` prints milliseconds of each round, after a first one that is not counted. */
import { languageForPath } from '../../../src/annotations/languages';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { parseJunit } from '../../../src/evidence/junit';
import { Tracer } from '../../../src/trace/tracer';

const LINKS = 1000;
const LINKS_A_FILE = 10;
/** Each linked test ran with so many values or stands beside tests that nothing links to. */
const CASES_A_LINK = 10;

function makeTracer(): Tracer {
  const rows = Array.from(
    { length: LINKS / 2 },
    (_, n) => `  - { id: REQ-${n}, title: Requirement ${n}, needs: [test] }\n`,
  );
  const { catalog } = loadCatalogFile(
    `version: 1\ncatalog: { id: bench, title: Benchmark, edition: "1" }\nrequirements:\n${rows.join('')}`,
    'bench.yaml',
  );
  if (catalog === undefined) {
    throw new Error('the benchmark’s catalogue is no catalogue');
  }
  const tracer = new Tracer({
    catalog: mergeCatalogs([catalog]).catalog,
    project: { product: {}, profile: { profils: [] }, proofs: [], decisions: [] },
    isTest: () => true,
    today: '2026-01-01',
  });
  for (let file = 0; file < LINKS / LINKS_A_FILE; file++) {
    const path = `test/part${file % 7}/suite${file}.test.ts`;
    const text = Array.from({ length: LINKS_A_FILE }, (_, n) => {
      const link = file * LINKS_A_FILE + n;
      return `// @segur verifies REQ-${link % (LINKS / 2)}\nit('does thing ${link}', () => undefined);\n`;
    }).join('');
    const found = parseAnnotations(text, { language: languageForPath(path), marker: '@segur' });
    const annotations = found.annotations.map((annotation, n) => ({
      ...annotation,
      unit: { kind: 'test', name: `does thing ${file * LINKS_A_FILE + n}`, startLine: 2 * n + 1, endLine: 2 * n + 1 },
    }));
    tracer.update(path, { ...found, annotations, unitsRead: true });
  }
  return tracer;
}

function junitOf(file: number): string {
  const cases = Array.from({ length: LINKS_A_FILE * CASES_A_LINK }, (_, n) => {
    const link = file * LINKS_A_FILE + Math.floor(n / CASES_A_LINK);
    const name = n % CASES_A_LINK === 0 ? `does thing ${link}` : `does something else ${link} ${n}`;
    const source = `file="/builds/app/test/part${file % 7}/suite${file}.test.ts"`;
    return n % 97 === 0
      ? `<testcase name="${name}" ${source}><failure message="no"/></testcase>`
      : `<testcase name="${name}" ${source}/>`;
  });
  return `<testsuites><testsuite name="suite ${file}">${cases.join('\n')}</testsuite></testsuites>`;
}

async function main(rounds: number): Promise<void> {
  const texts = Array.from({ length: LINKS / LINKS_A_FILE }, (_, file) => junitOf(file));
  const parse: number[] = [];
  const join: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const tracer = makeTracer();
    const start = performance.now();
    const files = [];
    for (const [n, text] of texts.entries()) {
      const path = `build/results${n}.xml`;
      files.push({ path, cases: (await parseJunit(path, text, () => Promise.resolve())).cases });
    }
    const parsed = performance.now();
    tracer.setResults(files);
    const joined = performance.now();
    check(
      tracer,
      files.reduce((sum, { cases }) => sum + cases.length, 0),
    );
    if (round > 0) {
      parse.push(parsed - start);
      join.push(joined - parsed);
    }
  }
  process.stdout.write(JSON.stringify({ parse, join }));
}

/** Every link has the result of its own test alone. */
function check(tracer: Tracer, cases: number): void {
  const links = tracer.trace().requirements.flatMap((row) => row.links);
  const joined = links.filter(({ tests }) => tests?.results.length === 1).length;
  if (cases !== LINKS * CASES_A_LINK || links.length !== LINKS || joined !== LINKS) {
    throw new Error(`${cases} cases, ${links.length} links, ${joined} of them with their result`);
  }
}

main(Number(process.argv[2] ?? '1')).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
