import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { MOST_USED } from './change-marks.ts';
import { MarksStore } from './marks-store.ts';

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'marks-')), 'app');
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

const profile = (name: string): RoleTarget => ({ kind: 'profile', profile: name });
const role = (session: string): RoleTarget => ({
  kind: 'role',
  sessionId: `sso-session:${session}`,
  accountId: '111122223333',
  roleName: 'ReadOnly',
});
const open = (now = 1_000) => MarksStore.open(folder, { now: () => now });
const path = () => join(folder, 'marks.json');

describe('MarksStore', () => {
  it('keeps what was noted over a restart, in a file of its owner’s', async () => {
    const store = await open();
    await store.set({ target: profile('prod'), starred: true, colour: 'red', production: true });
    await store.set({ target: role('acme'), used: true });
    const expected = [
      { target: profile('prod'), starred: true, colour: 'red', production: true, usedAt: 0 },
      { target: role('acme'), starred: false, usedAt: 1_000 },
    ];
    expect(store.snapshots.value).toEqual(expected);
    expect((await open()).snapshots.value).toEqual(expected);
    if (process.platform !== 'win32') expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('changes only what is named, and takes away with null', async () => {
    const store = await open();
    await store.set({ target: profile('prod'), starred: true, colour: 'red', production: false });
    await store.set({ target: profile('prod'), colour: null });
    expect(store.snapshots.value).toEqual([
      { target: profile('prod'), starred: true, production: false, usedAt: 0 },
    ]);
    await store.set({ target: profile('prod'), production: null, starred: false });
    expect(store.snapshots.value).toEqual([]);
  });

  it('takes what was noted along to a new name', async () => {
    const store = await open();
    await store.set({ target: profile('old'), starred: true });
    await store.set({ target: profile('new'), colour: 'blue' });
    await store.set({ target: role('acme'), colour: 'green' });
    await store.renamed('profile', 'old', 'new');
    await store.renamed('session', 'acme', 'acme-eu');
    await store.renamed('profile', 'nobody', 'somebody');
    const expected = [
      { target: profile('new'), starred: true, usedAt: 0 },
      { target: role('acme-eu'), starred: false, colour: 'green', usedAt: 0 },
    ];
    expect(store.snapshots.value).toEqual(expected);
    expect((await open()).snapshots.value).toEqual(expected);
  });

  it('forgets those used longest ago, but nothing that a person noted', async () => {
    let now = 0;
    const store = await MarksStore.open(folder, { now: () => (now += 1) });
    await store.set({ target: profile('noted'), starred: true });
    for (let index = 0; index <= MOST_USED; index += 1)
      await store.set({ target: profile(`used-${index}`), used: true });
    const names = store.snapshots.value.map(({ target }) => target.kind === 'profile' && target.profile);
    expect(names).toHaveLength(MOST_USED + 1);
    expect(names).toContain('noted');
    expect(names).not.toContain('used-0');
    expect(names).toContain(`used-${MOST_USED}`);
  });

  it('sets a damaged file aside', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(path(), '{"marks": [');
    const store = await open();
    expect(store.snapshots.value).toEqual([]);
    expect(await readdir(folder)).toEqual(['marks.json.damaged']);
    expect(await readFile(`${path()}.damaged`, 'utf8')).toBe('{"marks": [');
  });

  it('leaves out entries that it doesn’t understand', async () => {
    await mkdir(folder, { recursive: true });
    const good = { target: profile('a'), starred: true, usedAt: 3 };
    const marks = [good, { ...good, colour: 'mauve' }, null, { starred: true, usedAt: 1 }];
    await writeFile(path(), JSON.stringify({ marks }));
    expect((await open()).snapshots.value).toEqual([good]);
  });

  it('says so where it can’t be written, and keeps the change meanwhile', async () => {
    await mkdir(path(), { recursive: true });
    const store = await open();
    const change = store.set({ target: profile('prod'), starred: true });
    await expect(change).rejects.toMatchObject({ error: { code: 'disk.refused' } });
    expect(store.snapshots.value).toHaveLength(1);
  });
});
