import { bucketRow, chooseProfile, expectBuckets, signIn } from '../support/acts.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(async ({ world }) => {
  const mine = { accountId: '111122223333' };
  world.s3.store.createBucket({
    ...mine,
    name: 'zulu',
    region: 'eu-west-1',
    createdAt: Date.UTC(2015, 0, 2, 3, 4, 5),
  });
  world.s3.store.createBucket({
    ...mine,
    name: 'alpha',
    region: 'us-east-1',
    createdAt: Date.UTC(2026, 5, 1, 12, 0, 0),
  });
  world.s3.store.createBucket({
    ...mine,
    name: 'mike',
    region: 'ap-northeast-3',
    createdAt: Date.UTC(2020, 6, 7, 8, 9, 10),
  });
});

test('sort and filter, and what is copied is what is shown', async ({ start, hostName, person }) => {
  test.skip(
    hostName === 'browser' && process.platform !== 'linux',
    'reads the clipboard of a headless Chromium',
  );
  if (hostName === 'browser') await person.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = await start();
  const { page } = app;
  const clipboard = () =>
    app.electron === undefined
      ? page.evaluate(() => navigator.clipboard.readText())
      : app.electron.evaluate(({ clipboard: system }) => system.readText());
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, 'alpha', 'mike', 'zulu');
  const names = () =>
    page
      .getByRole('grid')
      .getByRole('row')
      .locator('[role=rowheader], [role=gridcell]:first-child')
      .allInnerTexts();
  await expect.poll(names).toEqual(['alpha', 'mike', 'zulu']);

  await page
    .getByRole('columnheader', { name: /Created/ })
    .getByRole('button')
    .click();
  await expect.poll(names).toEqual(['zulu', 'mike', 'alpha']);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('menuitem', { name: /aws s3 ls/ }).click();
  await expect
    .poll(clipboard)
    .toBe('2015-01-02 03:04:05 zulu\n2020-07-07 09:09:10 mike\n2026-06-01 13:00:00 alpha\n');

  await page.getByRole('searchbox').fill('MI');
  await expect.poll(names).toEqual(['mike']);
  await expect(page.getByText('1 of 3 buckets')).toBeVisible();
  await bucketRow(page, 'mike').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /ARN/ }).click();
  await expect.poll(clipboard).toBe('arn:aws:s3:::mike');
});

test('rows stream in page by page and nothing says empty before it is known', async ({ start, world }) => {
  for (let index = 0; index < 2_500; index += 1) {
    const name = `bulk-${String(index).padStart(4, '0')}`;
    world.s3.store.createBucket({ name, region: 'eu-west-1', accountId: '111122223333' });
  }
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  world.s3.failNext({ operation: 'ListBuckets', how: { delayMs: 700 } });
  world.s3.failNext({ operation: 'ListBuckets', how: { delayMs: 700 } });
  await signIn(app);
  const empty = page.getByText(/no buckets/i);
  await expect(empty).toBeHidden();
  await expectBuckets(page, 'bulk-0000');
  await expect(page.getByText('2,503 buckets')).toBeVisible();
  await expect(empty).toBeHidden();
  expect(world.s3.calls.length).toBe(3);
});

test('an account without buckets says so, and refresh finds the first one', async ({ start, world }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'dev');
  await signIn(app);
  await expect(page.getByText(/no buckets/i).first()).toBeVisible();
  world.s3.store.createBucket({ name: 'the-first', region: 'ap-northeast-1', accountId: '444455556666' });
  await page.getByRole('button', { name: 'Refresh' }).first().click();
  await expectBuckets(page, 'the-first');
});

test('a role of the access portal, without a profile', async ({ start, world }) => {
  world.s3.store.createBucket({ name: 'dev-sandbox', region: 'eu-west-1', accountId: '444455556666' });
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, 'alpha');
  await page.getByRole('treeitem', { name: /^Browse all accounts/ }).click();
  // An account without a name stands by its id.
  await page.getByRole('row', { name: /444455556666/ }).dblclick();
  await page.getByRole('button', { name: /^Browse buckets as Developer/ }).click();
  await expectBuckets(page, 'dev-sandbox');
});

test('Japanese, and back', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: /Settings|設定/ }).click();
  await page.getByRole('menuitemradio', { name: '日本語' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await chooseProfile(page, 'prod-ro');
  await expect(page.getByRole('main').getByRole('button', { name: 'サインイン', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.getByRole('button', { name: /Settings|設定/ }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
