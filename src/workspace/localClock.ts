import type { Clock } from '../base/ports';

/** Today where the user is. */
export const localClock: Clock = {
  today() {
    const now = new Date();
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};
