import { t } from '../support/translate';

/** « 120 of 2000 MB ». */
export function bytesText(done: number, total: number): string {
  return t('{0} of {1} MB', Math.round(done / 1e6), Math.round(total / 1e6));
}
