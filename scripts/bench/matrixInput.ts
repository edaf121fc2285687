import { languageForPath } from '../../src/annotations/languages';
import { parseAnnotations } from '../../src/annotations/parseAnnotations';
import { loadCatalogFile } from '../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../src/catalog/mergeCatalogs';
import type { Catalog } from '../../src/catalog/model';
import type { Decision, Proof } from '../../src/evidence/model';
import type { Trace } from '../../src/trace/model';
import { Tracer, type Evidence } from '../../src/trace/tracer';
import { SeededRandom } from './random';

const CHAPTERS = 40;
const LINKS_A_FILE = 10;

/**
 * A trace of a very large made-up product: every tenth requirement has no link, one link in fifty names an id that nobody knows; one proof
 * for each ten requirements, one decision for each fifty.
 */
export function largeTrace(requirements = 8000, links = 50_000, seed = 1): Trace {
  return largeTracer(requirements, links, seed).trace();
}

/** What {@link largeTrace} is made by: its files are read, and nothing is traced yet. */
export function largeTracer(requirements = 8000, links = 50_000, seed = 1): Tracer {
  const catalog = largeCatalog(requirements);
  const random = new SeededRandom(seed);
  const ids = catalog.requirements.filter((_, n) => n % 10 !== 0).map(({ id }) => id);
  const tracer = new Tracer({
    catalog,
    project: {
      product: { name: 'Large', version: '1.0' },
      profile: { profils: [] },
      ...largeEvidence(catalog.requirements.map(({ id }) => id)),
    },
    isTest: (path) => path.startsWith('test/'),
    today: '2026-01-01',
  });
  for (let file = 0; file < links / LINKS_A_FILE; file++) {
    const path = `${file % 4 === 0 ? 'test' : 'src'}/part${file % 97}/file${file}.ts`;
    const lines = Array.from({ length: LINKS_A_FILE }, (_, n) => {
      const id = random.below(50) === 0 ? `NONE.${random.below(1000)}` : random.pick(ids);
      return `// @segur ${id}${n % 3 === 0 ? ' - a note, "quoted" & <marked>' : ''}\nexport function f${n}(): void {}`;
    });
    tracer.update(path, parseAnnotations(lines.join('\n'), { language: languageForPath(path), marker: '@segur' }));
  }
  return tracer;
}

/** Each proof is for four requirements; every hundredth proof and decision names an id that nobody knows too. */
function largeEvidence(ids: readonly string[]): Evidence {
  const named = (start: number, count: number, order: number): Pick<Decision, 'for' | 'range' | 'forRanges'> => {
    const known = Array.from({ length: count }, (_, n) => ids[(start + n) % ids.length] ?? '');
    const all = order % 100 === 0 ? [...known, `NONE.${order}`] : known;
    return { for: all, range: NOWHERE, forRanges: all.map(() => NOWHERE) };
  };
  const proofs = Array.from({ length: Math.ceil(ids.length / 10) }, (_, n): Proof => {
    const path = `proofs/part${n % 97}/report ${n} (synthetic).pdf`;
    return {
      entry: {
        ...named(n * 10, 4, n),
        kind: 'rapport',
        files: [path],
        date: '2025-06-01',
        covers: [],
        coversRanges: [],
      },
      state: n % 20 === 0 ? 'expired' : 'ok',
      files: [{ path, size: 1000 + n }],
    };
  });
  const decisions = Array.from({ length: Math.ceil(ids.length / 50) }, (_, n): Decision => ({
    ...named(n * 50, 1, n),
    status: n % 2 === 0 ? 'not-applicable' : 'accepted-gap',
    reason: `A "synthetic" reason of <some> words, number ${n}`,
    by: 'Nobody',
    date: '2025-06-01',
  }));
  return { proofs, decisions };
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const catalogs = new Map<number, Catalog>();

function largeCatalog(count: number): Catalog {
  const known = catalogs.get(count);
  if (known !== undefined) {
    return known;
  }
  const rows = Array.from(
    { length: count },
    (_, n) =>
      `  - { id: BIG.${String(n).padStart(5, '0')}, title: "Requirement ${n} of the benchmark", chapter: Chapter ${n % CHAPTERS}, needs: [code${n % 2 === 0 ? ', test' : ''}] }`,
  );
  const text = `version: 1\ncatalog: { id: big, title: Benchmark, edition: "1" }\nrequirements:\n${rows.join('\n')}\n`;
  const { catalog, problems } = loadCatalogFile(text, 'big.yaml');
  if (catalog === undefined || problems.length > 0) {
    throw new Error('the benchmark’s catalogue is no catalogue');
  }
  const merged = mergeCatalogs([catalog]).catalog;
  catalogs.set(count, merged);
  return merged;
}
