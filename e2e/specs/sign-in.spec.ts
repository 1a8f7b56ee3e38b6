import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bucketRow, chooseProfile, decide, expectBuckets, signIn } from '../support/acts.ts';
import { NO_KEYCHAIN } from '../support/app-environment.ts';
import { ACME_CONFIG } from '../integration/acme.ts';
import { expect, test } from '../support/test.ts';

const BUCKETS = ['invoices-2026', 'media-tokyo'];

test.beforeEach(({ world }) => {
  const mine = { accountId: '111122223333', createdAt: Date.UTC(2019, 3, 1, 12, 30, 5) };
  world.s3.store.createBucket({ ...mine, name: 'invoices-2026', region: 'eu-west-1' });
  world.s3.store.createBucket({ ...mine, name: 'media-tokyo', region: 'ap-northeast-1' });
});

test('from zero to the bucket list', async ({ start, world }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  const opened = app.openedPage();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();

  const [code = ''] = await expect
    .poll(() => world.center.pendingAuthorizations())
    .toHaveLength(1)
    .then(() => world.center.pendingAuthorizations());
  await expect(page.getByRole('main')).toContainText(code);
  const approval = await opened;
  await expect(approval.getByText(code)).toBeVisible();
  await decide(approval, 'Allow access');

  await expectBuckets(page, ...BUCKETS);
  const row = bucketRow(page, 'media-tokyo');
  await expect(row).toContainText('ap-northeast-1');
  await expect(row).toContainText('2019');
  await expect(page.getByText('2 buckets')).toBeVisible();
  await expect(page).toHaveTitle(/ReadOnly/);
  // The least possible: one call for credentials, one for the list.
  expect(world.center.calls.filter(({ operation }) => operation === 'GetRoleCredentials')).toHaveLength(1);
  expect(world.s3.calls).toHaveLength(1);
});

test('denied, then allowed', async ({ start }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  const opened = app.openedPage();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await decide(await opened, 'Deny access');
  await expect(page.getByRole('alert')).toContainText('was denied');

  const again = app.openedPage();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await decide(await again, 'Allow access');
  await expectBuckets(page, ...BUCKETS);
});

test('an expired code says so and offers a new one', async ({ start, world }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  const opened = app.openedPage();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await (await opened).close();
  const [code = ''] = world.center.pendingAuthorizations();
  world.center.expire(code);
  await expect(page.getByRole('alert')).toContainText('has expired');

  const again = app.openedPage();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await decide(await again, 'Allow access');
  await expectBuckets(page, ...BUCKETS);
});

test('cancel, and again', async ({ start, world }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  const opened = app.openedPage();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await (await opened).close();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const polls = () => world.center.calls.filter(({ operation }) => operation === 'CreateToken').length;
  const before = polls();
  await signIn(app);
  await expectBuckets(page, ...BUCKETS);
  expect(polls()).toBeGreaterThan(before);
});

test('a wrong start URL is named, with its region', async ({ start, home }) => {
  await home.writeConfig(ACME_CONFIG.replace('acme.awsapps.com', 'acmee.awsapps.com'));
  const { page } = await start();
  await chooseProfile(page, 'prod-ro');
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('https://acmee.awsapps.com/start');
  await expect(alert).toContainText('eu-west-1');
});

test('a portal that is asked too often', async ({ start, world }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  world.center.failNext({ operation: 'GetRoleCredentials', times: 1, how: { status: 429 } });
  await signIn(app);
  // It waits and tries again by itself.
  await expectBuckets(page, ...BUCKETS);

  world.center.failNext({ operation: 'GetRoleCredentials', times: 5, how: { status: 429 } });
  await chooseProfile(page, 'dev');
  await expect(page.getByRole('alert')).toContainText('too often', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('where listing is denied, the action is named and a bucket opens by name', async ({ start, world }) => {
  world.s3.deny({ action: 's3:ListAllMyBuckets' });
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expect(page.getByRole('alert')).toContainText('s3:ListAllMyBuckets');

  const field = page.getByRole('textbox', { name: 'Bucket' });
  await field.fill('s3://media-tokyo/2026/');
  await field.press('Enter');
  // It leads right to where the address says, and the bucket is in the list from now on.
  await expect(page.getByText('Nothing here')).toBeVisible();
  await page.getByRole('navigation', { name: 'Path' }).getByRole('button', { name: 'prod-ro' }).click();
  await expect(bucketRow(page, 'media-tokyo')).toContainText('ap-northeast-1');
});

test('signing out', async ({ start, world }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, ...BUCKETS);
  await page.getByRole('button', { name: /^Sign out of acme/ }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(page.getByText(/stay valid until/)).toBeVisible();
  expect(world.center.calls.at(-1)).toMatchObject({ operation: 'Logout', status: 200 });
});

test('a restart keeps the session (needs a keychain)', async ({ start }) => {
  test.skip(
    process.platform === 'linux' && process.env['BUCKET_PORTER_KEYCHAIN_SESSION'] === undefined,
    'no gnome-keyring in a D-Bus session here',
  );
  const first = await start();
  await chooseProfile(first.page, 'prod-ro');
  await signIn(first);
  await expectBuckets(first.page, ...BUCKETS);
  await first.close();

  const { page } = await start();
  // The profile shown last is shown again, without a sign-in.
  await expectBuckets(page, ...BUCKETS);
  await expect(page.getByText('will not outlive')).toBeHidden();
});

test('without a keychain the page says that the session will not outlive the app', async ({
  start,
  home,
}) => {
  const first = await start(NO_KEYCHAIN);
  await chooseProfile(first.page, 'prod-ro');
  await signIn(first);
  await expectBuckets(first.page, ...BUCKETS);
  await expect(first.page.getByText('will not outlive')).toBeVisible();
  await first.close();
  // Nothing was sealed, and nothing written in its place.
  expect(await readdir(join(home.dataFolder, 'sessions')).catch(() => [])).toEqual([]);

  const { page } = await start(NO_KEYCHAIN);
  await chooseProfile(page, 'prod-ro');
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});
