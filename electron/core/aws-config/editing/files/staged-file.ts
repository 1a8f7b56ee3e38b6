import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure } from '../../../app-failure.ts';
import type { FileLock } from './file-lock.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { lockPath } from './file-lock.ts';
import type { TargetFile } from './target-file.ts';
import { configWriteFailure } from './write-failure.ts';

/** Another program changed the file between our reading and our writing; nothing was written. */
export class FileChanged extends Error {
  readonly path: string;
  constructor(path: string) {
    super('changed meanwhile');
    this.path = path;
  }
}

/**
 * New contents of a file, on disk in the same folder and not yet in its place. Its mode, and where permitted its
 * owner, are those of the file it will replace; 0600 for a new one.
 */
export class StagedFile {
  readonly file: TargetFile;
  readonly #temporary: string;
  readonly #lock: FileLock;
  readonly #fs: FileSystem;

  private constructor(file: TargetFile, temporary: string, lock: FileLock, fs: FileSystem) {
    this.file = file;
    this.#temporary = temporary;
    this.#lock = lock;
    this.#fs = fs;
  }

  /** @throws {AppFailure} `config.not-writable`, `disk.full`; nothing is left behind then */
  static async write(
    file: TargetFile,
    bytes: Uint8Array,
    lock: FileLock,
    fs: FileSystem,
  ): Promise<StagedFile> {
    const temporary = join(dirname(file.target), `${temporaryPrefix(file.target)}${randomUUID()}.tmp`);
    try {
      await refuseReadOnly(file, fs);
      await removeLeftovers(file.target, fs);
      await writeSynced(temporary, bytes, file, fs);
      return new StagedFile(file, temporary, lock, fs);
    } catch (thrown) {
      await fs.unlink(temporary).catch(() => undefined);
      throw configWriteFailure(file.path, thrown);
    }
  }

  /**
   * Puts it in its place, if what it replaces is still what was read.
   * @throws {FileChanged}
   * @throws {AppFailure} `config.not-writable`, `disk.full`
   */
  commit(): void {
    try {
      if (!this.#lock.isHeld()) throw failure('config.locked', { path: this.file.path });
      if (!sameBytes(readNow(this.file.target, this.#fs), this.file.bytes))
        throw new FileChanged(this.file.path);
      this.#fs.renameSync(this.#temporary, this.file.target);
    } catch (thrown) {
      throw configWriteFailure(this.file.path, thrown);
    }
  }

  async discard(): Promise<void> {
    await this.#fs.unlink(this.#temporary).catch(() => undefined);
  }
}

export function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Buffer.compare(one, other) === 0;
}

/** A rename is on disk for sure only when its folder is. Some systems can't; then there is no more to do. */
export async function syncFolder(target: string, fs: FileSystem): Promise<void> {
  try {
    const folder = await fs.open(dirname(target), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows opens no folders.
  }
}

/** A file's bytes at this moment; undefined where there is none. */
export function readNow(target: string, fs: FileSystem): Uint8Array | undefined {
  try {
    return fs.readFileSync(target);
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** A rename would replace a read-only file without a word, and root may write anything: the mode says what is meant. */
async function refuseReadOnly(file: TargetFile, fs: FileSystem): Promise<void> {
  if (file.mode === undefined) return;
  if ((file.mode & 0o222) === 0) throw failure('config.not-writable', { path: file.path }, 'read-only');
  await fs.access(file.target, constants.W_OK);
}

async function writeSynced(
  temporary: string,
  bytes: Uint8Array,
  file: TargetFile,
  fs: FileSystem,
): Promise<void> {
  const out = await fs.open(temporary, 'wx', 0o600);
  try {
    await out.writeFile(bytes);
    if (file.mode !== undefined) {
      const { uid, gid } = await out.stat();
      if (uid !== file.uid || gid !== file.gid) {
        // Only root may give a file away; else it becomes the person's own, as with any editor.
        await out.chown(file.uid ?? uid, file.gid ?? gid).catch(() => undefined);
      }
      await out.chmod(file.mode);
    }
    await out.sync();
  } finally {
    await out.close();
  }
}

function temporaryPrefix(target: string): string {
  return `.${basename(target)}.bucket-porter-`;
}

/**
 * Removes what processes that were killed left in the folder. Whoever holds the file's lock is the only one who
 * may have such files.
 */
async function removeLeftovers(target: string, fs: FileSystem): Promise<void> {
  const folder = dirname(target);
  const temporary = temporaryPrefix(target);
  const claim = `${basename(lockPath(target))}.`;
  const names = await fs.readdir(folder);
  const left = names.filter(
    (name) => (name.startsWith(temporary) && name.endsWith('.tmp')) || name.startsWith(claim),
  );
  await Promise.all(left.map((name) => fs.unlink(join(folder, name)).catch(() => undefined)));
}
