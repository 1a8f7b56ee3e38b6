import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's own Chromium: BUCKET_PORTER_CHROMIUM, or the first of its usual names on PATH. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = env['BUCKET_PORTER_CHROMIUM'];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

export const NO_CHROMIUM =
  'No Chromium on this machine: install one (Debian: apt-get install chromium) or name its executable in BUCKET_PORTER_CHROMIUM.';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
