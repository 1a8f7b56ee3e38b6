import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../../../shared/app-error.ts';
import type { ListingView } from '../../../../../shared/listing.ts';
import type { RowStoreSpec } from '../row-store.ts';
import { LocalRowStores } from './local-row-stores.ts';
import { RowThread } from './row-threads.ts';
import { testPage } from './test-pages.ts';

const SPEC: RowStoreSpec = {
  bucket: 'b',
  partition: 'aws',
  baseUrl: 'https://b',
  prefix: 'p/',
  keep: 'rows',
  ordered: true,
};
const BY_NAME: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };
const KEYS = ['p/a', 'p/b', 'p/c'];

function page() {
  return testPage({ objects: KEYS.map((key, size) => ({ key, size })), folders: ['p/d/'] });
}

const threads: RowThread[] = [];

function thread(options?: ConstructorParameters<typeof RowThread>[0]): RowThread {
  const made = new RowThread(options);
  threads.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(threads.splice(0).map((made) => made.close()));
});

describe.each([
  ['a thread', () => thread()],
  ['the same thread as the caller', () => new LocalRowStores()],
])('a store on %s', { timeout: 60_000 }, (_, stores) => {
  it('answers every call after the additions made before it', async () => {
    const store = stores().open(SPEC);
    const added = store.add(1, page(), {});
    const rows = store.rows(BY_NAME, 0, 10);
    expect(await added).toMatchObject({ ok: true, rows: 4, folders: 1 });
    expect((await rows).rows.map(({ name }) => name)).toEqual(['d/', 'a', 'b', 'c']);
    expect(await store.find(BY_NAME, 'B', 'begins', 0)).toBe(2);
    expect(await store.select(BY_NAME, { kind: 'range', from: 0, to: 2, add: false })).toEqual({
      rows: 3,
      folders: 1,
      bytes: 1,
    });
    expect(await store.selection()).toEqual({ rows: 3, folders: 1, bytes: 1 });
    expect(await store.selectedKeys(0, 2)).toEqual(['p/d/', 'p/a']);
    expect(await store.text(BY_NAME, 'key')).toEqual({ text: 'p/d/\np/a\np/b\n', rows: 3, more: false });
    expect(await store.classes()).toEqual([{ storageClass: 'STANDARD', objects: 3, bytes: 3 }]);
    expect(await store.boundaries(2)).toEqual(['p/c']);
    await store.beginRefresh();
    await store.add(1, testPage({ objects: [{ key: 'p/a', size: 0 }] }), {});
    expect(await store.finishRefresh()).toEqual({ added: 0, removed: 3, changed: 0 });
    await store.beginRefresh();
    await store.abandonRefresh();
    expect(await store.rows(BY_NAME, 0, 10)).toMatchObject({ total: 1, covers: 1 });
  });

  it('keeps stores apart, and answers for a closed one that it is gone', async () => {
    const all = stores();
    const [one, other] = [all.open(SPEC), all.open(SPEC)];
    await one.add(1, page(), {});
    one.close();
    one.close();
    await expect(one.rows(BY_NAME, 0, 1)).rejects.toMatchObject({ error: { code: 'work.gone' } });
    expect(await other.rows(BY_NAME, 0, 1)).toMatchObject({ total: 0 });
  });
});

// Threads and processes take their time to start where the machine is busy.
const PATIENCE = { timeout: 60_000 };

describe('RowThread', PATIENCE, () => {
  it('takes the buffer of a page; one of a shared pool is copied', async () => {
    const store = thread().open(SPEC);
    const own = page();
    await store.add(1, own, {});
    expect(own.byteLength).toBe(0);
    const pooled = Buffer.from('no listing');
    expect(pooled.buffer.byteLength).toBeGreaterThan(pooled.length);
    expect(await store.add(1, pooled, {})).toEqual({ ok: false, reason: 'not-a-listing' });
    expect(pooled.toString()).toBe('no listing');
  });

  it('ends, and lets what is under way fail', async () => {
    const stores = thread();
    const store = stores.open(SPEC);
    const pending = store.add(1, page(), {});
    await Promise.all([
      expect(pending).rejects.toMatchObject({ error: { code: 'work.gone' } }),
      stores.close(),
    ]);
    expect(() => stores.open(SPEC)).toThrow('work.gone');
    await expect(store.selection()).rejects.toMatchObject({ error: { code: 'work.gone' } });
  });

  it('names a thread that ran out of memory, and starts another one for the next store', async () => {
    const failures: AppError[] = [];
    const stores = thread({
      limits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
      onFailure: (error) => failures.push(error),
    });
    const store = stores.open(SPEC);
    expect(await store.selection()).toMatchObject({ rows: 0 });
    // Each store keeps its spec, so these are more than there is room for.
    for (let i = 0; i < 10; i++) stores.open({ ...SPEC, baseUrl: String(i).repeat(4_000_000) });
    await expect(store.selection()).rejects.toMatchObject({ error: { code: 'work.out-of-memory' } });
    await expect(store.selection()).rejects.toMatchObject({ error: { code: 'work.out-of-memory' } });
    expect(failures).toMatchObject([{ code: 'work.out-of-memory' }]);
    expect(await stores.open(SPEC).selection()).toMatchObject({ rows: 0 });
  });

  it('does not keep the process alive, but does while a call is under way', async () => {
    const script = `
      import { RowThread } from './electron/core/s3/listing/rows/row-threads.ts';
      const store = new RowThread().open(${JSON.stringify(SPEC)});
      console.log(JSON.stringify(await store.selection()));`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      env: { PATH: process.env['PATH'] ?? '' },
    });
    expect((await run).stdout).toBe('{"rows":0,"folders":0,"bytes":0}\n');
  });
});
