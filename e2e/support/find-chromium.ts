import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A Chromium to test with: the one named by a variable, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const named = process.env['BUCKET_PORTER_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const system = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...system, MAC].find((path) => existsSync(path));
}

/** What keeps Chromium to itself: no calls home, no first-run pages; no sandbox for root, who can't have one. */
export function chromiumArguments(): string[] {
  return [
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

export const NO_CHROMIUM =
  'no Chromium here; install it (Debian: apt-get install chromium) or run: npx playwright install chromium';
