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

describe('refresh', () => {
  it('shows the old rows until the new ones are complete, and keeps ids and selection by key', () => {
    const of = listing();
    of.add(1, testPage({ ...objects('p/a', 'p/b', 'p/c'), folders: ['p/x/', 'p/y/'] }), {});
    of.select(BY_NAME, { kind: 'all' });
    const before = of.rows(BY_NAME, 0, 10).rows;
    of.beginRefresh();
    const fresh = testPage({
      objects: [
        { key: 'p/a', size: 1 },
        { key: 'p/aa', size: 7 },
        { key: 'p/c', size: 30 },
      ],
      folders: ['p/w/', 'p/y/'],
    });
    expect(of.add(1, fresh, {})).toMatchObject({ rows: 5 });
    expect(of.rows(BY_NAME, 0, 10).rows).toEqual(before);
    expect(of.finishRefresh()).toEqual({ added: 2, removed: 2, changed: 1 });
    const after = of.rows(BY_NAME, 0, 10).rows;
    expect(after.map(({ name, selected }) => [name, selected])).toEqual([
      ['w/', false],
      ['y/', true],
      ['a', true],
      ['aa', false],
      ['c', true],
    ]);
    const idOf = (rows: typeof before, name: string) => rows.find((row) => row.name === name)?.id;
    for (const name of ['y/', 'a', 'c']) expect(idOf(after, name)).toBe(idOf(before, name));
    expect(before.map(({ id }) => id)).not.toContain(idOf(after, 'aa'));
    expect(of.selection()).toEqual({ rows: 3, folders: 1, bytes: 31 });
    expect(of.classes()).toEqual([{ storageClass: 'STANDARD', objects: 3, bytes: 38 }]);
  });

  it.each([
    ['the size', { size: 2 }],
    ['the date', { seconds: 5 }],
    ['the class', { storageClass: 'GLACIER' }],
    ['the ETag', { etag: '"f"' }],
  ])('notices that %s is different', (_, difference) => {
    const of = listing();
    of.add(1, testPage({ objects: [{ key: 'p/a' }, { key: 'p/b' }] }), {});
    of.beginRefresh();
    of.add(1, testPage({ objects: [{ key: 'p/a' }, { key: 'p/b', ...difference }] }), {});
    expect(of.finishRefresh()).toEqual({ added: 0, removed: 0, changed: 1 });
  });

  it('goes on in the same ranges afterwards, and forgets an abandoned one', () => {
    const of = listing();
    of.add(2, testPage(objects('p/m')), {});
    of.add(1, testPage(objects('p/a')), {});
    of.beginRefresh();
    of.add(1, testPage(objects('p/a')), {});
    of.add(2, testPage(objects('p/m')), {});
    of.finishRefresh();
    of.add(1, testPage(objects('p/b')), {});
    of.beginRefresh();
    of.add(1, testPage(objects('p/zzz')), {});
    of.abandonRefresh();
    expect(names(of)).toEqual(['a', 'b', 'm']);
    expect(of.finishRefresh()).toEqual({ added: 0, removed: 0, changed: 0 });
  });

  it('compares by key in a store without order, too', () => {
    const of = listing({ ordered: false });
    of.add(1, testPage(objects('p/c', 'p/a', 'p/b')), {});
    of.beginRefresh();
    of.add(1, testPage(objects('p/d', 'p/b', 'p/c')), {});
    expect(of.finishRefresh()).toEqual({ added: 1, removed: 1, changed: 2 });
    expect(names(of)).toEqual(['b', 'c', 'd']);
  });
});
