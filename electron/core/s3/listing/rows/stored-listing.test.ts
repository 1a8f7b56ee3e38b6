import { describe, expect, it } from 'vitest';
import type { ListingView } from '../../../../../shared/listing.ts';
import type { RowStoreSpec } from '../row-store.ts';
import { StoredListing } from './stored-listing.ts';
import { type TestPage, testPage } from './test-pages.ts';

const SPEC: RowStoreSpec = {
  bucket: 'b',
  partition: 'aws',
  baseUrl: 'https://b.s3.eu-central-1.amazonaws.com',
  prefix: 'p/',
  keep: 'rows',
  ordered: true,
};
const BY_NAME: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };

function listing(spec: Partial<RowStoreSpec> = {}, now = () => 0): StoredListing {
  return new StoredListing({ ...SPEC, ...spec }, now);
}

function names(of: StoredListing, view = BY_NAME): string[] {
  return of.rows(view, 0, 1000).rows.map(({ name }) => name);
}

/** Objects `p/1` to `p/n`, of sizes that count up. */
function objects(...keys: string[]): TestPage {
  return { objects: keys.map((key, i) => ({ key, size: i + 1 })) };
}

describe('adding pages', () => {
  it('puts folders before objects and ranges in the order of their keys, whichever came first', () => {
    const of = listing();
    of.add(2, testPage({ ...objects('p/m', 'p/z'), folders: ['p/n/'] }), {});
    of.add(1, testPage({ ...objects('p/a', 'p/c'), folders: ['p/b/'] }), {});
    of.add(2, testPage(objects('p/zz')), {});
    expect(names(of)).toEqual(['b/', 'n/', 'a', 'c', 'm', 'z', 'zz']);
  });

  it('leaves out what lies outside the bounds, both ends excluded', () => {
    const digest = listing().add(1, testPage(objects('p/a', 'p/b', 'p/c', 'p/d')), {
      after: 'p/a',
      before: 'p/d',
    });
    expect(digest).toEqual({
      ok: true,
      seen: 2,
      rows: 2,
      folders: 0,
      bytes: 5,
      first: 'p/a',
      last: 'p/d',
      reachedEnd: true,
      isTruncated: false,
      samples: ['p/a', 'p/b', 'p/c', 'p/d'],
      disordered: false,
    });
  });

  it('orders and bounds by bytes, not by UTF-16', () => {
    const of = listing();
    const digest = of.add(1, testPage(objects('p/\uffee', 'p/😀')), { before: 'p/😀' });
    expect(digest).toMatchObject({ disordered: false, seen: 1, last: 'p/😀', reachedEnd: true });
  });

  it('keeps nothing of a page that is disordered in itself, or comes again', () => {
    const of = listing();
    expect(of.add(1, testPage(objects('p/b', 'p/a')), {})).toMatchObject({
      disordered: true,
      rows: 0,
      first: 'p/a',
    });
    expect(of.add(1, testPage(objects('p/a', 'p/a')), {})).toMatchObject({ disordered: true, rows: 0 });
    expect(of.add(1, testPage(objects('p/c', 'p/d')), {})).toMatchObject({ disordered: false, rows: 2 });
    expect(of.add(1, testPage(objects('p/c', 'p/d')), {})).toMatchObject({ disordered: true, rows: 0 });
    expect(names(of)).toEqual(['c', 'd']);
  });

  it('keeps nothing of a broken page, nor of one with a key outside the prefix', () => {
    const of = listing();
    const whole = testPage(objects('p/a', 'p/b'));
    expect(of.add(1, whole.slice(0, -30), {})).toEqual({ ok: false, reason: 'truncated' });
    expect(of.add(1, testPage(objects('p/a', 'q/b')), {})).toEqual({ ok: false, reason: 'malformed' });
    expect(names(of)).toEqual([]);
    expect(of.add(1, whole, {})).toMatchObject({ ok: true, rows: 2 });
  });

  it('names up to sixteen keys, evenly spread', () => {
    const keys = Array.from({ length: 100 }, (_, i) => `p/${String(i).padStart(2, '0')}`);
    const digest = listing().add(1, testPage({ ...objects(...keys), nextToken: 'more' }), {});
    expect(digest).toMatchObject({ isTruncated: true, nextToken: 'more', first: 'p/00', last: 'p/99' });
    const samples = digest.ok ? digest.samples : [];
    expect(samples).toHaveLength(16);
    expect(samples.slice(0, 2)).toEqual(['p/00', 'p/07']);
    expect(samples.at(-1)).toBe('p/99');
  });

  it('takes any order from a store that has none, and sorts by name', () => {
    const of = listing({ ordered: false });
    expect(of.add(1, testPage(objects('p/c', 'p/a')), {})).toMatchObject({ disordered: false, first: 'p/a' });
    of.add(1, testPage({ ...objects('p/b'), folders: ['p/z/', 'p/y/'] }), {});
    expect(names(of)).toEqual(['y/', 'z/', 'a', 'b', 'c']);
  });

  it('keeps a key that equals the prefix, as a row without a name', () => {
    const of = listing();
    of.add(1, testPage(objects('p/', 'p/a')), {});
    expect(names(of)).toEqual(['', 'a']);
  });

  it('counts by storage class without rows where only totals are wanted', () => {
    const of = listing({ keep: 'totals' });
    const page = testPage({
      objects: [
        { key: 'p/a', size: 1, storageClass: 'GLACIER' },
        { key: 'p/b', size: 2 },
        { key: 'p/c', size: 4, storageClass: 'STANDARD' },
      ],
    });
    expect(of.add(1, page, {})).toMatchObject({ seen: 3, rows: 0, bytes: 7 });
    expect(of.classes()).toEqual([
      { storageClass: 'GLACIER', objects: 1, bytes: 1 },
      { storageClass: 'STANDARD', objects: 2, bytes: 6 },
    ]);
    expect(of.rows(BY_NAME, 0, 10)).toMatchObject({ total: 0, covers: 0 });
  });
});

describe('criteria', () => {
  const page = () =>
    testPage({
      objects: [
        { key: 'p/a/Report.CSV', size: 10, seconds: 1000, storageClass: 'GLACIER' },
        { key: 'p/b/report.txt', size: 20, seconds: 2000 },
        { key: 'p/c/other.csv', size: 30, seconds: 3000, storageClass: 'STANDARD' },
      ],
    });
  const found = (criteria: RowStoreSpec['criteria']) => {
    const of = listing({ criteria });
    const digest = of.add(1, page(), {});
    expect(digest).toMatchObject({ seen: 3, rows: names(of).length });
    return names(of);
  };

  it.each([
    [{ name: 'REPORT' }, ['a/Report.CSV', 'b/report.txt']],
    [{ name: '*.csv' }, ['a/Report.CSV', 'c/other.csv']],
    [{ name: '?/r*.???' }, ['a/Report.CSV', 'b/report.txt']],
    [{ minSize: 20, maxSize: 20 }, ['b/report.txt']],
    [{ modifiedFrom: 2_000_000 }, ['b/report.txt', 'c/other.csv']],
    [{ modifiedTo: 1_999_999 }, ['a/Report.CSV']],
    [{ storageClasses: ['STANDARD'] }, ['b/report.txt', 'c/other.csv']],
    [{ name: 'o', minSize: 15, storageClasses: ['STANDARD'] }, ['b/report.txt', 'c/other.csv']],
    [{}, ['a/Report.CSV', 'b/report.txt', 'c/other.csv']],
  ])('%j', (criteria, expected) => {
    expect(found(criteria)).toEqual(expected);
  });

  it('asks folders for their name only', () => {
    const folders = { folders: ['p/Logs/', 'p/other/'] };
    const byName = listing({ criteria: { name: 'l*s' } });
    byName.add(1, testPage(folders), {});
    expect(names(byName)).toEqual(['Logs/']);
    const bySize = listing({ criteria: { name: 'l*s', minSize: 0 } });
    bySize.add(1, testPage(folders), {});
    expect(names(bySize)).toEqual([]);
  });
});

describe('fixed views', () => {
  const bySize: ListingView = { sort: { column: 'size', direction: 'descending' }, filter: '' };

  it('renews a sorted view no more often than four times what it cost', () => {
    let time = 0;
    // Each reading of the clock takes 10 ms, so a view costs 10.
    const of = listing({}, () => (time += 10));
    of.add(1, testPage(objects('p/a')), {});
    expect(of.rows(bySize, 0, 10)).toMatchObject({ total: 1, covers: 1 });
    of.add(1, testPage(objects('p/b')), {});
    expect(of.rows(bySize, 0, 10)).toMatchObject({ total: 1, covers: 1 });
    expect(of.rows(BY_NAME, 0, 10)).toMatchObject({ total: 2, covers: 2 });
    time += 100;
    expect(of.rows(bySize, 0, 10)).toMatchObject({ total: 2, covers: 2 });
  });

  it('selects by the view that was shown, though rows have come since', () => {
    const of = listing();
    of.add(2, testPage(objects('p/m', 'p/n')), {});
    of.rows(BY_NAME, 0, 10);
    of.add(1, testPage(objects('p/a')), {});
    of.select(BY_NAME, { kind: 'only', index: 1 });
    expect(of.selectedKeys(0, 10)).toEqual(['p/n']);
  });

  it('finds a row again by its id', () => {
    const of = listing();
    of.add(2, testPage(objects('p/m', 'p/n')), {});
    const [, second] = of.rows(BY_NAME, 0, 10).rows;
    of.add(1, testPage(objects('p/a', 'p/b')), {});
    const again = of.rows(BY_NAME, 1, 1, second?.id);
    expect(again).toMatchObject({ from: 3, anchorIndex: 3, rows: [{ name: 'n' }] });
    expect(of.rows({ ...BY_NAME, filter: 'm' }, 0, 1, second?.id)).not.toHaveProperty('anchorIndex');
  });

  it('counts versions with every change that can be seen', () => {
    const of = listing();
    const versions = [of.rows(BY_NAME, 0, 1).version];
    of.add(1, testPage(objects('p/a')), {});
    versions.push(of.rows(BY_NAME, 0, 1).version);
    of.select(BY_NAME, { kind: 'all' });
    versions.push(of.rows(BY_NAME, 0, 1).version, of.rows(BY_NAME, 0, 1).version);
    expect(versions).toEqual([0, 1, 2, 2]);
  });
});

describe('find', () => {
  it('begins with a text in any case, from an index on and round; equals exactly', () => {
    const of = listing();
    of.add(1, testPage({ ...objects('p/Beta', 'p/alpha', 'p/beta', 'p/été'), folders: ['p/bin/'] }), {});
    expect(of.find(BY_NAME, 'be', 'begins', 0)).toBe(1);
    expect(of.find(BY_NAME, 'be', 'begins', 2)).toBe(3);
    expect(of.find(BY_NAME, 'bi', 'begins', 4)).toBe(0);
    expect(of.find(BY_NAME, 'É', 'begins', 0)).toBe(4);
    expect(of.find(BY_NAME, 'beta', 'equals', 0)).toBe(3);
    expect(of.find(BY_NAME, 'bet', 'equals', 0)).toBeUndefined();
    expect(listing().find(BY_NAME, 'a', 'begins', 0)).toBeUndefined();
  });
});

describe('boundaries', () => {
  it('cuts folders and objects together into equal parts', () => {
    const of = listing();
    of.add(
      1,
      testPage({ ...objects('p/a', 'p/c', 'p/e', 'p/g'), folders: ['p/b/', 'p/d/', 'p/f/', 'p/h/'] }),
      {},
    );
    expect(of.boundaries(4)).toEqual(['p/c', 'p/e', 'p/g']);
    expect(of.boundaries(8)).toEqual(['p/b/', 'p/c', 'p/d/', 'p/e', 'p/f/', 'p/g', 'p/h/']);
    expect(of.boundaries(100)).toHaveLength(7);
    expect(listing().boundaries(4)).toEqual([]);
  });
});
