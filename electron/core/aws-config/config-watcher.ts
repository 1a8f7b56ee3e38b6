import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** How often the files are looked at besides being watched: some editors and network drives send no events. */
const LOOK_EVERY_MS = 1_000;

/**
 * Tells when one of the files changes, appears or goes. The folders are watched, not the files, since
 * most programs replace a file instead of writing into it; a slow look beside it catches the rest
 * (a folder that doesn't exist yet, network drives).
 */
export class ConfigWatcher {
  readonly #paths: readonly string[];
  readonly #changed: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #timer: NodeJS.Timeout;
  #print = '';
  #looking = false;
  #again = false;
  /** Resolves when the files' state has been noted for the first time: read them after that, not before. */
  readonly ready: Promise<void>;

  constructor(paths: readonly string[], changed: () => void) {
    this.#paths = paths;
    this.#changed = changed;
    this.ready = this.#look(true);
    this.#timer = setInterval(() => void this.#look(false), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  async #look(first: boolean): Promise<void> {
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = true;
    this.#watchFolders();
    const prints = await Promise.all(this.#paths.map(footprint));
    this.#looking = false;
    const print = prints.join('|');
    const differs = print !== this.#print;
    this.#print = print;
    if (differs && !first) this.#changed();
    if (this.#again) {
      this.#again = false;
      await this.#look(false);
    }
  }

  #watchFolders(): void {
    for (const folder of new Set(this.#paths.map((path) => dirname(path)))) {
      if (this.#watchers.has(folder)) continue;
      try {
        const names = new Set(this.#paths.map((path) => basename(path)));
        const watcher = watch(folder, { persistent: false }, (_event, name) => {
          if (name === null || names.has(name)) void this.#look(false);
        });
        watcher.on('error', () => this.#forget(folder));
        this.#watchers.set(folder, watcher);
      } catch {
        // No such folder yet: the next look tries again.
      }
    }
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}

async function footprint(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino, mode } = await stat(path);
    return `${mtimeMs}:${size}:${ino}:${mode}`;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
