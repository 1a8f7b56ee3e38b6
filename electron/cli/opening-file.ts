import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirectFile } from '../browser-host/small-page.ts';

/**
 * A file that only this person may read and that leads a browser to the one-time address. A browser is
 * started with the file's name instead of the address, since every user of the machine can read the
 * arguments of every process, and the key with them.
 */
export interface OpeningFile {
  readonly path: string;
  /** Deletes it. At once, so that it can be called while the process ends. */
  remove(): void;
}

/**
 * @param folder the system's folder for temporary files.
 * @throws the file system's error where the file can't be written.
 */
export function writeOpeningFile(folder: string, url: string, title: string): OpeningFile {
  // mkdtemp gives the folder mode 0700, so not even the file's name can be seen by others.
  const ownFolder = mkdtempSync(join(folder, 'bucket-porter-'));
  const path = join(ownFolder, 'open.html');
  writeFileSync(path, redirectFile(url, title), { mode: 0o600, flag: 'wx' });
  return { path, remove: () => rmSync(ownFolder, { recursive: true, force: true }) };
}
