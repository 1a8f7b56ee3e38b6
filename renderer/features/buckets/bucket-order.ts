import type { Bucket } from '../../../shared/bucket.ts';
import type { GridSort } from '../../ui/grid/grid-types.ts';

export type BucketColumn = 'name' | 'region' | 'created';
export type BucketSort = GridSort<BucketColumn>;

export const FIRST_SORT: BucketSort = { column: 'name', direction: 'ascending' };

/**
 * Which buckets to show, in which order, as indices: the buckets themselves are neither copied nor moved.
 * Names are compared by code unit, as S3 orders them; what is unknown comes last either way.
 * @param filter a part of the name; case is ignored
 */
export function orderBuckets(buckets: readonly Bucket[], filter: string, sort: BucketSort): Uint32Array {
  const wanted = filter.toLowerCase();
  const shown = new Uint32Array(buckets.length);
  let count = 0;
  buckets.forEach(({ name }, index) => {
    if (wanted === '' || name.toLowerCase().includes(wanted)) shown[count++] = index;
  });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const value = VALUES[sort.column];
  return shown.subarray(0, count).sort((left, right) => {
    const [one, other] = [buckets[left], buckets[right]];
    if (one === undefined || other === undefined) return 0;
    return compare(value(one), value(other), sign) || compare(one.name, other.name, 1);
  });
}

const VALUES: Record<BucketColumn, (bucket: Bucket) => string | number | undefined> = {
  name: ({ name }) => name,
  region: ({ region }) => region,
  created: ({ createdAt }) => createdAt,
};

function compare(one: string | number | undefined, other: string | number | undefined, sign: 1 | -1): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -sign : sign;
}

/** The sort after a click on a heading: the same column turns round, another starts ascending. */
export function nextSort(sort: BucketSort, column: BucketColumn): BucketSort {
  const turn = sort.column === column && sort.direction === 'ascending';
  return { column, direction: turn ? 'descending' : 'ascending' };
}
