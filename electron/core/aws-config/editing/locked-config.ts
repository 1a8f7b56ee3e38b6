import { failure } from '../../app-failure.ts';
import type { Clock } from '../../ports.ts';
import type { ConfigPaths } from '../config-paths.ts';
import { type ConfigReading, readConfig } from './config-reading.ts';
import type { Backups } from './files/backups.ts';
import { FileLock } from './files/file-lock.ts';
import type { FileSystem } from './files/file-system.ts';
import { FileChanged, sameBytes } from './files/staged-file.ts';
import type { TargetFile } from './files/target-file.ts';
import { type FileWrite, writeFiles } from './files/write-files.ts';
import type { FileRole } from './plan/config-files.ts';

/** Another program that writes all the time must not keep us busy for ever. */
const ATTEMPTS = 5;

/** A file that was written. */
export interface WrittenFile {
  readonly file: FileRole;
  /** As it was before. */
  readonly before: TargetFile;
  /** Absent where it was removed. */
  readonly bytes?: Uint8Array;
  /** The copy of what it was before; absent where it is new. */
  readonly backup?: string;
}

/** The new bytes of each file; undefined where the file is to go. */
export type NewBytes = ReadonlyMap<FileRole, Uint8Array | undefined>;

/** The config files, changed under their locks by one at a time. */
export class LockedConfig {
  readonly #paths: ConfigPaths;
  readonly #fs: FileSystem;
  readonly #clock: Clock;
  readonly #backups: Backups;

  constructor(paths: ConfigPaths, fs: FileSystem, clock: Clock, backups: Backups) {
    this.#paths = paths;
    this.#fs = fs;
    this.#clock = clock;
    this.#backups = backups;
  }

  /**
   * Locks the files, reads them once more, and writes what `work` makes of them, all or none. Where another program
   * comes in between, it is done again on what that one wrote.
   * @throws {AppFailure} what `work` throws, `config.changed-elsewhere` where the files don't come to rest, and
   *   `config.locked`, `config.not-writable`, `disk.full`
   */
  async change(
    files: readonly FileRole[],
    work: (now: ConfigReading) => Promise<NewBytes> | NewBytes,
  ): Promise<WrittenFile[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(files, work);
      } catch (thrown) {
        if (!(thrown instanceof FileChanged)) throw thrown;
        if (attempt === ATTEMPTS) throw failure('config.changed-elsewhere', { path: thrown.path });
      }
    }
  }

  async #attempt(
    files: readonly FileRole[],
    work: (now: ConfigReading) => Promise<NewBytes> | NewBytes,
  ): Promise<WrittenFile[]> {
    const first = await readConfig(this.#paths, this.#fs);
    const locks = await this.#lock(files.map((file) => first.targets[file]));
    try {
      const now = await readConfig(this.#paths, this.#fs);
      const moved = files.find((file) => now.targets[file].target !== first.targets[file].target);
      if (moved !== undefined) throw new FileChanged(this.#paths[moved]);
      const writes: (FileWrite & { readonly role: FileRole })[] = [];
      for (const [role, bytes] of await work(now)) {
        const file = now.targets[role];
        const lock = locks.get(file.target);
        if (lock === undefined) throw new Error('a file is to be written that was not locked');
        if (sameBytes(file.bytes, bytes)) continue;
        writes.push({ role, file, lock, ...(bytes === undefined ? {} : { bytes }) });
      }
      // Credentials first: a profile without its keys does harm, keys without their profile do none.
      writes.sort((one, other) => (one.role < other.role ? 1 : -1));
      const written = await Promise.all(
        writes.map(async ({ role, file, bytes }): Promise<WrittenFile> => {
          const kept =
            file.bytes === undefined ? {} : { backup: await this.#backups.keep(file.target, file.bytes) };
          return { file: role, before: file, ...(bytes === undefined ? {} : { bytes }), ...kept };
        }),
      );
      await writeFiles(writes, this.#fs);
      return written;
    } finally {
      await Promise.all([...locks.values()].map((lock) => lock.release()));
    }
  }

  /** In one order for all, so that two who want both files don't wait for each other. */
  async #lock(files: readonly TargetFile[]): Promise<Map<string, FileLock>> {
    const locks = new Map<string, FileLock>();
    try {
      for (const file of files.toSorted((one, other) => (one.target < other.target ? -1 : 1))) {
        if (!locks.has(file.target))
          locks.set(file.target, await FileLock.acquire(file, this.#fs, this.#clock));
      }
      return locks;
    } catch (thrown) {
      await Promise.all([...locks.values()].map((lock) => lock.release()));
      throw thrown;
    }
  }
}
