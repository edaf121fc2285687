import { commands, window } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import { t } from './translate';

/** A command that a message proposes. */
export interface NextStep {
  readonly title: string;
  readonly command: string;
  readonly args?: readonly unknown[];
}

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

  /** Tells the user why nothing happened, with buttons for what he can do about it, without waiting for an answer. */
  tell(text: string, ...steps: readonly NextStep[]): void {
    window
      .showWarningMessage(text, ...steps.map(({ title }) => title))
      .then((choice) => {
        const next = steps.find(({ title }) => title === choice);
        return next === undefined ? undefined : commands.executeCommand(next.command, ...(next.args ?? []));
      })
      .then(undefined, (error: unknown) => this.log(error));
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
