import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Clock } from '../../../ports.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { sameBytes } from './staged-file.ts';
import { configWriteFailure } from './write-failure.ts';

/** Of each file. */
const MOST_BACKUPS = 5;

/** Copies of config files as they were before a change, in the app's own folder; only their owner may read them. */
export class Backups {
  readonly #folder: string;
  readonly #fs: FileSystem;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(folder: string, fs: FileSystem, clock: Pick<Clock, 'now'>) {
    this.#folder = folder;
    this.#fs = fs;
    this.#clock = clock;
  }

  /**
   * Keeps a copy, and removes the oldest beyond five of this file. Where the newest copy is the same already it is
   * enough: writes that fail again and again must not push the older ones out.
   * @returns the copy's path
   * @throws {AppFailure} `config.not-writable`, `disk.full` with the copy's path
   */
  async keep(target: string, bytes: Uint8Array): Promise<string> {
    const prefix = `${basename(target)}.${createHash('sha256').update(target).digest('hex').slice(0, 8)}.`;
    const stamp = new Date(this.#clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    let path = this.#folder;
    try {
      await this.#fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const copies = await this.#copies(prefix);
      const newest = copies.at(-1);
      if (newest !== undefined && (await this.#holds(newest, bytes))) return newest;
      // Several in one second are numbered on, also where the first of them are gone already.
      const sameSecond = copies.findLast((copy) => basename(copy).startsWith(prefix + stamp));
      for (let number = sameSecond === undefined ? 1 : numberOf(sameSecond) + 1; ; number += 1) {
        const which = number === 1 ? '' : `-${String(number).padStart(4, '0')}`;
        path = join(this.#folder, `${prefix}${stamp}${which}.bak`);
        if (await this.#write(path, bytes)) break;
      }
      // Never the one just made, though it may look old where the clock was set back.
      const old = copies.slice(0, -(MOST_BACKUPS - 1));
      await Promise.all(old.map((copy) => this.#fs.unlink(copy).catch(() => undefined)));
      return path;
    } catch (thrown) {
      throw configWriteFailure(path, thrown);
    }
  }

  /** @returns whether there was no such copy yet */
  async #write(path: string, bytes: Uint8Array): Promise<boolean> {
    const file = await this.#fs.open(path, 'wx', 0o600).catch((thrown: unknown) => {
      if (errorCode(thrown) === 'EEXIST') return undefined;
      throw thrown;
    });
    if (file === undefined) return false;
    try {
      await file.writeFile(bytes);
      await file.sync();
      return true;
    } catch (thrown) {
      await this.#fs.unlink(path).catch(() => undefined);
      throw thrown;
    } finally {
      await file.close();
    }
  }

  /** Paths of a file's copies, oldest first. */
  async #copies(prefix: string): Promise<string[]> {
    const names = await this.#fs.readdir(this.#folder);
    const copies = names.filter((name) => name.startsWith(prefix) && name.endsWith('.bak'));
    return copies.sort(byAge).map((name) => join(this.#folder, name));
  }

  async #holds(path: string, bytes: Uint8Array): Promise<boolean> {
    const held = await this.#fs.readFile(path).catch(() => undefined);
    return held !== undefined && sameBytes(held, bytes);
  }
}

/** `…Z.bak` is older than `…Z-0002.bak`, though the other way round as text. */
function byAge(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replace(/Z\.bak$/, 'Z-0001.bak'));
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function numberOf(copy: string): number {
  return Number(/-(\d+)\.bak$/.exec(copy)?.[1] ?? 1);
}
