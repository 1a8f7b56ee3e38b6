import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../support/fake-clock.ts';
import { failsWith } from '../testing/sample-config.ts';
import { interceptedFileSystem } from '../testing/failing-file-system.ts';
import { FileLock, lockPath } from './file-lock.ts';
import { nodeFileSystem as fs } from './file-system.ts';
import { readTarget } from './target-file.ts';

let folder: string;
let path: string;
let clock: FakeClock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-files-'));
  path = join(folder, 'config');
  clock = new FakeClock();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('FileLock', () => {
  const holder = (more: object = {}) =>
    JSON.stringify({ pid: process.pid, host: hostname(), at: clock.now(), token: 'foreign', ...more });
  const deadPid = () => spawnSync('true').pid;
  const acquire = async (files = fs) => FileLock.acquire(await readTarget(path, files), files, clock);

  it('waits for whoever holds it', async () => {
    const first = await acquire();
    const second = acquire();
    await clock.sleeping();
    await first.release();
    await clock.skip();
    const held = await second;
    expect(held.isHeld()).toBe(true);
    await held.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives up after five seconds', async () => {
    await writeFile(lockPath(path), holder({ pid: process.ppid }));
    const begun = clock.now();
    const progress = { ended: false };
    const outcome = acquire()
      .catch((thrown: unknown) => thrown)
      .finally(() => (progress.ended = true));
    while (!progress.ended) {
      if (clock.nextWake !== undefined) clock.advance(clock.nextWake);
      await new Promise(setImmediate);
    }
    expect(await outcome).toEqual(failsWith('config.locked', { path }));
    expect(clock.now() - begun).toBeGreaterThanOrEqual(5_000);
    expect(clock.now() - begun).toBeLessThan(5_200);
    expect(await readFile(lockPath(path), 'utf8')).toBe(holder({ pid: process.ppid, at: begun }));
  });

  it.each<[string, () => string]>([
    ['of a process that ended', () => holder({ pid: deadPid() })],
    ['under our own number, of a predecessor', () => holder()],
    ['held for longer than any change takes', () => holder({ pid: process.ppid, at: clock.now() - 31_000 })],
    ['of another machine, held as long', () => holder({ host: 'other', pid: 1, at: clock.now() - 31_000 })],
  ])('clears away one %s', async (_what, text) => {
    await writeFile(lockPath(path), text());
    const lock = await acquire();
    expect(lock.isHeld()).toBe(true);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('clears away an empty one only when its maker must be gone', async () => {
    await writeFile(lockPath(path), '');
    clock = new FakeClock((await stat(lockPath(path))).mtimeMs + 1_000);
    const waiting = acquire();
    await clock.sleeping();
    clock.advance(1_500);
    const lock = await waiting;
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('clears away a claim whose maker died while clearing away', async () => {
    const dead = deadPid();
    await writeFile(lockPath(path), holder({ pid: dead }));
    let claims = 0;
    // The first claim is found as one that a dead process left.
    const meddling = interceptedFileSystem((name, where) => {
      if (name !== 'open' || !where.startsWith(`${lockPath(path)}.`)) return;
      claims += 1;
      if (claims === 1) writeFileSync(where, holder({ pid: dead, token: 'claimer' }));
    });
    const lock = await acquire(meddling);
    expect(lock.isHeld()).toBe(true);
    expect(claims).toBeGreaterThanOrEqual(3);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of many who find the same stale lock, one at a time gets it', async () => {
    await writeFile(lockPath(path), holder({ pid: deadPid() }));
    let inside = 0;
    let most = 0;
    let done = 0;
    const work = Array.from({ length: 12 }, async () => {
      const lock = await acquire();
      inside += 1;
      most = Math.max(most, inside);
      await new Promise(setImmediate);
      inside -= 1;
      await lock.release();
      done += 1;
    });
    while (done < work.length) {
      if (clock.nextWake !== undefined) clock.advance(Math.min(clock.nextWake, 60));
      await new Promise(setImmediate);
    }
    await Promise.all(work);
    expect(most).toBe(1);
  });
});
