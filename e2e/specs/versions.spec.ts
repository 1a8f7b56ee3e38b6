import { chooseProfile, signIn } from '../support/acts.ts';
import { expectNames, folderAct, nameCell, objectRow, openBucket, PROD, rowAct } from '../support/objects.ts';
import { expect, test } from '../support/test.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

test('versions and delete markers, two versions compared, and a folder as it was', async ({
  start,
  world,
}) => {
  const { store } = world.s3;
  store.createBucket({ name: 'kept', region: 'eu-west-1', accountId: PROD, versioning: 'Enabled' });
  const at = (day: number) => Date.UTC(2026, 2, day, 12);
  const put = (key: string, body: string, day: number) =>
    store.put('kept', key, body, { lastModified: at(day), contentType: 'text/plain' });
  put('docs/plan.txt', 'one\ntwo\nthree\n', 1);
  put('docs/gone.txt', 'was here\n', 2);
  put('docs/plan.txt', 'one\n2\nthree\nfour\n', 3);
  store.deleteMarker('kept', 'docs/gone.txt', at(4));
  put('docs/late.txt', 'late\n', 5);

  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, 'kept');
  await nameCell(page, 'docs/').dblclick();
  await expectNames(page, ['late.txt', 'plan.txt']);

  await rowAct(page, 'plan.txt', 'Versions');
  const versions = page.getByRole('region', { name: 'Versions of docs/plan.txt' });
  await expect(versions.getByText('latest', { exact: true })).toBeVisible();
  await expect(versions).toContainText('2 versions, 0 delete markers');
  const boxes = versions.getByRole('checkbox', { name: /^Compare the version of/ });
  await expect(boxes).toHaveCount(2);
  await boxes.first().check({ force: true });
  await boxes.last().check({ force: true });
  await versions.getByRole('button', { name: 'Compare', exact: true }).click();
  const comparison = versions.getByRole('region', { name: 'Comparison' });
  await expect(comparison.getByRole('status', { name: '2 lines added, 1 removed' })).toBeVisible();
  await expect(comparison).toContainText('removed: two');
  await expect(comparison).toContainText('added: 2');
  await expect(comparison).toContainText('added: four');
  await comparison.getByRole('button', { name: 'Back to the versions' }).click();
  await versions
    .getByRole('button', { name: /^Look inside/ })
    .last()
    .click();
  await expect(versions.getByRole('region', { name: 'Preview' })).toContainText('two');
  await page.keyboard.press('Escape');
  await expect(objectRow(page, 'plan.txt')).toBeVisible();

  await folderAct(page, 'Versions');
  const folder = page.getByRole('region', { name: 'docs/ as it was' });
  const rows = folder.getByRole('table').getByRole('row');
  await expect(rows.filter({ hasText: 'late.txt' })).toBeVisible();
  await expect(rows.filter({ hasText: 'gone.txt' })).toHaveCount(0);
  await folder.getByLabel('As it was at').fill('2026-03-02T18:00:00');
  await expect(rows.filter({ hasText: 'gone.txt' })).toContainText('deleted since');
  await expect(rows.filter({ hasText: 'plan.txt' })).toContainText('changed since');
  await expect(rows.filter({ hasText: 'late.txt' })).toHaveCount(0);
  await folder.getByRole('button', { name: 'Look inside: gone.txt' }).click();
  await expect(folder.getByRole('region', { name: 'Preview' })).toContainText('was here');
  await folder.getByRole('button', { name: 'The change before' }).click();
  await expect(rows.filter({ hasText: 'gone.txt' })).toHaveCount(0);
  await expect(rows.filter({ hasText: 'plan.txt' })).toBeVisible();
  await folder.getByRole('button', { name: 'Now', exact: true }).click();
  await expect(rows.filter({ hasText: 'late.txt' })).toBeVisible();

  await folder.getByRole('button', { name: 'Close versions' }).click();
  await page.getByRole('button', { name: 'Activity', exact: true }).click();
  const activity = page.getByRole('list', { name: 'Activity' });
  await expect(activity).toContainText('aws s3api list-object-versions --bucket kept --prefix docs/plan.txt');
  await expect(activity).toContainText('Versions compared');
});
