/** The middle value; for an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** `123 ms (median of 15, 110 to 140)`. @param values milliseconds */
export function spread(values: readonly number[]): string {
  const round = (value: number) => String(Math.round(value));
  return `${round(median(values))} ms (median of ${values.length}, ${round(Math.min(...values))} to ${round(Math.max(...values))})`;
}

/** How often `a` fits into `b`, as `×1.9`. */
export function ratio(a: readonly number[], b: readonly number[]): string {
  return `×${(median(b) / median(a)).toFixed(2)}`;
}
