import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogFacts, Logger } from '../ports.ts';
import { logLine } from './log-line.ts';

const FILE_NAME = 'bucket-porter.log';
const OLD_FILE_NAME = 'bucket-porter.old.log';
const MAX_BYTES = 1_000_000;

export interface FileLogger extends Logger {
  /** Resolves when all that was logged so far is on disk (or was given up on). */
  flush(): Promise<void>;
}

/**
 * Logs to `logs/bucket-porter.log` in the app's folder: one JSON object a line. At 1 MB the file becomes
 * `bucket-porter.old.log`, replacing the one before. A log that can't be written never disturbs the app.
 * @param dataFolder the app's own folder
 */
export function fileLogger(dataFolder: string, now: () => number = Date.now): FileLogger {
  const file = new LogFile(join(dataFolder, 'logs'));
  const log = (level: string) => (message: string, facts?: LogFacts) =>
    file.append(logLine(now(), level, message, facts));
  return { info: log('info'), warn: log('warn'), error: log('error'), flush: () => file.flush() };
}

class LogFile {
  readonly #folder: string;
  /** Lines that wait for the write under way, so that a burst becomes one write. */
  #waiting: string[] = [];
  #writing: Promise<void> | undefined;
  /** Bytes in the file; undefined until it was looked at. */
  #size: number | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  append(line: string): void {
    this.#waiting.push(line);
    this.#writing ??= this.#writeAll();
  }

  async flush(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const text = this.#waiting.splice(0).join('');
      await this.#write(text).catch(() => undefined);
    }
    // In the same turn as the last look, so that no line is left waiting for nobody.
    this.#writing = undefined;
  }

  async #write(text: string): Promise<void> {
    const path = join(this.#folder, FILE_NAME);
    if (this.#size === undefined) {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      this.#size = await sizeOf(path);
    }
    const bytes = Buffer.byteLength(text);
    if (this.#size > 0 && this.#size + bytes > MAX_BYTES) {
      await rename(path, join(this.#folder, OLD_FILE_NAME));
      this.#size = 0;
    }
    await appendFile(path, text, { mode: 0o600 });
    this.#size += bytes;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
