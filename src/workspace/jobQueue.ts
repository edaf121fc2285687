/** Runs jobs one after the other, never two at once. A job that fails is reported and does not stop those behind it. */
export class JobQueue {
  readonly #onError: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  get busy(): boolean {
    return this.#waiting > 0;
  }

  /** Resolves when the job is over, whether it failed or not. */
  add(job: () => Promise<void>): Promise<void> {
    this.#waiting++;
    this.#last = this.#last
      .then(job)
      .catch(this.#onError)
      .finally(() => {
        this.#waiting--;
      });
    return this.#last;
  }

  /** Resolves when nothing is left to do, what was added in the meantime included. */
  async settled(): Promise<void> {
    while (this.busy) {
      await this.#last;
    }
  }
}
