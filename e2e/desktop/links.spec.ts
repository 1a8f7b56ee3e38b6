import { chooseProfile, signIn } from '../support/acts.ts';
import { detailsPane, expectNames, openBucket, PROD } from '../support/objects.ts';
import { expect, test } from '../support/test.ts';

test('links from outside open in a new tab, whichever way the system hands them over', async ({
  start,
  world,
}) => {
  const { store } = world.s3;
  store.createBucket({ name: 'linked', region: 'eu-west-1', accountId: PROD });
  store.put('linked', 'deep/folder/a b.txt', 'a');
  store.put('linked', 'deep/other.txt', 'o');
  const app = await start();
  const { page, electron } = app;
  if (electron === undefined) throw new Error('not on the desktop');
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, 'linked');
  await expectNames(page, ['deep/']);

  const whose = 'account=111122223333&role=ReadOnly&start-url=https://acme.awsapps.com/start';
  await electron.evaluate(
    ({ app: main }, link) => void main.emit('second-instance', {}, ['bucket-porter', link], '/'),
    `bucket-porter://open?uri=s3://linked/deep/folder/&${whose}`,
  );
  await expectNames(page, ['a b.txt']);
  const tabs = page.getByRole('tab');
  await expect(tabs).toHaveText(['linked', 'folder']);

  await electron.evaluate(
    ({ app: main }, link) => void main.emit('open-url', { preventDefault: () => undefined }, link),
    `bucket-porter://open?uri=s3://linked/deep/folder/a%20b.txt&${whose}`,
  );
  await expect(tabs).toHaveCount(3);
  await expect(detailsPane(page)).toContainText('s3://linked/deep/folder/a b.txt');

  await electron.evaluate(
    ({ app: main }, link) => void main.emit('second-instance', {}, ['bucket-porter', link], '/'),
    'bucket-porter://open?uri=s3://linked/&account=999999999999&role=Nobody',
  );
  await expect(page.getByRole('alert')).toContainText('Nobody in account 999999999999');
  await expect(tabs).toHaveCount(3);
});
