import { writeFileSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../../../../shared/app-error.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { failsWith } from '../testing/sample-config.ts';
import { interceptedFileSystem, systemError } from '../testing/failing-file-system.ts';
import { FileLock, lockPath } from './file-lock.ts';
import { type FileSystem, nodeFileSystem as fs } from './file-system.ts';
import { FileChanged } from './staged-file.ts';
import { readTarget } from './target-file.ts';
import { writeFiles } from './write-files.ts';

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
/** Reads, locks and writes one file. */
async function write(text: string | undefined, files = fs): Promise<void> {
  const file = await readTarget(path, files);
  const lock = await FileLock.acquire(file, files, clock);
  try {
    await writeFiles([{ file, lock, ...(text === undefined ? {} : { bytes: bytes(text) }) }], files);
  } finally {
    await lock.release();
  }
}

describe('writeFiles', () => {
  it('makes a new file that only its owner may read, and leaves nothing else behind', async () => {
    await write('new');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['config']);
  });

  it('makes the folder, for its owner only', async () => {
    path = join(folder, 'home', '.aws', 'config');
    await write('new');
    expect((await stat(join(folder, 'home', '.aws'))).mode & 0o777).toBe(0o700);
  });

  it.each([0o644, 0o600, 0o640])('keeps a file’s mode', async (mode) => {
    await writeFile(path, 'old');
    await chmod(path, mode);
    await write('new');
    expect((await stat(path)).mode & 0o777).toBe(mode);
  });

  it.runIf(process.getuid?.() === 0)('keeps a file’s owner where it may (run by root)', async () => {
    await writeFile(path, 'old');
    await chown(path, 1234, 4321);
    await write('new');
    expect(await stat(path)).toMatchObject({ uid: 1234, gid: 4321 });
  });

  it('writes what symbolic links lead to, and keeps the links', async () => {
    await mkdir(join(folder, 'dotfiles'));
    await writeFile(join(folder, 'dotfiles', 'aws'), 'old');
    await symlink('dotfiles/aws', join(folder, 'step'));
    await symlink(join(folder, 'step'), path);
    await write('new');
    expect(await readFile(join(folder, 'dotfiles', 'aws'), 'utf8')).toBe('new');
    expect(await readdir(join(folder, 'dotfiles'))).toEqual(['aws']);
    expect((await stat(join(folder, 'step'))).isFile()).toBe(true);
  });

  it('makes the file that a dangling link names, as the AWS CLI does', async () => {
    await symlink('elsewhere', path);
    await write('new');
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('new');
  });

  it('makes no folder behind a dangling link', async () => {
    await symlink('nowhere/config', path);
    await expect(write('new')).rejects.toEqual(failsWith('config.not-writable', { path }));
    expect(await readdir(folder)).toEqual(['config']);
  });

  it('says so where links lead round in a circle', async () => {
    await symlink('other', path);
    await symlink('config', join(folder, 'other'));
    await expect(write('new')).rejects.toEqual(failsWith('config.unreadable', { path, reason: 'ELOOP' }));
  });

  it('refuses a folder in place of the file, binary and huge ones', async () => {
    await mkdir(path);
    await expect(write('new')).rejects.toEqual(failsWith('config.unreadable', { reason: 'EISDIR' }));
    path = join(folder, 'binary');
    await writeFile(path, 'a\0b');
    await expect(write('new')).rejects.toEqual(failsWith('config.unreadable', { reason: 'binary' }));
    path = join(folder, 'huge');
    await writeFile(path, Buffer.alloc(10 * 1024 * 1024 + 1, 0x0a));
    await expect(write('new')).rejects.toEqual(failsWith('config.unreadable', { reason: 'too-large' }));
  });

  it('doesn’t replace a file that is marked read-only, not even as root', async () => {
    await writeFile(path, 'old');
    await chmod(path, 0o444);
    await expect(write('new')).rejects.toEqual(failsWith('config.not-writable', { path }));
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['config']);
  });

  it('says so where the path leads through a file', async () => {
    await writeFile(path, 'old');
    path = join(path, 'config');
    await expect(write('new')).rejects.toEqual(failsWith('config.unreadable', { reason: 'ENOTDIR' }));
  });

  const FAULTS: [operation: string, at: RegExp, system: string, code: AppErrorCode][] = [
    ['open', /lock$/, 'EROFS', 'config.not-writable'],
    ['open', /lock$/, 'EACCES', 'config.not-writable'],
    ['write', /lock$/, 'ENOSPC', 'disk.full'],
    ['access', /config$/, 'EACCES', 'config.not-writable'],
    ['open', /tmp$/, 'EROFS', 'config.not-writable'],
    ['write', /tmp$/, 'ENOSPC', 'disk.full'],
    ['write', /tmp$/, 'EDQUOT', 'disk.full'],
    ['sync', /tmp$/, 'ENOSPC', 'disk.full'],
    ['rename', /config$/, 'EPERM', 'config.not-writable'],
    ['rename', /config$/, 'ENOSPC', 'disk.full'],
  ];
  it.each(FAULTS)('%s of %s fails with %s: %s, and all is as it was', async (operation, at, system, code) => {
    await writeFile(path, 'old');
    const failing = interceptedFileSystem((name, where) => {
      if (name === operation && at.test(where)) throw systemError(system);
    });
    await expect(write('new', failing)).rejects.toEqual(failsWith(code, { path }));
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['config']);
  });

  it('a folder that can’t be synced is no failure', async () => {
    const failing = interceptedFileSystem((name, where) => {
      if (name === 'open' && where === folder) throw systemError('EPERM');
    });
    await write('new', failing);
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('writes nothing over what another program wrote since the file was read', async () => {
    await writeFile(path, 'old');
    const meddling = interceptedFileSystem((name, where) => {
      if (name === 'sync' && where.endsWith('.tmp')) fs.renameSync(theirs, path);
    });
    const theirs = join(folder, 'theirs');
    await writeFile(theirs, 'theirs');
    await expect(write('new', meddling)).rejects.toBeInstanceOf(FileChanged);
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect(await readdir(folder)).toEqual(['config']);
  });

  it('writes nothing once its lock was taken away', async () => {
    await writeFile(path, 'old');
    const meddling = interceptedFileSystem((name, where) => {
      if (name === 'sync' && where.endsWith('.tmp')) {
        fs.renameSync(`${lockPath(path)}.x`, lockPath(path));
      }
    });
    const file = await readTarget(path, meddling);
    const lock = await FileLock.acquire(file, meddling, clock);
    await writeFile(`${lockPath(path)}.x`, '{}');
    // The file with the foreign lock's contents would be cleared away as a leftover.
    const keeping = { ...meddling, readdir: () => Promise.resolve([]) };
    await expect(writeFiles([{ file, lock, bytes: bytes('new') }], keeping)).rejects.toEqual(
      failsWith('config.locked'),
    );
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readFile(lockPath(path), 'utf8')).toBe('{}');
  });

  it('of two files, takes the first back where the second can’t be put in its place', async () => {
    const other = join(folder, 'credentials');
    await writeFile(path, 'old config');
    await writeFile(other, 'old credentials');
    const failing = interceptedFileSystem((name, where) => {
      if (name === 'rename' && where === path) throw systemError('EROFS');
    });
    const files = await Promise.all([readTarget(other, failing), readTarget(path, failing)]);
    const locks = await Promise.all(files.map((file) => FileLock.acquire(file, failing, clock)));
    const writes = files.map((file, index) => ({
      file,
      bytes: bytes('new'),
      lock: locks[index] as FileLock,
    }));
    await expect(writeFiles(writes, failing)).rejects.toEqual(failsWith('config.not-writable', { path }));
    await Promise.all(locks.map((lock) => lock.release()));
    expect(await readFile(path, 'utf8')).toBe('old config');
    expect(await readFile(other, 'utf8')).toBe('old credentials');
    expect(await readdir(folder)).toEqual(['config', 'credentials']);
  });

  it('removes a file, and makes none again that was new where a later one fails', async () => {
    const other = join(folder, 'credentials');
    const failing = interceptedFileSystem((name, where) => {
      if (name === 'rename' && where === path) throw systemError('EROFS');
    });
    const files = await Promise.all([readTarget(other, failing), readTarget(path, failing)]);
    const locks = await Promise.all(files.map((file) => FileLock.acquire(file, failing, clock)));
    const writes = files.map((file, index) => ({
      file,
      bytes: bytes('new'),
      lock: locks[index] as FileLock,
    }));
    await expect(writeFiles(writes, failing)).rejects.toEqual(failsWith('config.not-writable'));
    await Promise.all(locks.map((lock) => lock.release()));
    expect(await readdir(folder)).toEqual([]);
    await writeFile(path, 'old');
    await write(undefined);
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives another program no moment between the last look at a file and its removal', async () => {
    await writeFile(path, 'ours');
    const theirTurn = (where: string) => {
      if (where === path) queueMicrotask(() => writeFileSync(path, 'theirs'));
    };
    const meddling: FileSystem = {
      ...fs,
      readFile: async (where) => {
        const read = await fs.readFile(where);
        theirTurn(where);
        return read;
      },
      readFileSync: (where) => {
        theirTurn(where);
        return fs.readFileSync(where);
      },
    };
    const file = await readTarget(path, fs);
    const lock = await FileLock.acquire(file, fs, clock);
    await writeFiles([{ file, lock }], meddling);
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe('theirs');
  });

  it('clears away what killed processes left', async () => {
    await writeFile(path, 'old');
    const left = ['.config.bucket-porter-1234.tmp', 'config.bucket-porter.lock.0123456789abcdef'];
    const foreign = ['.credentials.bucket-porter-1234.tmp', 'config.tmp', '.config.tmp'];
    for (const name of [...left, ...foreign]) await writeFile(join(folder, name), 'x');
    await write('new');
    expect((await readdir(folder)).sort()).toEqual([...foreign, 'config'].sort());
  });
});
