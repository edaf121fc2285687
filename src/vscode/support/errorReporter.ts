import { window } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import { t } from './translate';

/** Where faults of our own go: always to the log, and before the user's eyes when he asked for something that failed. */
export class ErrorReporter {
  readonly #log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  /** For work that nobody waits for. */
  log(error: unknown): void {
    this.#log.error(error instanceof Error ? error : String(error));
  }

  /** Tells the user why nothing happened, without waiting for an answer. */
  tell(text: string): void {
    window.showWarningMessage(text).then(undefined, (error: unknown) => this.log(error));
  }

  /**
   * For work that somebody waited for: it is over, whenever the message is closed. `doing` says in the user's language what could not be done.
   */
  show(doing: string, error: unknown): void {
    this.log(error);
    const showLog = t('Show log');
    const detail = error instanceof Error ? error.message : String(error);
    window.showErrorMessage(t('{0}: {1}', doing, detail), showLog).then(
      (choice) => {
        if (choice === showLog) {
          this.#log.show();
        }
      },
      (failed: unknown) => this.log(failed),
    );
  }
}
