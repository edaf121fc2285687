import { ProgressLocation, window } from 'vscode';
import type { CancellationToken } from 'vscode';

/** Tells how far the work is, in steps or in bytes. */
export type Tell = (done: number, total: number, message: string) => void;

/**
 * Does work under a notification that shows how far it is and has a button to cancel.
 * @param stop cancels it too
 * @returns `undefined` when it was cancelled
 */
export async function withCancel<T>(
  title: string,
  stop: CancellationToken | undefined,
  work: (signal: AbortSignal, tell: Tell) => Promise<T>,
): Promise<T | undefined> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  return window.withProgress<T | undefined>(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, token): Promise<T | undefined> => {
      const listeners = [token, ...(stop === undefined ? [] : [stop])].map((one) =>
        one.onCancellationRequested(cancel),
      );
      if (token.isCancellationRequested || stop?.isCancellationRequested === true) {
        cancel();
      }
      let percent = 0;
      const tell: Tell = (done, total, message) => {
        const now = total === 0 ? 0 : Math.floor((100 * done) / total);
        if (now > percent || percent === 0) {
          progress.report({ message, increment: now - percent });
          percent = now;
        }
      };
      try {
        return await work(controller.signal, tell);
      } catch (error) {
        if (controller.signal.aborted) {
          return undefined;
        }
        throw error;
      } finally {
        for (const listener of listeners) {
          listener.dispose();
        }
      }
    },
  );
}

/** Resolves when the work is given up: for who waits for something that cannot be. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
