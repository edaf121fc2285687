/** What several runs of one measurement say. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = ascending(values);
  return { min: sorted[0] ?? NaN, median: quantile(sorted, 0.5), max: sorted.at(-1) ?? NaN };
}

/** Of paired runs: each is divided by the one of the same round, so that what slows the machine down for a while slows both. */
export function pairedRatio(values: readonly number[], others: readonly number[]): Spread {
  if (values.length !== others.length) {
    throw new Error(`${values.length} runs have no pairs in ${others.length}`);
  }
  return spreadOf(values.map((value, round) => value / (others[round] ?? NaN)));
}

/** @param sorted ascending @param at from 0 to 1 */
export function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** Under it stay 99 of 100 values: unlike the longest one, it does not tell of a single pause of the machine. */
export function percentile99(values: readonly number[]): number {
  return quantile(ascending(values), 0.99);
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
