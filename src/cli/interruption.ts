/**
 * Does work that an interrupt (Ctrl-C, or the end of a CI job) stops in good order: it may clean up behind itself. A second interrupt ends the program
 * at once, as ever.
 * @returns `'interrupted'` when the work gave up because of it
 */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | 'interrupted'> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  signals.forEach((name) => process.once(name, stop));
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) {
      return 'interrupted';
    }
    throw error;
  } finally {
    signals.forEach((name) => process.off(name, stop));
  }
}
