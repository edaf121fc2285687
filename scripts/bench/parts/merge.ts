import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { english } from '../../../src/base/message';
import { readTrace } from '../../../src/report/compare/readTrace';
import { writeJson } from '../../../src/report/json';
import { largeTrace } from '../matrixInput';
import { run } from '../runs';
import { say, segurTrace, type Setting } from '../setting';
import type { Row } from '../table';

const REPOSITORIES = 50;
const LINKS = 2000;
const REQUIREMENTS = 500;

/** The stored traces of many repositories as one matrix: all of the command, with the start of Node and the reading of the files. */
export function mergePart({ rounds }: Setting): readonly Row[] {
  say(`${REPOSITORIES} repositories of ${LINKS} links`);
  const folder = mkdtempSync(join(tmpdir(), 'segur-trace-bench-merge-'));
  try {
    const files = Array.from({ length: REPOSITORIES }, (_, n) => {
      const file = join(folder, `repository${n}.json`);
      writeFileSync(file, writeJson(largeTrace(REQUIREMENTS, LINKS, n + 1), { t: english, language: 'en' }));
      return file;
    });
    const out = join(folder, 'product.json');
    const values = Array.from({ length: rounds + 1 }, () => segurTrace('merge', ...files, '--out', out).wall).slice(1);
    check(run('cat', [out]).stdout);
    return [
      {
        what: {
          en: '50 stored traces of 2,000 links each: all of `merge`',
          fr: '50 traces enregistrées de 2 000 liens chacune : tout `merge`',
        },
        values,
        aim: { most: 2000 },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Not one link may be missing. */
function check(json: string): void {
  const read = readTrace(json, 'product.json');
  const count =
    'fault' in read
      ? 0
      : read.requirements.reduce((sum, { links }) => sum + links.length, 0) + read.unknownLinks.length;
  if (count !== REPOSITORIES * LINKS) {
    throw new Error(`${count} links, where ${REPOSITORIES * LINKS} were merged`);
  }
}
