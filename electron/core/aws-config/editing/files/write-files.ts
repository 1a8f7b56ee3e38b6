import { failure } from '../../../app-failure.ts';
import type { FileLock } from './file-lock.ts';
import { type FileSystem } from './file-system.ts';
import { FileChanged, readNow, sameBytes, StagedFile, syncFolder } from './staged-file.ts';
import type { TargetFile } from './target-file.ts';
import { configWriteFailure } from './write-failure.ts';

export interface FileWrite {
  /** As it was read under its lock. */
  readonly file: TargetFile;
  /** Absent where the file is to go. */
  readonly bytes?: Uint8Array;
  readonly lock: FileLock;
}

/**
 * Writes several files, or none: all are on disk before the first is put in its place, and what was put in its place
 * is taken back where a later one fails.
 * @throws {FileChanged} where another program changed one since it was read
 * @throws {AppFailure} `config.not-writable`, `disk.full`, `config.locked`
 */
export async function writeFiles(writes: readonly FileWrite[], fs: FileSystem): Promise<void> {
  const staged = new Map<FileWrite, StagedFile>();
  const done: FileWrite[] = [];
  try {
    for (const write of writes) {
      if (write.bytes !== undefined)
        staged.set(write, await StagedFile.write(write.file, write.bytes, write.lock, fs));
    }
    for (const write of writes) {
      const file = staged.get(write);
      if (file === undefined) remove(write, fs);
      else file.commit();
      done.push(write);
    }
  } catch (thrown) {
    await Promise.all([...staged.values()].map((file) => file.discard()));
    for (const write of done.toReversed()) await putBack(write, fs);
    throw thrown;
  } finally {
    await Promise.all(done.map(({ file }) => syncFolder(file.target, fs)));
  }
}

function remove({ file, lock }: FileWrite, fs: FileSystem): void {
  try {
    if (!lock.isHeld()) throw failure('config.locked', { path: file.path });
    if (!sameBytes(readNow(file.target, fs), file.bytes)) throw new FileChanged(file.path);
    fs.unlinkSync(file.target);
  } catch (thrown) {
    throw configWriteFailure(file.path, thrown);
  }
}

/** What others have written in this short time stays: then there is nothing of ours any more to take back. */
async function putBack({ file, bytes, lock }: FileWrite, fs: FileSystem): Promise<void> {
  const { bytes: original, ...now } = file;
  const written = { ...now, ...(bytes === undefined ? {} : { bytes }) };
  try {
    if (original === undefined) remove({ file: written, lock }, fs);
    else (await StagedFile.write(written, original, lock, fs)).commit();
  } catch {
    // The failure that led here is the one to tell.
  }
}
