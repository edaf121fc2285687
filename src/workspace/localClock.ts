import type { Clock } from '../base/ports';

/** Today where the user is. */
export const localClock: Clock = {
  today() {
    return localDay(Date.now());
  },
};

/** The day where the user is, `YYYY-MM-DD`. @param time milliseconds since the epoch */
function localDay(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day on which files were written last. A clock that was wrong gives no day of the future, nor one before there were files. */
export function dayWritten(times: readonly number[], now: number): string {
  const known = times.filter((time) => time > 0 && time <= now);
  return localDay(known.length === times.length && known.length > 0 ? Math.max(...known) : now);
}
