import { join } from 'node:path';
import { run } from '../runs';
import { probeFolder, say, type Setting } from '../setting';
import type { Row } from '../table';

/** Test results joined to the links that they speak of, which an editor does whenever the tests have run. */
export function resultsPart({ rounds }: Setting): readonly Row[] {
  say('10,000 test cases and 1,000 links');
  const { stdout } = run(process.execPath, [join(probeFolder, 'results.js'), String(rounds)]);
  const found = JSON.parse(stdout) as Readonly<Record<'parse' | 'join', readonly number[]>>;
  return [
    {
      what: {
        en: '10,000 JUnit test cases joined to 1,000 links, once their XML is read',
        fr: '10 000 cas de test JUnit rapprochés de 1 000 liens, une fois leur XML lu',
      },
      values: found.join,
      aim: { most: 100 },
    },
    {
      what: { en: 'Their XML read: 100 files', fr: 'Leur XML lu : 100 fichiers' },
      values: found.parse,
    },
  ];
}
