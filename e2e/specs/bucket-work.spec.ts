import type { Locator } from '@playwright/test';
import { bucketRow, chooseProfile, confirmProduction, expectBuckets, signIn } from '../support/acts.ts';
import { openBucket, PROD } from '../support/objects.ts';
import { expect, test } from '../support/test.ts';

const bucketName = (dialog: Locator) => dialog.getByRole('textbox', { name: /the bucket’s name/ });

// Long ways through the app, on machines that have other things to do.
test.slow();

test('a bucket is created, another emptied with all versions, and deleted by its name', async ({
  start,
  world,
}) => {
  const { store } = world.s3;
  const full = store.createBucket({
    name: 'full-bucket',
    region: 'eu-west-1',
    accountId: PROD,
    versioning: 'Enabled',
  });
  for (let index = 0; index < 8000; index += 1) store.put('full-bucket', `part/${index}`, { size: 1000 });
  for (let index = 0; index < 300; index += 1) store.put('full-bucket', `part/${index}`, { size: 500 });
  for (let index = 0; index < 40; index += 1) store.deleteMarker('full-bucket', `part/${index}`);
  store.startUpload('full-bucket', 'part/upload', { initiated: Date.now() });

  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, 'full-bucket');

  await page.getByRole('button', { name: 'Create bucket' }).click();
  const create = page.getByRole('dialog', { name: 'Create bucket' });
  const name = create.getByRole('textbox', { name: 'Bucket name' });
  const submit = create.getByRole('button', { name: 'Create bucket' });
  await expect(name).toBeFocused();
  for (const [typed, problem] of [
    ['Upper', 'Only lower-case letters, digits, dots and hyphens are allowed.'],
    ['two..dots', 'Two dots can’t stand beside each other.'],
    ['192.168.1.1', 'A name must not look like an IP address.'],
    ['xn--reserved', 'Names that begin like this are reserved by AWS.'],
  ] as const) {
    await name.fill(typed);
    await expect(create).toContainText(problem);
    await expect(submit).toBeDisabled();
  }
  await name.fill('full-bucket');
  await submit.click();
  await expect(create.getByRole('alert')).toContainText('You already have a bucket “full-bucket”.');
  await name.fill('fresh-bucket');
  await create.getByRole('combobox', { name: /AWS Region/ }).fill('ap-northeast-3');
  await page.keyboard.press('Tab');
  await create.getByRole('checkbox', { name: /Keep versions/ }).check({ force: true });
  await expect(create).toContainText('aws s3api create-bucket --bucket fresh-bucket --region ap-northeast-3');
  await submit.click();
  await expect(create).toBeHidden();
  await expectBuckets(page, 'fresh-bucket', 'full-bucket');
  await expect(bucketRow(page, 'fresh-bucket')).toContainText('ap-northeast-3');
  const fresh = store.bucket('fresh-bucket');
  expect(fresh).toMatchObject({ region: 'ap-northeast-3', versioning: 'Enabled', accountId: PROD });
  expect(fresh.settings.get('publicAccessBlock')?.children.map(({ text }) => text)).toEqual(
    Array(4).fill('true'),
  );

  await bucketRow(page, 'full-bucket').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  let dialog = page.getByRole('alertdialog', { name: 'Delete full-bucket?' });
  const remove = dialog.getByRole('button', { name: 'Delete bucket' });
  await expect(remove).toBeDisabled();
  await confirmProduction(dialog);
  await bucketName(dialog).fill('full-bucke');
  await expect(remove).toBeDisabled();
  await bucketName(dialog).fill('full-bucket');
  await remove.click();
  await expect(dialog.getByRole('alert')).toContainText('is not empty');
  await dialog.getByRole('button', { name: 'Empty it first…' }).click();

  dialog = page.getByRole('alertdialog', { name: 'Empty full-bucket' });
  await expect(dialog).toContainText('This is what would be deleted. Nothing is deleted yet.');
  await expect(dialog).toContainText(/Objects and versions\s*8,300/);
  await expect(dialog).toContainText(/Delete markers\s*40/);
  await expect(dialog).toContainText(/Incomplete uploads\s*1/);
  await expect(dialog).toContainText('8,150,000 bytes');
  await expect(dialog).toContainText('It can’t be undone.');
  expect(full.objects.size).toBe(7960);
  const forGood = dialog.getByRole('button', { name: 'Delete 8,341 items for good' });
  await bucketName(dialog).fill('full-bucket');
  await expect(forGood).toBeDisabled();
  await confirmProduction(dialog);
  // The first batch goes through at once; the next ones take long enough to be stopped.
  world.s3.failNext({ operation: 'DeleteObjects', after: 1, times: Infinity, how: { delayMs: 2000 } });
  await forGood.click();
  await expect(dialog.getByText(/^Deleting… [1-7],000 of 8,341/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog).toContainText(/Stopped\. [1-7],000 of 8,341 are deleted\./);
  expect(full.history.isEmpty).toBe(false);
  world.s3.clearFailures();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('status')).toContainText('Deleted.');
  expect(full.history.isEmpty).toBe(true);
  expect(full.uploads.size).toBe(0);
  const batches = world.s3.calls.filter(({ operation }) => operation === 'DeleteObjects');
  expect(batches.length).toBeLessThan(20);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();

  await openBucket(page, 'full-bucket');
  await expect(page.getByText('This bucket is empty')).toBeVisible();
  await page.getByRole('navigation', { name: 'Path' }).getByRole('button', { name: 'prod-ro' }).click();
  await bucketRow(page, 'full-bucket').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  dialog = page.getByRole('alertdialog', { name: 'Delete full-bucket?' });
  await confirmProduction(dialog);
  await bucketName(dialog).fill('full-bucket');
  await page.keyboard.press('Enter');
  await expect(bucketRow(page, 'full-bucket')).toBeHidden();
  await expectBuckets(page, 'fresh-bucket');
  expect(store.findBucket('full-bucket')).toBeUndefined();

  await page.getByRole('button', { name: 'Activity', exact: true }).click();
  const activity = page.getByRole('list', { name: 'Activity' });
  for (const [what, command] of [
    ['Bucket created', 'aws s3api create-bucket --bucket fresh-bucket --region ap-northeast-3'],
    ['Creating a bucket failed', 'aws s3api create-bucket --bucket full-bucket'],
    ['Deleting a bucket failed', 'aws s3api delete-bucket --bucket full-bucket'],
    ['What would be deleted was counted', 'aws s3api list-object-versions --bucket full-bucket'],
    ['Objects deleted', 'aws s3api delete-objects --bucket full-bucket'],
    ['Bucket deleted', 'aws s3api delete-bucket --bucket full-bucket'],
  ] as const) {
    const entry = activity.getByRole('listitem').filter({ hasText: what }).filter({ hasText: command });
    await expect(entry.first()).toBeAttached();
  }
});
