import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../../shared/bucket.ts';
import { type BucketSort, FIRST_SORT, nextSort, orderBuckets } from './bucket-order.ts';

const BUCKETS: readonly Bucket[] = [
  { name: 'zeta', region: 'eu-west-1', createdAt: 3 },
  { name: 'Alpha_old', region: 'us-east-1', createdAt: 1 },
  { name: 'beta' },
  { name: 'alpha', region: 'eu-west-1', createdAt: 2 },
];

const names = (filter: string, sort: BucketSort) =>
  [...orderBuckets(BUCKETS, filter, sort)].map((index) => BUCKETS[index]?.name);

describe('orderBuckets', () => {
  it('sorts by name as S3 does: by code unit', () => {
    expect(names('', FIRST_SORT)).toEqual(['Alpha_old', 'alpha', 'beta', 'zeta']);
    expect(names('', { column: 'name', direction: 'descending' })).toEqual([
      'zeta',
      'beta',
      'alpha',
      'Alpha_old',
    ]);
  });

  it('puts what is unknown last either way, and the name decides among equals', () => {
    expect(names('', { column: 'region', direction: 'ascending' })).toEqual([
      'alpha',
      'zeta',
      'Alpha_old',
      'beta',
    ]);
    expect(names('', { column: 'region', direction: 'descending' })).toEqual([
      'Alpha_old',
      'alpha',
      'zeta',
      'beta',
    ]);
    expect(names('', { column: 'created', direction: 'descending' }).at(-1)).toBe('beta');
  });

  it('filters by a part of the name, in any case', () => {
    expect(names('ALPHA', FIRST_SORT)).toEqual(['Alpha_old', 'alpha']);
    expect(names('nothing', FIRST_SORT)).toEqual([]);
  });

  it('shows each bucket that matches once, in order', () => {
    const bucket = fc.record({ name: fc.string({ maxLength: 6 }), createdAt: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(bucket), fc.string({ maxLength: 2 }), (buckets, filter) => {
        const shown = [...orderBuckets(buckets, filter, { column: 'created', direction: 'ascending' })];
        const matching = buckets.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
        expect(shown.length).toBe(matching.length);
        expect(new Set(shown).size).toBe(shown.length);
        const times = shown.map((index) => buckets[index]?.createdAt ?? -1);
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('nextSort', () => {
  it('turns the same column round and starts another ascending', () => {
    const turned = nextSort(FIRST_SORT, 'name');
    expect(turned.direction).toBe('descending');
    expect(nextSort(turned, 'name').direction).toBe('ascending');
    expect(nextSort(turned, 'created')).toEqual({ column: 'created', direction: 'ascending' });
  });
});
