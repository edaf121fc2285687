import { join } from 'node:path';
import { run } from '../runs';
import { probeFolder, say, type Setting } from '../setting';
import type { Row } from '../table';

const ROUNDS = 5;

interface MatrixRun {
  readonly trace: number;
  readonly formats: Readonly<Record<string, { readonly milliseconds: number; readonly length: number }>>;
}

/** The matrix of a very large product, in a new process each round: that is how a command writes it. */
export function matrixPart({ quick }: Setting): readonly Row[] {
  say('the matrix of 8,000 requirements and 50,000 links');
  const runs = Array.from({ length: quick ? 1 : ROUNDS }, (_, round) => {
    const { stdout } = run(process.execPath, [join(probeFolder, 'matrix.js'), String(round)]);
    return JSON.parse(stdout) as MatrixRun;
  });
  const formats = Object.keys(runs[0]?.formats ?? {});
  return [
    {
      what: {
        en: '8,000 requirements, 50,000 links: the trace, from read files',
        fr: '8 000 exigences, 50 000 liens : la trace, une fois les fichiers lus',
      },
      values: runs.map(({ trace }) => trace),
    },
    ...formats.map((format): Row => {
      const size = Math.round((runs[0]?.formats[format]?.length ?? NaN) / 1e6);
      return {
        what: {
          en: `Their matrix as ${format}, ${size} MB`,
          fr: `Leur matrice en ${format}, ${size} Mo`,
        },
        values: runs.map((one) => one.formats[format]?.milliseconds ?? NaN),
        aim: { most: format === 'xlsx' ? 3000 : 1000 },
      };
    }),
  ];
}
