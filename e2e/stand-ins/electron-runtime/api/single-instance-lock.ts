import { randomUUID } from 'node:crypto';
import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

type SecondInstance = (argv: string[], workingDirectory: string, additionalData: unknown) => void;

/**
 * One process for each user data folder. Electron's question is synchronous, so the lock is a folder that
 * only one process can make, and later processes leave their message in it.
 */
export class SingleInstanceLock {
  isHeld = false;
  readonly #folder: string;
  readonly #onSecond: SecondInstance;
  #watcher: FSWatcher | undefined;

  constructor(userData: string, onSecond: SecondInstance) {
    mkdirSync(userData, { recursive: true });
    this.#folder = join(userData, 'SingletonLock.stand-in');
    this.#onSecond = onSecond;
  }

  /** @returns true where this process has the lock; otherwise the one that has it is told */
  request(argv: readonly string[], workingDirectory: string, additionalData: unknown): boolean {
    if (this.isHeld) return true;
    for (;;) {
      if (this.#take()) return true;
      const owner = this.#owner();
      if (owner !== undefined && isAlive(owner)) break;
      // Left behind by a process that was killed.
      rmSync(this.#folder, { recursive: true, force: true });
    }
    const message = JSON.stringify({ argv, workingDirectory, additionalData });
    const name = randomUUID();
    writeFileSync(join(this.#folder, `${name}.part`), message);
    renameSync(join(this.#folder, `${name}.part`), join(this.#folder, `${name}.message`));
    return false;
  }

  release(): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    this.#watcher?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #take(): boolean {
    // Made beside its place and then put there, so that the lock never stands without its owner's name.
    const made = `${this.#folder}.${process.pid}`;
    mkdirSync(made, { recursive: true });
    writeFileSync(join(made, 'owner'), String(process.pid));
    try {
      renameSync(made, this.#folder);
    } catch {
      rmSync(made, { recursive: true, force: true });
      return false;
    }
    this.isHeld = true;
    this.#watcher = watch(this.#folder, () => this.#readMessages());
    this.#watcher.unref();
    process.once('exit', () => this.release());
    this.#readMessages();
    return true;
  }

  #owner(): number | undefined {
    try {
      return Number(readFileSync(join(this.#folder, 'owner'), 'utf8'));
    } catch {
      return undefined;
    }
  }

  #readMessages(): void {
    if (!this.isHeld) return;
    for (const name of readdirSync(this.#folder).filter((file) => file.endsWith('.message'))) {
      const path = join(this.#folder, name);
      const { argv, workingDirectory, additionalData } = JSON.parse(readFileSync(path, 'utf8')) as {
        argv: string[];
        workingDirectory: string;
        additionalData?: unknown;
      };
      rmSync(path);
      this.#onSecond(argv, workingDirectory, additionalData);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
