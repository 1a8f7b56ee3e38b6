import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectVersion } from '../../../shared/object-details.ts';
import { changeTimes, folderAt, lastUntil } from './folder-at.ts';

const version = (key: string, modified: number, deleteMarker = false): ObjectVersion => ({
  key,
  versionId: `${key}${modified}`,
  isLatest: false,
  deleteMarker,
  modified,
});
const VERSIONS = [
  version('a', 30),
  version('a', 10),
  version('b', 40, true),
  version('b', 20),
  version('c', 25),
];
const then = (at: number) =>
  folderAt(VERSIONS, at).map(({ version: { versionId }, since }) => `${versionId} ${since}`);

describe('folderAt', () => {
  it('shows what was there, and what became of it', () => {
    expect(then(5)).toEqual([]);
    expect(then(10)).toEqual(['a10 changed']);
    expect(then(25)).toEqual(['a10 changed', 'b20 deleted', 'c25 same']);
    expect(then(39)).toEqual(['a30 same', 'b20 deleted', 'c25 same']);
    expect(then(Infinity)).toEqual(['a30 same', 'c25 same']);
  });

  it('finds for each key the newest version until then, unless it is a marker', () => {
    const one = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      modified: fc.nat(20),
      deleteMarker: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), fc.nat(22), (raw, at) => {
        const versions = raw
          .map(({ key, modified, deleteMarker }) => version(key, modified, deleteMarker))
          .toSorted((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : y.modified - x.modified));
        const expected = ['a', 'b', 'c'].flatMap((key) => {
          const newest = versions.find((each) => each.key === key && each.modified <= at);
          return newest === undefined || newest.deleteMarker ? [] : [newest];
        });
        expect(folderAt(versions, at).map((entry) => entry.version)).toEqual(expected);
      }),
    );
  });
});

describe('changeTimes and lastUntil', () => {
  it('give each time once, oldest first, and find the last one until another', () => {
    const times = changeTimes([...VERSIONS, version('d', 10)]);
    expect(times).toEqual([10, 20, 25, 30, 40]);
    expect([5, 10, 24, 40, 99].map((at) => lastUntil(times, at))).toEqual([-1, 0, 1, 4, 4]);
    expect(lastUntil([], 5)).toBe(-1);
  });
});
