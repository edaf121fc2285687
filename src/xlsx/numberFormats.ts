import { readXml } from './xmlPart';
import type { ZipArchive } from './zipArchive';

/** The numbers of the formats of dates that every workbook has, without writing them (ECMA-376, 18.8.30; 27 to 36 and 50 to 58 in East Asia). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Says of a cell's style whether it shows numbers as dates. */
export async function dateStyles(archive: ZipArchive, part: string): Promise<(style: string | undefined) => boolean> {
  const formats = new Map<string, boolean>();
  const styles: boolean[] = [];
  let isInCellStyles = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === 'numFmt' && attributes['numFmtId'] !== undefined) {
        formats.set(attributes['numFmtId'], isDateCode(attributes['formatCode'] ?? ''));
      } else if (name === 'cellXfs') {
        isInCellStyles = true;
      } else if (name === 'xf' && isInCellStyles && styles.length < 100_000) {
        const id = attributes['numFmtId'] ?? '0';
        styles.push(formats.get(id) ?? isBuiltInDate(Number(id)));
      }
    },
    close(name) {
      isInCellStyles &&= name !== 'cellXfs';
    },
  });
  return (style) => style !== undefined && styles[Number(style)] === true;
}

/** Whether a format's code has parts of a date, beside texts in quotes, escaped characters, colours and conditions. */
export function isDateCode(code: string): boolean {
  const bare = code.slice(0, 300).replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
  return /[ymdhs]/iu.test(bare) && !/general/iu.test(bare);
}

const DAY = 86_400_000;

/** A number of days as Excel counts them, as `2026-09-01` or `2026-09-01 14:30`; what is no day stays as it is written. */
export function dateText(written: string, isFrom1904: boolean): string {
  const serial = Number(written);
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) {
    return written;
  }
  // Excel counts 29 February 1900, which there was not.
  const days = isFrom1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const text = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 1440) * (DAY / 1440)).toISOString();
  const time = text.slice(11, 16);
  if (serial < 1) {
    return time;
  }
  return time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}
