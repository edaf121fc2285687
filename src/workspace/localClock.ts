import type { Clock } from '../base/ports';

/** Today where the user is. */
export const localClock: Clock = {
  today() {
    return localDay(Date.now());
  },
};

/** The day where the user is, `YYYY-MM-DD`. @param time milliseconds since the epoch */
export function localDay(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
