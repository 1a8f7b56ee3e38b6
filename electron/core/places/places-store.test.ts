import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../../shared/places.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { PlacesStore } from './places-store.ts';

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'places-')), 'app');
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

const prod: RoleTarget = { kind: 'profile', profile: 'prod-ro' };
const role: RoleTarget = {
  kind: 'role',
  sessionId: 'sso-session:acme',
  accountId: '111122223333',
  roleName: 'ReadOnly',
};
const place = (bucket: string, prefix = ''): Place => ({ target: prod, bucket, prefix });
const open = (now = 1_000) => PlacesStore.open(folder, { now: () => now });

describe('PlacesStore', () => {
  it('keeps bookmarks, recents and buckets over a restart, in a file of its owner’s', async () => {
    const store = await open();
    await store.change({ kind: 'bookmark', bookmark: { ...place('invoices', 'a//../b /'), label: '請求' } });
    await store.change({ kind: 'visit', place: { ...place('media'), target: role } });
    await store.change({
      kind: 'remember-bucket',
      bucket: { target: prod, bucket: 'shared', region: 'eu-west-1', requesterPays: true },
    });
    const again = await open();
    expect(again.snapshots.value).toEqual(store.snapshots.value);
    expect(again.snapshots.value).toEqual({
      bookmarks: [{ target: prod, bucket: 'invoices', prefix: 'a//../b /', label: '請求' }],
      recents: [{ target: role, bucket: 'media', prefix: '', visitedAt: 1_000 }],
      buckets: [{ target: prod, bucket: 'shared', region: 'eu-west-1', requesterPays: true }],
    });
    if (process.platform !== 'win32')
      expect((await stat(join(folder, 'places.json'))).mode & 0o777).toBe(0o600);
  });

  it('has each place once: newest first in the recents, renamed where it stands in the bookmarks', async () => {
    const store = await open();
    for (const bucket of ['one', 'two', 'one']) await store.change({ kind: 'visit', place: place(bucket) });
    expect(store.snapshots.value.recents.map(({ bucket }) => bucket)).toEqual(['one', 'two']);
    for (const [bucket, label] of [
      ['one', ''],
      ['two', ''],
      ['one', 'first'],
    ] as const)
      await store.change({ kind: 'bookmark', bookmark: { ...place(bucket), label } });
    expect(store.snapshots.value.bookmarks.map(({ bucket, label }) => [bucket, label])).toEqual([
      ['one', 'first'],
      ['two', ''],
    ]);
    await store.change({ kind: 'remove-bookmark', place: place('one') });
    await store.change({ kind: 'clear-recents' });
    expect(store.snapshots.value).toMatchObject({ bookmarks: [{ bucket: 'two' }], recents: [] });
  });

  it('tells the places of one role from those of another', async () => {
    const store = await open();
    const theirs = { target: role, bucket: 'shared' };
    await store.change({ kind: 'remember-bucket', bucket: { target: prod, bucket: 'shared' } });
    await store.change({ kind: 'remember-bucket', bucket: theirs });
    await store.change({ kind: 'forget-bucket', target: prod, bucket: 'shared' });
    expect(store.snapshots.value.buckets).toEqual([theirs]);
  });

  it('forgets the oldest where there are too many', async () => {
    const store = await open();
    const changes = Array.from({ length: 51 }, (_, index) =>
      store.change({ kind: 'visit', place: place(`bucket-${index}`) }),
    );
    await Promise.all(changes);
    const { recents } = store.snapshots.value;
    expect([recents.length, recents[0]?.bucket, recents.at(-1)?.bucket]).toEqual([
      50,
      'bucket-50',
      'bucket-1',
    ]);
    expect((await open()).snapshots.value.recents).toHaveLength(50);
  });

  it('sets a damaged file aside', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'places.json'), '{"bookmarks": [');
    const store = await open();
    expect(store.snapshots.value.bookmarks).toEqual([]);
    expect(await readdir(folder)).toEqual(['places.json.damaged']);
    expect(await readFile(join(folder, 'places.json.damaged'), 'utf8')).toBe('{"bookmarks": [');
  });

  it('leaves out entries that it doesn’t understand', async () => {
    await mkdir(folder, { recursive: true });
    const recents = [
      { ...place('a'), visitedAt: 1 },
      { ...place('b'), visitedAt: 'x' },
      { ...place('c'), visitedAt: 3 },
    ];
    const bookmarks = [{ bucket: 3 }, { ...place('d'), label: '' }];
    await writeFile(join(folder, 'places.json'), JSON.stringify({ bookmarks, recents, buckets: [null] }));
    const { value } = (await open()).snapshots;
    expect(value.recents.map(({ bucket }) => bucket)).toEqual(['a', 'c']);
    expect(value.bookmarks.map(({ bucket }) => bucket)).toEqual(['d']);
    expect(value.buckets).toEqual([]);
  });

  it('says so where it can’t be written, and keeps the change meanwhile', async () => {
    await mkdir(join(folder, 'places.json'), { recursive: true });
    const store = await open();
    const change = store.change({ kind: 'bookmark', bookmark: { ...place('invoices'), label: '' } });
    await expect(change).rejects.toMatchObject({ error: { code: 'disk.refused' } });
    expect(store.snapshots.value.bookmarks).toHaveLength(1);
  });
});
