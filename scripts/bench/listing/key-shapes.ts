/** A key with what a listing says about it. */
export interface SyntheticObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Unix milliseconds. */
  readonly modified: number;
  readonly storageClass: string;
}

/**
 * - `flat`: one folder, numbers with leading zeros.
 * - `mixed`: one folder, half of it numbers, half hashes, and now and then a name that XML or URLs have to escape.
 * - `deep`: a tree of dates, hours and hosts with ten objects in each leaf.
 * - `skewed`: 500 small folders, and beside them one that holds 90 % of all keys.
 */
export type Shape = 'flat' | 'mixed' | 'deep' | 'skewed';

export const SHAPES: readonly Shape[] = ['flat', 'mixed', 'deep', 'skewed'];

/** The folder that the keys of `flat` and `mixed` are in. */
export const FLAT_PREFIX = 'data/';

/** Which object has no bytes: one that sorts before all others by size. */
const EMPTY_ONE = 17;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** `count` different keys in no particular order, the same ones every time. */
export function* shapedObjects(shape: Shape, count: number): Generator<SyntheticObject> {
  const name = { flat, mixed, deep, skewed }[shape];
  for (let index = 0; index < count; index += 1) {
    const chance = scramble(index);
    yield {
      key: name(index, count),
      // Evenly spread over the orders of magnitude from a byte to a gigabyte; one is empty.
      size: index === EMPTY_ONE ? 0 : Math.floor(10 ** ((chance / 2 ** 32) * 9)),
      modified: FIRST_DAY + (scramble(index + 0x5bd1e995) % (300 * 86_400)) * 1000,
      storageClass: chance % 50 === 0 ? 'GLACIER' : chance % 7 === 0 ? 'STANDARD_IA' : 'STANDARD',
    };
  }
}

function flat(index: number): string {
  return `${FLAT_PREFIX}${digits(index, 8)}.json`;
}

function mixed(index: number): string {
  if (index % 500 === 499) return `${FLAT_PREFIX}請求書 & report #${index} (100%+).csv`;
  if (index % 2 === 0) return `${FLAT_PREFIX}${digits(index, 8)}.parquet`;
  return `${FLAT_PREFIX}${hex(scramble(index))}${hex(scramble(~index))}.parquet`;
}

function deep(index: number): string {
  const part = index % 10;
  const host = Math.floor(index / 10) % 12;
  const hour = Math.floor(index / 120) % 24;
  const day = new Date(FIRST_DAY + Math.floor(index / 2880) * DAY_MS);
  const date = day.toISOString().slice(0, 10).replaceAll('-', '/');
  return `logs/${date}/${digits(hour, 2)}/host-${digits(host, 2)}/access-${digits(part, 2)}.log.gz`;
}

function skewed(index: number, count: number): string {
  if (index < count * 0.9) return `users/exports/${hex(scramble(index))}-${digits(index, 7)}.csv`;
  return `users/${hex(scramble(index % 500))}/profile-${digits(index, 7)}.json`;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** One number of 32 bits for each other one (the last step of MurmurHash3: no two meet). */
function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
