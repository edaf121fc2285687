/* A matrix of 8,000 requirements and 50,000 links: `matrix ROUND` prints milliseconds of its trace and of each format. */
import { english } from '../../../src/base/message';
import { MATRIX_FORMATS } from '../../../src/report/formats';
import { largeTracer } from '../matrixInput';

const [round = '0'] = process.argv.slice(2);
const tracer = largeTracer();
const start = performance.now();
const made = tracer.trace();
const trace = performance.now() - start;
/** Another one comes first in each round: the first one finds nothing compiled. */
const turned = MATRIX_FORMATS.map((_, n) => MATRIX_FORMATS[(n + Number(round)) % MATRIX_FORMATS.length] ?? _);
const found = new Map(
  turned.map((format) => {
    const begun = performance.now();
    const { length } = format.write(made, { t: english, language: 'en' });
    return [format.id, { milliseconds: performance.now() - begun, length }];
  }),
);
const formats = Object.fromEntries(MATRIX_FORMATS.map(({ id }) => [id, found.get(id)]));
process.stdout.write(JSON.stringify({ trace, formats }));
