/** What ends is announced this many days ahead: time to order and fill in a new proof, or to decide again. */
export const EXPIRES_SOON_DAYS = 30;

/** Days since 1970-01-01, or `undefined` for what is no real day of the calendar. Dates are `YYYY-MM-DD`. */
export function dayNumber(date: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (parts === null) {
    return undefined;
  }
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return dateOf(time / DAY) === date ? time / DAY : undefined;
}

/** From `from` to `to`; negative when `to` is earlier. `undefined` when one of them is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

/** `undefined` for what is no date. */
export function addDays(date: string, days: number): string | undefined {
  const start = dayNumber(date);
  return start === undefined ? undefined : dateOf(start + days);
}

/** The last day on which something of that date is less than a year old. */
export function lastDayWithinYear(date: string): string | undefined {
  if (dayNumber(date) === undefined) {
    return undefined;
  }
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  // 29 February has its anniversary on 1 March: `Date.UTC` carries over.
  return dateOf(Date.UTC(year + 1, month - 1, day) / DAY - 1);
}

const DAY = 86_400_000;

/** `YYYY-MM-DD`. @param days since 1970-01-01 */
export function dateOf(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}
