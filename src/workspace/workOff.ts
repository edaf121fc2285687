/**
 * Works off jobs that may bring more jobs, the newest first, at most `width` at the same time. Rejects with the first failure; what is under way
 * then still ends, but nothing new is begun.
 */
export function workOff<Job>(
  first: readonly Job[],
  width: number,
  take: (job: Job, add: (jobs: readonly Job[]) => void) => Promise<void>,
): Promise<void> {
  const waiting = [...first];
  let running = 0;
  let failed = false;
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown): void => {
      failed = true;
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const add = (jobs: readonly Job[]): void => {
      for (const job of jobs) {
        waiting.push(job);
      }
    };
    const begin = (): void => {
      while (!failed && running < width) {
        const job = waiting.pop();
        if (job === undefined) {
          break;
        }
        running++;
        take(job, add).then(() => {
          running--;
          begin();
        }, fail);
      }
      if (running === 0) {
        resolve();
      }
    };
    begin();
  });
}
