/** Stretches of a text, merged where they touch or overlap; questions about them take logarithmic time. */
export class Spans {
  #pairs: number[] = [];
  #isSorted = true;

  /** Stretches that end before they start are none. */
  add(start: number, end: number): void {
    const last = this.#pairs.length - 2;
    if (end <= start) {
      return;
    }
    if (last >= 0 && start < (this.#pairs[last + 1] ?? 0)) {
      this.#isSorted = false;
    }
    this.#pairs.push(start, end);
  }

  covers(at: number): boolean {
    const i = this.firstEndingAfter(at);
    return i < this.count && this.startOf(i) <= at;
  }

  get count(): number {
    this.#sort();
    return this.#pairs.length / 2;
  }

  startOf(index: number): number {
    return this.#pairs[2 * index] ?? Number.POSITIVE_INFINITY;
  }

  endOf(index: number): number {
    return this.#pairs[2 * index + 1] ?? Number.POSITIVE_INFINITY;
  }

  /** Index of the first stretch that ends behind `at`; `count` when there is none. */
  firstEndingAfter(at: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.endOf(middle) <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #sort(): void {
    if (this.#isSorted) {
      return;
    }
    this.#isSorted = true;
    const spans: [number, number][] = [];
    for (let i = 0; i < this.#pairs.length; i += 2) {
      spans.push([this.#pairs[i] ?? 0, this.#pairs[i + 1] ?? 0]);
    }
    spans.sort((a, b) => a[0] - b[0]);
    const merged: number[] = [];
    for (const [start, end] of spans) {
      const last = merged.length - 1;
      if (last >= 0 && start <= (merged[last] ?? 0)) {
        merged[last] = Math.max(merged[last] ?? 0, end);
      } else {
        merged.push(start, end);
      }
    }
    this.#pairs = merged;
  }
}
