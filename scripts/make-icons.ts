/**
 * Draws `build/icon.png` and the tray icons in `build/tray/` from their drawings, by a headless Chromium.
 * Run it after changing a drawing: `node scripts/make-icons.ts [path of a Chromium]`; without a path, the
 * one that Playwright has installed is used.
 */
import { chromium, type Page } from '@playwright/test';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { numberedBucket, templateBucket, TRAY_COUNTS } from './tray-glyphs.ts';

interface Picture {
  /** Without the ending of the scale. */
  readonly name: string;
  readonly svg: string;
  /** Pixels of one side at scale 1. */
  readonly size: number;
  readonly scales: readonly number[];
}

const build = join(import.meta.dirname, '..', 'build');

function trayPictures(): Picture[] {
  const numbered = (folder: string, size: number, scales: readonly number[]) =>
    TRAY_COUNTS.map((count) => ({
      name: `tray/${folder}/${count}`,
      svg: numberedBucket(count),
      size,
      scales,
    }));
  return [
    // Windows scales its desktop in quarters.
    ...numbered('windows', 16, [1, 1.25, 1.5, 2]),
    ...numbered('linux', 22, [1, 2]),
    { name: 'tray/macos/noneTemplate', svg: templateBucket(false), size: 18, scales: [1, 2] },
    { name: 'tray/macos/signedInTemplate', svg: templateBucket(true), size: 18, scales: [1, 2] },
  ];
}

async function draw(page: Page, { name, svg, size, scales }: Picture): Promise<void> {
  for (const scale of scales) {
    const side = Math.round(size * scale);
    const path = join(build, `${name}${scale === 1 ? '' : `@${scale}x`}.png`);
    await mkdir(dirname(path), { recursive: true });
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
    );
    await page.screenshot({ path, omitBackground: true });
  }
}

const executablePath = process.argv[2];
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const page = await browser.newPage();
const icon = { name: 'icon', svg: await readFile(join(build, 'icon.svg'), 'utf8'), size: 1024, scales: [1] };
for (const picture of [icon, ...trayPictures()]) await draw(page, picture);
await browser.close();
