import { once } from 'node:events';
import pc from 'picocolors';
import type { Translate } from '../base/message';

export type Colors = ReturnType<typeof pc.createColors>;

/**
 * Standard output holds the answer alone, whole even through a slow pipe; everything else goes to standard error.
 * Colours only where a terminal shows them (`NO_COLOR` and `FORCE_COLOR` are honoured).
 */
export interface Terminal {
  readonly t: Translate;
  readonly language: 'fr' | 'en';
  readonly colors: Colors;
  /** Columns of the terminal, or a width that suits a log. */
  readonly width: number;
  write(answer: string | Uint8Array): Promise<void>;
  note(text: string): void;
  /** Shows passing progress on a terminal and nothing elsewhere; an empty text clears it. */
  progress(text: string): void;
}

const LOG_WIDTH = 100;

export function createTerminal(t: Translate, language: 'fr' | 'en'): Terminal {
  const { stdout, stderr, env } = process;
  const wantsColor = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refusesColor = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  let shown = false;
  const clear = (): void => {
    if (shown) {
      stderr.write('\r\u001B[K');
      shown = false;
    }
  };
  return {
    t,
    language,
    // A pipe has no `isTTY` at all, and picocolors would then go by its own rules, which colour the logs of a CI.
    colors: pc.createColors(wantsColor || (stdout.isTTY ? !refusesColor : false)),
    width: stdout.isTTY ? stdout.columns : LOG_WIDTH,
    async write(answer) {
      clear();
      if (!stdout.write(answer)) {
        await once(stdout, 'drain');
      }
    },
    note(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      if (stderr.isTTY) {
        clear();
        if (text !== '') {
          stderr.write(text);
          shown = true;
        }
      }
    },
  };
}
