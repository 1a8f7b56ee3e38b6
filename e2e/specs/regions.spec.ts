import { bucketRow, chooseProfile, expectBuckets, signIn } from '../support/acts.ts';
import { expectNames, goTo, nameCell, openBucket, PROD } from '../support/objects.ts';
import { expect, test } from '../support/test.ts';
import { failureShapes } from '../stand-ins/s3/index.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

const DEV = '444455556666';

test('buckets of any region, denied, not listed, paid by their readers; credentials that end on the way', async ({
  start,
  world,
}) => {
  const { store, knobs } = world.s3;
  store.createBucket({ name: 'here', region: 'eu-west-1', accountId: PROD });
  store.put('here', 'a.txt', 'a');
  for (const [name, region] of [
    ['tokyo', 'ap-northeast-1'],
    ['oregon', 'us-west-2'],
    ['closed', 'eu-west-1'],
  ] as const) {
    store.createBucket({ name, region, accountId: PROD });
    store.put(name, `${name}.txt`, name);
  }
  store.createBucket({ name: 'shared-data', region: 'eu-central-1', accountId: DEV, sharedWith: [PROD] });
  store.put('shared-data', 'common/table.csv', 'a,b\n1,2\n');
  store.configure(
    'shared-data',
    'requestPayment',
    '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>',
  );
  store.createBucket({ name: 'long-list', region: 'us-west-2', accountId: PROD });
  for (let index = 0; index < 8000; index += 1)
    store.put('long-list', `${index}`.padStart(5, '0'), { size: 1 });

  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, 'tokyo');
  knobs.regionMismatch = '400';
  // By address, so that the list of buckets doesn't give the region away.
  await goTo(page, 's3://tokyo/');
  await expectNames(page, ['tokyo.txt']);
  knobs.regionMismatch = '301';
  await goTo(page, 's3://oregon/');
  await expectNames(page, ['oregon.txt']);
  expect(world.s3.calls.map(({ operation }) => operation)).not.toContain('GetBucketLocation');

  const allow = world.s3.deny({ action: 's3:ListBucket', bucket: 'closed' });
  await goTo(page, 's3://closed/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('s3:ListBucket');
  await expect(alert).toContainText('arn:aws:s3:::closed');
  allow();
  await page.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
  await expectNames(page, ['closed.txt']);

  await chooseProfile(page, 'prod-ro');
  await page.getByRole('button', { name: 'Open by name' }).click();
  await page.getByRole('textbox', { name: /^Bucket name/ }).fill('s3://shared-data/common/');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('s3:ListBucket');
  await page.getByRole('button', { name: 'Agree to pay' }).click();
  await expectNames(page, ['table.csv']);
  await expect(page.getByRole('alert')).toBeHidden();

  // From the fourth page on, S3 takes the credentials of now for expired, but not new ones.
  const accessKeyId = world.s3.calls.at(-1)?.accessKeyId ?? '';
  const how = failureShapes.expiredToken;
  world.s3.failNext({ operation: 'ListObjectsV2', accessKeyId, after: 3, times: Infinity, how });
  const before = world.center.calls.length;
  await goTo(page, 's3://long-list/');
  await expect(nameCell(page, '00000')).toBeVisible();
  await expect(page.getByText(/^8,000 objects · /)).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  const since = world.center.calls.slice(before).map(({ operation }) => operation);
  expect(since).toContain('GetRoleCredentials');

  await app.close();
  const again = await start();
  await chooseProfile(again.page, 'prod-ro');
  const kept = process.env['BUCKET_PORTER_KEYCHAIN_SESSION'] !== undefined && process.platform === 'linux';
  if (!kept) await signIn(again);
  // Remembered for this profile, with the consent to pay.
  await expect(bucketRow(again.page, 'shared-data')).toContainText('opened by name');
  await openBucket(again.page, 'shared-data');
  await expectNames(again.page, ['common/']);
  await chooseProfile(again.page, 'dev');
  await expect(bucketRow(again.page, 'shared-data')).toBeVisible();
  await expect(again.page.getByText('opened by name')).toBeHidden();
});
