import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../support/fake-clock.ts';
import { failsWith } from '../testing/sample-config.ts';
import { interceptedFileSystem, systemError } from '../testing/failing-file-system.ts';
import { Backups } from './backups.ts';
import { nodeFileSystem as fs } from './file-system.ts';

let folder: string;
let path: string;
let clock: FakeClock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-files-'));
  path = join(folder, 'config');
  clock = new FakeClock();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
describe('Backups', () => {
  it('keeps the last five of each file, dated, for their owner only', async () => {
    const backups = new Backups(join(folder, 'data', 'backups'), fs, clock);
    const kept: string[] = [];
    for (let number = 0; number < 7; number += 1) {
      kept.push(await backups.keep(path, bytes(`version ${number}`)));
      if (number % 2 === 0) clock.advance(61_000);
    }
    await backups.keep(join(folder, 'elsewhere', 'config'), bytes('other'));
    const names = await readdir(join(folder, 'data', 'backups'));
    expect(names).toHaveLength(6);
    for (const [index, copy] of kept.entries()) {
      if (index < 2) await expect(stat(copy)).rejects.toThrow('ENOENT');
      else expect(await readFile(copy, 'utf8')).toBe(`version ${index}`);
    }
    expect((await stat(kept[6] ?? '')).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'data', 'backups'))).mode & 0o777).toBe(0o700);
    expect(kept[0]).toMatch(/config\.[0-9a-f]{8}\.20261124T090000Z\.bak$/);
  });

  it('knows the newest of many made in one second', async () => {
    const backups = new Backups(folder, fs, clock);
    for (let number = 0; number < 9; number += 1) {
      const copy = await backups.keep(path, bytes(`version ${number}`));
      expect(await readFile(copy, 'utf8')).toBe(`version ${number}`);
    }
    const kept = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
    expect((await Promise.all(kept)).sort()).toEqual([4, 5, 6, 7, 8].map((number) => `version ${number}`));
  });

  it('keeps the copy it makes where the clock was set back', async () => {
    for (let number = 0; number < 6; number += 1) {
      const earlier = new FakeClock(clock.now() - number * 60_000);
      const copy = await new Backups(folder, fs, earlier).keep(path, bytes(`version ${number}`));
      expect(await readFile(copy, 'utf8')).toBe(`version ${number}`);
    }
  });

  it('keeps no second copy of what it holds', async () => {
    const backups = new Backups(folder, fs, clock);
    const first = await backups.keep(path, bytes('same'));
    clock.advance(1_000);
    expect(await backups.keep(path, bytes('same'))).toBe(first);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('says which disk is full, and leaves no half copy', async () => {
    const failing = interceptedFileSystem((name) => {
      if (name === 'write') throw systemError('ENOSPC');
    });
    await expect(new Backups(folder, failing, clock).keep(path, bytes('x'))).rejects.toEqual(
      failsWith('disk.full'),
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
