import { basename, dirname, join, resolve } from 'node:path';
import { failure } from '../../../app-failure.ts';
import { errorCode, type FileSystem } from './file-system.ts';

/** Ten megabytes, as for reading: far beyond any real config. */
const MOST_BYTES = 10 * 1024 * 1024;
/** As many links as Linux follows in one path. */
const MOST_LINKS = 40;

/** A config file as it is on disk now. */
export interface TargetFile {
  /** As it was asked for. */
  readonly path: string;
  /** What is really read and written: `path` with symbolic links followed. */
  readonly target: string;
  /** Absent where there is no such file yet. */
  readonly bytes?: Uint8Array;
  /** Permission bits and owner of an existing file. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Reads a file that is to be edited. Links are followed; one that leads to nothing names the file that will be
 * made, as for the AWS CLI (`open` with O_CREAT).
 * @throws {AppFailure} `config.unreadable` with the reason: an error code of the system, `binary` or `too-large`
 */
export async function readTarget(path: string, fs: FileSystem): Promise<TargetFile> {
  try {
    const target = await followLinks(path, fs);
    const found = await fs.stat(target).catch((thrown: unknown) => {
      if (errorCode(thrown) === 'ENOENT') return undefined;
      throw thrown;
    });
    if (found === undefined) return { path, target };
    if (found.size > MOST_BYTES) throw unreadable(path, 'too-large');
    // A pipe or a device would be read for ever, or swallowed.
    if (!found.isFile() && !found.isDirectory()) throw unreadable(path, 'not-a-file');
    const bytes = await fs.readFile(target);
    if (bytes.includes(0)) throw unreadable(path, 'binary');
    return { path, target, bytes, mode: found.mode & 0o7777, uid: found.uid, gid: found.gid };
  } catch (thrown) {
    const code = errorCode(thrown);
    throw code === undefined ? thrown : unreadable(path, code, thrown);
  }
}

function unreadable(path: string, reason: string, cause?: unknown) {
  return failure('config.unreadable', { path, reason }, reason, cause);
}

async function followLinks(path: string, fs: FileSystem): Promise<string> {
  let at = resolve(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    try {
      return await fs.realpath(at);
    } catch (thrown) {
      if (errorCode(thrown) !== 'ENOENT') throw thrown;
    }
    // Either nothing is there, or a link to something that isn't there.
    const folder = await fs.realpath(dirname(at)).catch(() => dirname(at));
    const next = await fs.readlink(at).catch(() => undefined);
    if (next === undefined) return join(folder, basename(at));
    at = resolve(folder, next);
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' });
}
