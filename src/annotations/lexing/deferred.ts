/** Stretches of text, first to last, that are passed over once the reading gets to them: the texts of here documents. */
export class Deferred {
  readonly #spans: { readonly from: number; readonly to: number }[] = [];

  get isWaiting(): boolean {
    return this.#spans.length > 0;
  }

  add(from: number, to: number): void {
    const last = this.#spans.at(-1);
    this.#spans.push({ from: last === undefined ? from : Math.max(from, last.to), to });
  }

  /**
   * Where the reading goes on that is at `at`.
   * @param visit gets each stretch that is passed over
   */
  pass(at: number, visit: (from: number, to: number) => void): number {
    let next = at;
    for (let first = this.#spans[0]; first !== undefined && next >= first.from; first = this.#spans[0]) {
      next = Math.max(next, first.to);
      visit(first.from, first.to);
      this.#spans.shift();
    }
    return next;
  }
}
