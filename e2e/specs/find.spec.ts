import type { Page } from '@playwright/test';
import { chooseProfile, signIn } from '../support/acts.ts';
import {
  everSaid,
  expectNames,
  goTo,
  nameCell,
  objectGrid,
  objectRow,
  openBucket,
  PROD,
  shownNames,
} from '../support/objects.ts';
import { expect, test } from '../support/test.ts';
import { failureShapes } from '../stand-ins/s3/index.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

const COUNT = 20_000;
const logName = (index: number) => `log-${String(index).padStart(5, '0')}.txt`;
/** Every size once, in another order than the names. */
const sizeOf = (index: number) => ((index * 7919) % COUNT) + 1;
const bySize = Array.from({ length: COUNT }, (_, index) => index).toSorted(
  (one, other) => sizeOf(one) - sizeOf(other),
);

const column = (page: Page, name: string) =>
  objectGrid(page)
    .getByRole('columnheader', { name: new RegExp(name) })
    .getByRole('button');

test('20,000 keys: at work before they have all arrived, and what breaks keeps the rows', async ({
  start,
  world,
}) => {
  const { store, knobs } = world.s3;
  const bucket = store.createBucket({ name: 'big', region: 'eu-west-1', accountId: PROD });
  for (let index = 0; index < COUNT; index += 1) {
    store.put('big', `all/${logName(index)}`, { size: sizeOf(index) });
    if (index < 6000) store.put('big', `denied/${logName(index)}`, { size: 1 });
    if (index < 6000) store.put('big', `storm/${logName(index)}`, { size: 1 });
  }
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, 'big');
  await expectNames(page, ['all/', 'denied/', 'storm/']);

  const said = await everSaid(page, 'Nothing here', 'is empty', 'nothing in it');
  // The first pages come; the rest waits until it is let go.
  world.s3.failNext({ operation: 'ListObjectsV2', after: 4, times: Infinity, how: { delayMs: 120_000 } });
  await nameCell(page, 'all/').dblclick();
  await expect(nameCell(page, logName(0))).toBeVisible();
  await expect(page.getByText(/^[\d,]+ objects so far/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText(/ objects so far .*stopped/)).toBeVisible();
  await expect(nameCell(page, logName(0))).toBeVisible();
  world.s3.clearFailures();
  knobs.latencyMs = 20;
  await page.getByRole('button', { name: 'Load the rest' }).click();
  await expect(page.getByText(/^20,000 objects · /)).toBeVisible();
  expect(await said()).toEqual([]);
  knobs.latencyMs = 0;

  await objectGrid(page).focus();
  await page.keyboard.press('End');
  await expect(objectRow(page, logName(COUNT - 1))).toHaveAttribute('aria-selected', 'true');
  await expect(objectRow(page, logName(COUNT - 1))).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(objectRow(page, logName(0))).toBeInViewport();

  await column(page, 'Size').click();
  const first = async (count: number) => (await shownNames(page)).slice(0, count);
  await expect.poll(() => first(10)).toEqual(bySize.slice(0, 10).map(logName));
  await column(page, 'Size').click();
  await expect.poll(() => first(10)).toEqual(bySize.slice(-10).toReversed().map(logName));
  await column(page, 'Name').click();
  const filter = page.getByRole('searchbox', { name: 'Filter by name' });
  await filter.fill('log-1*77.txt');
  await expect(page.getByText(/^100 of 20,000 rows shown/)).toBeVisible();
  await expect.poll(() => first(2)).toEqual(['log-10077.txt', 'log-10177.txt']);
  await filter.fill('no such name');
  await expect(page.getByText('No name among the 20,000 rows matches “no such name”.')).toBeVisible();
  await filter.fill('');

  store.put('big', 'all/added.txt', 'new');
  bucket.objects.delete(`all/${logName(0)}`);
  await page.getByRole('main').getByRole('button', { name: 'Refresh' }).first().click();
  await expect(page.getByText(/refreshed: \+1, −1, 0 changed/)).toBeVisible();
  await expect.poll(() => first(2)).toEqual(['added.txt', logName(1)]);

  world.s3.failNext({
    operation: 'ListObjectsV2',
    after: 2,
    times: Infinity,
    how: failureShapes.accessDenied,
  });
  await goTo(page, 's3://big/denied/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('s3:ListBucket');
  await expect(alert).toContainText('arn:aws:s3:::big');
  await expect(nameCell(page, logName(0))).toBeVisible();
  await expect(page.getByText(/objects so far .*not complete/)).toBeVisible();
  world.s3.clearFailures();
  await page.getByRole('main').getByRole('button', { name: 'Refresh' }).first().click();
  await expect(page.getByText(/^6,000 objects · /)).toBeVisible();
  await expect(alert).toBeHidden();

  world.s3.failNext({ operation: 'ListObjectsV2', after: 2, times: Infinity, how: failureShapes.slowDown });
  await goTo(page, 's3://big/storm/');
  await expect(nameCell(page, logName(0))).toBeVisible();
  await expect(page.getByText(/S3 asks to slow down/)).toBeVisible();
  await expect(nameCell(page, logName(0))).toBeVisible();
  world.s3.clearFailures();
  await expect(page.getByText(/^6,000 objects · /)).toBeVisible({ timeout: 60_000 });
});

test('search below a folder by pattern, size and class; what is found opens its folder', async ({
  start,
  world,
}) => {
  const { store } = world.s3;
  store.createBucket({ name: 'archive', region: 'eu-west-1', accountId: PROD });
  const put = (key: string, size: number, storageClass = 'STANDARD') =>
    store.put('archive', key, { size, storageClass });
  put('2025/video/party.mp4', 900_000_000, 'GLACIER');
  put('2025/video/short.mp4', 2_000_000);
  put('2026/video/summer.mp4', 800_000_000, 'DEEP_ARCHIVE');
  put('2026/notes/video.txt', 100);
  put('readme.md', 10);
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, 'archive');
  await page.getByRole('button', { name: 'Search below' }).click();
  const panel = page.getByRole('search');
  await panel.getByRole('textbox', { name: 'Name' }).fill('*.mp4');
  await page.keyboard.press('Enter');
  const all = ['2025/video/party.mp4', '2025/video/short.mp4', '2026/video/summer.mp4'];
  await expectNames(page, all);
  await expect(page.getByText(/^3 found among 5 looked at/)).toBeVisible();

  await page.getByRole('button', { name: 'Change' }).click();
  await panel.getByRole('textbox', { name: 'Size from' }).fill('10 lightyears');
  await expect(panel).toContainText('A number, with B, KB, MB, GB or TB after it.');
  await panel.getByRole('textbox', { name: 'Size from' }).fill('500 MB');
  await panel.getByRole('button', { name: 'Search', exact: true }).click();
  await expectNames(page, ['2025/video/party.mp4', '2026/video/summer.mp4']);
  await page.getByRole('button', { name: 'Change' }).click();
  await panel.getByRole('button', { name: /^Storage classes/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Glacier Deep Archive' }).click();
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Search', exact: true }).click();
  await expectNames(page, ['2026/video/summer.mp4']);
  await page.getByRole('button', { name: /^Remove: At least/ }).click();
  await expectNames(page, ['2026/video/summer.mp4']);

  await nameCell(page, '2026/video/summer.mp4').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open the folder it is in' }).click();
  await expectNames(page, ['summer.mp4']);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expectNames(page, ['2026/video/summer.mp4']);
  await page.getByRole('button', { name: 'End the search' }).click();
  await expectNames(page, ['2025/', '2026/', 'readme.md']);
});
