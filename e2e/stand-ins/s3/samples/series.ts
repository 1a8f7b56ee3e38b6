/** So many things, made by number. */
export function series<T>(length: number, make: (i: number) => T): T[] {
  return Array.from({ length }, (_, i) => make(i));
}

/** A number from 0 up to `limit` that looks random and isn't. */
export function spread(i: number, limit: number): number {
  return ((i + 1) * 2_654_435_761) % limit;
}

/** The same for small limits, where the above would only count up. */
export function scatter(i: number, limit: number): number {
  return Math.floor((spread(i, 2 ** 32) / 2 ** 32) * limit);
}

/** Eight hex digits that look random and aren't. */
export function mark(i: number): string {
  return spread(i, 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}

/** A number from 0 to 99 in two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}
