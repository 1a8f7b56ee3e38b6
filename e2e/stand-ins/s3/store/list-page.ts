import { compareKeys } from './key-order.ts';
import type { ObjectRecord } from './object-record.ts';
import type { SortedMap, Start } from './sorted-map.ts';

/** Where a listing goes on: after one key, or after all keys that begin with a common prefix. */
export interface ListPosition {
  readonly key: string;
  readonly isCommonPrefix: boolean;
}

export interface ListQuery {
  readonly prefix: string;
  /** Empty for a flat listing. */
  readonly delimiter: string;
  /** Objects and common prefixes count alike. */
  readonly maxKeys: number;
  readonly after?: ListPosition | undefined;
}

export interface ListPage {
  readonly objects: readonly ObjectRecord[];
  readonly commonPrefixes: readonly string[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: ListPosition;
}

/**
 * One page of a listing in S3's order. Keys that hold the delimiter after the prefix are rolled up into one common
 * prefix, which counts once, and whose remaining keys are stepped over instead of read.
 * (S3 API reference, ListObjectsV2.)
 */
export function listPage(objects: SortedMap<ObjectRecord>, query: ListQuery): ListPage {
  const page = { objects: [] as ObjectRecord[], commonPrefixes: [] as string[] };
  if (query.maxKeys === 0) return page;
  let last: ListPosition | undefined;
  let walk = objects.from(...firstPlace(query));
  for (let step = walk.next(); step.done !== true; step = walk.next()) {
    const object = step.value;
    if (!object.key.startsWith(query.prefix)) break;
    if (last !== undefined && page.objects.length + page.commonPrefixes.length === query.maxKeys) {
      return { ...page, next: last };
    }
    const group = commonPrefixOf(object.key, query.prefix, query.delimiter);
    if (group === undefined) {
      page.objects.push(object);
      last = { key: object.key, isCommonPrefix: false };
    } else {
      page.commonPrefixes.push(group);
      last = { key: group, isCommonPrefix: true };
      walk = objects.from(group, 'beyond-prefix');
    }
  }
  return page;
}

/** The key up to and including the first delimiter after the prefix, or `undefined` where there is none. */
export function commonPrefixOf(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '' || !key.startsWith(prefix)) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

function firstPlace({ prefix, after }: ListQuery): [string, Start] {
  if (after === undefined || compareKeys(after.key, prefix) < 0) return [prefix, 'at'];
  return [after.key, after.isCommonPrefix ? 'beyond-prefix' : 'after'];
}
