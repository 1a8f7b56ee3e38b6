import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { failure } from '../../../app-failure.ts';
import type { Clock } from '../../../ports.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { forgetHolder, isStale, type LockHolder, newHolder, readHolder } from './lock-holder.ts';
import type { TargetFile } from './target-file.ts';
import { configWriteFailure } from './write-failure.ts';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 40;
/** A process may die while it clears a dead one's lock away, and so on; more than this is no accident. */
const MOST_CLAIMS = 8;

/** Says that a file is being changed, by a file of its own beside it. Other programs know nothing of it. */
export class FileLock {
  readonly #path: string;
  readonly #holder: LockHolder;
  readonly #fs: FileSystem;

  private constructor(path: string, holder: LockHolder, fs: FileSystem) {
    this.#path = path;
    this.#holder = holder;
    this.#fs = fs;
  }

  /**
   * Waits up to five seconds for whoever holds it. A lock whose process is gone is cleared away.
   * @throws {AppFailure} `config.locked`, `config.not-writable`, `disk.full`
   */
  static async acquire(file: TargetFile, fs: FileSystem, clock: Clock): Promise<FileLock> {
    const path = lockPath(file.target);
    const until = clock.now() + PATIENCE_MS;
    try {
      // A folder that is missing behind a link is not ours to make; the AWS CLI makes only the path's own.
      await fs.mkdir(dirname(file.path), { recursive: true, mode: 0o700 });
      for (;;) {
        const holder = await take(path, fs, clock);
        if (holder !== undefined) return new FileLock(path, holder, fs);
        if (await clearIfStale(path, path, fs, clock)) continue;
        if (clock.now() >= until) throw failure('config.locked', { path: file.path });
        await clock.sleep(LOOK_EVERY_MS * (0.5 + Math.random()));
      }
    } catch (thrown) {
      throw configWriteFailure(file.path, thrown);
    }
  }

  /** False once somebody else took it for stale: nothing may be written then. */
  isHeld(): boolean {
    try {
      const text = Buffer.from(this.#fs.readFileSync(this.#path)).toString('utf8');
      return readHolder(text)?.token === this.#holder.token;
    } catch {
      return false;
    }
  }

  /** Never throws: a lock that can't be removed is stale as soon as this process ends. */
  async release(): Promise<void> {
    if (this.isHeld()) await this.#fs.unlink(this.#path).catch(() => undefined);
    forgetHolder(this.#holder);
  }
}

export function lockPath(target: string): string {
  return `${target}.bucket-porter.lock`;
}

/** Makes a lock file that isn't there; undefined where one is. */
async function take(path: string, fs: FileSystem, clock: Clock): Promise<LockHolder | undefined> {
  const file = await fs.open(path, 'wx', 0o600).catch((thrown: unknown) => {
    if (errorCode(thrown) === 'EEXIST') return undefined;
    throw thrown;
  });
  if (file === undefined) return undefined;
  const holder = newHolder(clock.now());
  try {
    await file.writeFile(JSON.stringify(holder));
    return holder;
  } catch (thrown) {
    forgetHolder(holder);
    await fs.unlink(path).catch(() => undefined);
    throw thrown;
  } finally {
    await file.close();
  }
}

/**
 * Removes a lock whose holder is gone. Of several who see it stale only one may: else the second would remove
 * the lock that the first has made in the meantime. Who may is whoever makes the claim to this very lock, a file
 * named after its identity; a claim whose maker died is cleared away in the same manner.
 * @returns whether it is worth trying at once again
 */
async function clearIfStale(
  path: string,
  lock: string,
  fs: FileSystem,
  clock: Clock,
  depth = 0,
): Promise<boolean> {
  const seen = await look(path, fs);
  if (seen === undefined) return true;
  if (depth > MOST_CLAIMS || !isStale(seen.holder, seen.writtenAt, clock.now())) return false;
  const claim = `${lock}.${createHash('sha256').update(seen.identity).digest('hex').slice(0, 16)}`;
  const holder = await take(claim, fs, clock);
  if (holder === undefined) return clearIfStale(claim, lock, fs, clock, depth + 1);
  try {
    const still = await look(path, fs);
    if (still?.identity === seen.identity) await fs.unlink(path);
  } finally {
    await fs.unlink(claim).catch(() => undefined);
    forgetHolder(holder);
  }
  return true;
}

interface SeenLock {
  readonly identity: string;
  readonly holder: LockHolder | undefined;
  readonly writtenAt: number;
}

async function look(path: string, fs: FileSystem): Promise<SeenLock | undefined> {
  try {
    const { ino, mtimeMs } = await fs.stat(path);
    const text = Buffer.from(await fs.readFile(path)).toString('utf8');
    return { identity: `${path} ${ino} ${mtimeMs} ${text}`, holder: readHolder(text), writtenAt: mtimeMs };
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}
