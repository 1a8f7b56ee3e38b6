import { release } from './release.ts';

const DIGITS = 1 << 16;

/** 32 bits by which rows are sorted, in the order of the rows. */
export type SortDigits = readonly [low: Uint32Array, high?: Uint32Array];

/**
 * Sorts ids by numbers that stand at the same places: least significant digit first, so equal ones keep their order.
 * Where all have the same digit nothing is moved.
 * @param ids Sorted in place
 * @param keys The numbers' low and, where there are any, high 32 bits; changed where descending
 */
export function radixSort(ids: Uint32Array, keys: SortDigits, direction: 'ascending' | 'descending'): void {
  let places = new Uint32Array(ids.length);
  for (let i = 0; i < places.length; i++) places[i] = i;
  let moved = new Uint32Array(ids.length);
  const counts = new Uint32Array(DIGITS);
  for (const key of keys) {
    if (key === undefined) continue;
    // Counted from the other end, equal ones still keep their order.
    if (direction === 'descending') for (let i = 0; i < key.length; i++) key[i] = ~(key[i] ?? 0);
    for (const shift of [0, 16]) {
      if (!count(key, shift, counts)) continue;
      for (let i = 0; i < places.length; i++) {
        const place = places[i] ?? 0;
        const digit = ((key[place] ?? 0) >>> shift) & 0xffff;
        const to = counts[digit] ?? 0;
        counts[digit] = to + 1;
        moved[to] = place;
      }
      [places, moved] = [moved, places];
    }
  }
  for (let i = 0; i < places.length; i++) moved[i] = ids[places[i] ?? 0] ?? 0;
  ids.set(moved);
  release(places);
  release(moved);
}

/** Makes counts the places at which each digit begins. @returns False where there is one digit only. */
function count(key: Uint32Array, shift: number, counts: Uint32Array): boolean {
  counts.fill(0);
  for (let i = 0; i < key.length; i++) {
    const digit = ((key[i] ?? 0) >>> shift) & 0xffff;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  let begins = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const here = counts[digit] ?? 0;
    if (here === key.length) return false;
    counts[digit] = begins;
    begins += here;
  }
  return true;
}
