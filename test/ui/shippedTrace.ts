import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/host/paths';
import { loadCatalogFile } from '../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../src/catalog/mergeCatalogs';
import type { Catalog } from '../../src/catalog/model';
import type { Trace } from '../../src/trace/model';
import { decisionOf, proofOf, traceOf } from '../unit/trace/fixtures';

const SOME = 30;

/** The catalogues that ship; of their requirements the first ones, for axe takes its time for each. */
export function shippedCatalog(): Catalog {
  const files = ['segur-v2.yaml', 'segur-v2.faq.yaml'].flatMap((name) => {
    const { catalog } = loadCatalogFile(readFileSync(join(root, 'requirements', name), 'utf8'), name);
    return catalog === undefined ? [] : [{ ...catalog, requirements: catalog.requirements.slice(0, SOME) }];
  });
  return mergeCatalogs(files).catalog;
}

/** A product that has requirements in every state. */
export function shippedTrace(catalog = shippedCatalog()): Trace {
  const ids = catalog.requirements.map(({ id }) => id);
  const id = (at: number): string => ids[at] ?? '';
  return traceOf(catalog, {
    files: {
      'src/a.ts': `// @segur ${id(0)}, ${id(1)}\nexport function save() {}\n// @segur ${id(2)} partial\nexport function some() {}\n`,
      'test/a.test.ts': `// @segur ${id(0)} verifies\nexport function tests() {}\n`,
    },
    proofs: [
      proofOf([id(0), id(1)], 'ok', { date: '2026-03-01', expires: '2027-03-01' }),
      proofOf(id(3), 'expired', { date: '2025-01-02', expires: '2026-01-01' }),
      proofOf(id(4), 'missing'),
      proofOf(id(5), 'changed', { date: '2026-05-02' }),
    ],
    decisions: [decisionOf(id(6)), decisionOf(id(7), { status: 'accepted-gap' })],
  });
}
