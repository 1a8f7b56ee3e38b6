/** `npm run screenshots`: the pictures in docs/images, taken of the demo in the browser host. */
import { type Browser, type BrowserContext, type Page, chromium } from '@playwright/test';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseProfile, decide } from '../e2e/support/acts.ts';
import { startBrowserApp } from '../e2e/support/browser-app.ts';
import { chromiumArguments, findChromium } from '../e2e/support/find-chromium.ts';
import { ensureBuilt } from './support/build.ts';
import type { S3StandIn } from '../e2e/stand-ins/s3/index.ts';
import { startDemoWorld } from './support/demo-world.ts';
import { PROJECT } from './support/project.ts';

interface Look {
  readonly language: 'en' | 'ja';
  readonly colorScheme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
}

const IMAGES = join(PROJECT, 'docs', 'images');
const SMALL = { width: 900, height: 600 };
const USUAL = { width: 1200, height: 760 };
const LOOKS: readonly Look[] = [
  { language: 'en', colorScheme: 'light', size: USUAL },
  { language: 'en', colorScheme: 'dark', size: USUAL },
  { language: 'ja', colorScheme: 'light', size: SMALL },
  { language: 'ja', colorScheme: 'dark', size: USUAL },
];
/** Which of the pictures taken the README shows; all of them go to the folder named on the command line. */
const KEPT = new Set([
  'buckets-light-en',
  'sign-in-light-en',
  'sign-in-dark-ja',
  'denied-dark-en',
  'accounts-light-ja',
  'empty-light-ja',
  'folder-light-en',
  'preview-light-en',
  'arriving-dark-en',
  'roles-light-en',
  'change-light-en',
]);

async function take(browser: Browser, look: Look, folder: string | undefined): Promise<void> {
  const { language, colorScheme, size } = look;
  const context = await browser.newContext({
    colorScheme,
    viewport: size,
    deviceScaleFactor: 2,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: language === 'ja' ? 'Asia/Tokyo' : 'Europe/London',
  });
  const shoot = async (page: Page, state: string) => {
    const name = `${state}-${colorScheme}-${language}`;
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
    else if (KEPT.has(name)) await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  };
  await journey(context, language, shoot);
  await context.close();
}

/** Through the app once, with a stop for each picture. */
async function journey(
  context: BrowserContext,
  language: Look['language'],
  shoot: (page: Page, state: string) => Promise<void>,
): Promise<void> {
  const world = await startDemoWorld();
  const { PATH = '', DBUS_SESSION_BUS_ADDRESS = '' } = process.env;
  const lang = language === 'ja' ? 'ja_JP.UTF-8' : 'en_GB.UTF-8';
  const env = { PATH, DBUS_SESSION_BUS_ADDRESS, LANG: lang, HOME: world.homeFolder, ...world.env };
  const app = await startBrowserApp(context, env);
  const { page } = app;
  const signIn = page.getByRole('main').getByRole('button', { name: /^(Sign in|サインイン)$/ });

  await chooseProfile(page, 'prod-readonly');
  await signIn.waitFor();
  await shoot(page, 'signed-out');
  const opened = app.openedPage();
  await signIn.click();
  const approval = await opened;
  await page.bringToFront();
  await shoot(page, 'sign-in');
  await decide(approval, 'Allow access');
  await page
    .getByRole('row', { name: /acme-prod/ })
    .first()
    .waitFor();
  // The note that says so passes; the picture is of what stays.
  await page.getByText(/^(Signed in to|acme にサインイン)/).waitFor({ state: 'hidden' });
  await shoot(page, 'buckets');
  await browse(page, world.s3, shoot);

  await chooseProfile(page, 'dev-auditor');
  await page.getByRole('alert').waitFor();
  await shoot(page, 'denied');
  await page
    .getByRole('treeitem', { name: /^(Browse all accounts|すべてのアカウント)/ })
    .first()
    .click();
  const accounts = page.getByRole('row', { name: /acme-production/ });
  await accounts.dblclick();
  await page.getByText('AdministratorAccess').waitFor();
  await shoot(page, 'accounts');

  await setUp(page, shoot);
  await page.getByRole('button', { name: /^(New tab|新しいタブ)$/ }).click();

  await rm(join(world.homeFolder, '.aws', 'config'));
  await page.getByRole('button', { name: /^(Connect to your organisation|組織に接続)$/ }).waitFor();
  await shoot(page, 'empty');
  await app.close();
  await world.close();
}

/** Roles to make profiles of, and a change of a profile as a difference. Nothing is written. */
async function setUp(page: Page, shoot: (page: Page, state: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: /^(Actions for acme|acme の操作)$/ }).click();
  await page.getByRole('menuitem', { name: /^(Add profiles|プロファイルを追加)/ }).click();
  const picks = page.getByRole('checkbox');
  await page.getByText('ReadOnlyAccess').last().waitFor();
  await picks.nth(1).click();
  await picks.last().click();
  await shoot(page, 'roles');

  await page
    .getByRole('treeitem', { name: /^prod-readonly/ })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^(Edit|編集)/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^(Profile name|プロファイル名)/ }).fill('prod-audit');
  await dialog.getByRole('textbox', { name: /^(Role name|ロール名)/ }).fill('SecurityAudit');
  await dialog.getByRole('button', { name: /^(See the changes|変更内容)/ }).click();
  await dialog.getByText('SecurityAudit').first().waitFor();
  await shoot(page, 'change');
  await dialog.getByRole('button', { name: /^(Back|戻る)/ }).click();
  await dialog.getByRole('button', { name: /^(Cancel|キャンセル)/ }).click();
}

const CASE = 's3://acme-customer-uploads/case-2481/';
const TRACES = 's3://acme-prod-observability-long-term-archive-111122223333-us-east1/traces/2026-11-23/';

/** A folder, an object looked into, and a folder of 120,000 objects while it arrives; then back to the buckets. */
async function browse(
  page: Page,
  s3: S3StandIn,
  shoot: (page: Page, state: string) => Promise<void>,
): Promise<void> {
  const row = (name: string) => page.locator('main [role=row]:visible').filter({ hasText: name }).first();
  const go = async (uri: string) => {
    await page.keyboard.press('Control+l');
    await page.keyboard.insertText(uri);
    await page.keyboard.press('Enter');
  };
  await go(CASE);
  await row('orders.csv').waitFor();
  await shoot(page, 'folder');
  await row('orders.parquet').dblclick();
  await page.getByText('CRC64NVME').first().waitFor();
  await shoot(page, 'preview');
  await page.keyboard.press('Alt+ArrowLeft');
  s3.knobs.latencyMs = 300;
  await go(TRACES);
  await page
    .getByText(/ so far|これまでに/)
    .first()
    .waitFor();
  await shoot(page, 'arriving');
  s3.knobs.latencyMs = 0;
}

ensureBuilt();
const [folder] = process.argv.slice(2);
await mkdir(folder ?? IMAGES, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: chromiumArguments(),
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const look of LOOKS) await take(browser, look, folder);
await browser.close();
