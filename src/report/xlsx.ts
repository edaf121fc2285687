import type { Trace } from '../trace/model';
import type { MatrixOptions } from './matrixFormat';
import { productName, documentTitle } from './summary';
import { decisionsSheet } from './workbook/decisionsSheet';
import { gapsSheet } from './workbook/gapsSheet';
import { linksSheet } from './workbook/linksSheet';
import { matrixSheet } from './workbook/matrixSheet';
import { proofsSheet } from './workbook/proofsSheet';
import { sheetNames } from './workbook/sheets';
import { summarySheet } from './workbook/summarySheet';
import type { Properties } from './xlsx/model';
import { writeWorkbook } from './xlsx/workbook';

/**
 * The matrix as a workbook that a verifier reads, filters and prints: a summary, the matrix, and a sheet for each thing that it is made of, whose
 * rows the cells of the matrix lead to.
 */
export function writeXlsx(trace: Trace, options: MatrixOptions): Uint8Array {
  const { t } = options;
  const names = sheetNames(t);
  const editions = trace.catalogs.map(({ title, edition }) => (edition === undefined ? title : `${title} ${edition}`));
  return writeWorkbook({
    sheets: [
      { name: names.summary, ...summarySheet(trace, options) },
      { name: names.matrix, ...matrixSheet(trace, options) },
      { name: names.links, ...linksSheet(trace, options) },
      { name: names.proofs, ...proofsSheet(trace, options) },
      { name: names.gaps, ...gapsSheet(trace, options) },
      { name: names.decisions, ...decisionsSheet(trace, options) },
    ],
    properties: propertiesOf(trace, options),
    page: {
      left: documentTitle(trace, t),
      right: editions.join(' · '),
      pageOf: t('Page'),
    },
  });
}

/** A time that the properties of a document can hold. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;

function propertiesOf(trace: Trace, { t, language, generatedAt }: MatrixOptions): Properties {
  const subject = productName(trace);
  const { version } = trace.product;
  return {
    title: documentTitle(trace, t),
    language,
    ...(subject === '' ? {} : { subject }),
    ...(version === undefined ? {} : { version }),
    ...(generatedAt !== undefined && INSTANT.test(generatedAt) ? { created: generatedAt } : {}),
  };
}
