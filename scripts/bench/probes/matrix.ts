/* A matrix of 8,000 requirements and 50,000 links: milliseconds of its trace and of each format. */
import { english } from '../../../src/base/message';
import { MATRIX_FORMATS } from '../../../src/report/formats';
import { largeTrace } from '../matrixInput';

const ROUNDS = 5;
const trace: number[] = [];
const formats: Record<string, number[]> = {};
for (let round = 0; round < ROUNDS; round++) {
  let start = performance.now();
  const made = largeTrace();
  trace.push(performance.now() - start);
  for (const format of MATRIX_FORMATS) {
    start = performance.now();
    format.write(made, { t: english, language: 'en' });
    (formats[format.id] ??= []).push(performance.now() - start);
  }
}
process.stdout.write(JSON.stringify({ trace, formats }));
