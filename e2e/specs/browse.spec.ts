import { bucketRow, chooseProfile, confirmProduction, expectBuckets, signIn } from '../support/acts.ts';
import {
  clipboardOf,
  detailsPane,
  editLocation,
  expectNames,
  folderAct,
  goTo,
  nameCell,
  objectGrid,
  objectRow,
  openBucket,
  PROD,
  rowAct,
  selectedNames,
} from '../support/objects.ts';
import { expect, test } from '../support/test.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

const READABLE_CLIPBOARD = process.platform === 'linux';

test.beforeEach(({ world }) => {
  const { store } = world.s3;
  store.createBucket({ name: 'invoices-2026', region: 'eu-west-1', accountId: PROD });
  store.createBucket({ name: 'media-tokyo', region: 'ap-northeast-1', accountId: PROD });
  for (const key of [
    '2025/q4/december.pdf',
    '2026/february/acme.txt',
    '2026/january/acme.txt',
    '2026/january/zenith.txt',
    '2026/readme.md',
    'index.html',
  ]) {
    store.put('invoices-2026', key, `This is ${key}.`);
  }
  store.put('media-tokyo', 'photos/a.jpg', { size: 1_000_000 });
  store.put('media-tokyo', 'videos/2026/clip.mp4', { size: 9_000_000 });
});

test('the path, addresses of every kind, completion, back, forward and up', async ({ start }) => {
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, 'invoices-2026');
  await expectNames(page, ['2025/', '2026/', 'index.html']);
  await nameCell(page, '2026/').dblclick();
  const january = ['acme.txt', 'zenith.txt'];
  await expectNames(page, ['february/', 'january/', 'readme.md']);
  await nameCell(page, 'january/').dblclick();
  await expectNames(page, january);

  const path = page.getByRole('navigation', { name: 'Path' });
  await expect(path.getByRole('button')).toHaveText(['prod-ro', 'invoices-2026', '2026', 'january']);
  await path.getByRole('button', { name: 'invoices-2026' }).click();
  await expectNames(page, ['2025/', '2026/', 'index.html']);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expectNames(page, january);
  await page.getByRole('button', { name: 'Up one level' }).click();
  await expectNames(page, ['february/', 'january/', 'readme.md']);
  // Where one comes from is where the keyboard is.
  await expect(objectRow(page, 'january/')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+ArrowLeft');
  await expectNames(page, january);
  await page.getByRole('button', { name: 'Forward', exact: true }).click();
  await expectNames(page, ['february/', 'january/', 'readme.md']);

  await goTo(page, 's3://media-tokyo/photos/');
  await expectNames(page, ['a.jpg']);
  await goTo(page, 'arn:aws:s3:::invoices-2026/2025/q4/');
  await expectNames(page, ['december.pdf']);
  await goTo(
    page,
    'https://eu-west-1.console.aws.amazon.com/s3/buckets/invoices-2026?region=eu-west-1&prefix=2026/january/&showversions=false',
  );
  await expectNames(page, january);
  // A folder as people write it, without the slash.
  await goTo(page, 's3://invoices-2026/2026/february');
  await expectNames(page, ['acme.txt']);
  await expect(path).toContainText('february');
  await goTo(
    page,
    'https://invoices-2026.s3.eu-west-1.amazonaws.com/2026/january/zenith.txt?X-Amz-Signature=1',
  );
  await expectNames(page, january);
  await expect(objectRow(page, 'zenith.txt')).toHaveAttribute('aria-selected', 'true');
  await expect(detailsPane(page)).toContainText('s3://invoices-2026/2026/january/zenith.txt');
  await expect(detailsPane(page)).toContainText('This is 2026/january/zenith.txt.');

  const field = await editLocation(page);
  await field.fill('where is it?');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This is not a place in S3.');
  await field.fill('s3://media-tokyo/vid');
  await expect(page.getByRole('option', { name: 's3://media-tokyo/videos/' })).toBeVisible();
  await field.press('Tab');
  await expect(field).toHaveValue('s3://media-tokyo/videos/');
  await expect(page.getByRole('option', { name: 's3://media-tokyo/videos/2026/' })).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await expectNames(page, ['clip.mp4']);
  await expect(field).toBeHidden();
});

test('tabs keep their state; bookmarks, recent places and links lead back', async ({
  start,
  hostName,
  person,
}) => {
  const app = await start();
  const { page } = app;
  const clipboard = await clipboardOf(app, person);
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, 'invoices-2026');
  await rowAct(page, '2026/', 'Open in a new tab');
  const tabs = page.getByRole('tab');
  await expect(tabs).toHaveText(['invoices-2026', '2026']);
  await expectNames(page, ['february/', 'january/', 'readme.md']);
  await objectGrid(page).getByRole('columnheader', { name: /Name/ }).getByRole('button').click();
  await expectNames(page, ['january/', 'february/', 'readme.md']);
  await page.getByRole('searchbox', { name: 'Filter by name' }).fill('ary');
  await expectNames(page, ['january/', 'february/']);
  await nameCell(page, 'january/').click();

  await tabs.first().click();
  await expectNames(page, ['2025/', '2026/', 'index.html']);
  await page.keyboard.press('Control+PageDown');
  await expectNames(page, ['january/', 'february/']);
  await expect(page.getByRole('searchbox', { name: 'Filter by name' })).toHaveValue('ary');
  await expect(objectRow(page, 'january/')).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: 'Add bookmark' }).click();
  await expect(page.getByText('Bookmark added')).toBeVisible();
  await folderAct(page, 'Copy link to this folder');
  const link =
    'bucket-porter://open?uri=s3://invoices-2026/2026/&account=111122223333&role=ReadOnly' +
    '&start-url=https://acme.awsapps.com/start&profile=prod-ro';
  if (READABLE_CLIPBOARD || hostName === 'desktop') await expect.poll(clipboard).toBe(link);
  await goTo(page, 's3://media-tokyo/photos/');
  await expectNames(page, ['a.jpg']);

  await page.getByRole('button', { name: 'Bookmarks and recent places' }).click();
  const places = page.getByRole('dialog', { name: 'Bookmarks and recent places' });
  await expect(places.getByRole('listitem')).toContainText(['2026', 'photos', '2026', 'invoices-2026']);
  await places.getByRole('listitem').first().getByRole('button').first().click();
  await expectNames(page, ['february/', 'january/', 'readme.md']);

  // A link works wherever an address does, also for those who look as somebody else at the moment.
  await chooseProfile(page, 'dev');
  await expect(page.getByText('No buckets').first()).toBeVisible();
  await goTo(page, link.replace('2026/&', '2026/january/zenith.txt&'));
  await expectNames(page, ['acme.txt', 'zenith.txt']);
  await expect(detailsPane(page)).toContainText('s3://invoices-2026/2026/january/zenith.txt');
  await expect(page.getByRole('navigation', { name: 'Path' })).toContainText('prod-ro');
  await goTo(page, 'bucket-porter://open?uri=s3://invoices-2026/&account=999999999999&role=Nobody');
  await expect(page.getByRole('alert')).toContainText('Nobody in account 999999999999');
});

test('by keyboard alone: from the buckets to an object and back, selecting and copying', async ({
  start,
  hostName,
  person,
}) => {
  const app = await start();
  const { page } = app;
  const { keyboard } = page;
  const clipboard = await clipboardOf(app, person);
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, 'invoices-2026', 'media-tokyo');
  const focusedRole = () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? '');
  const tabTo = async (...roles: string[]) => {
    for (let stop = 0; stop < 40 && !roles.includes(await focusedRole()); stop += 1)
      await keyboard.press('Tab');
    expect(roles).toContain(await focusedRole());
  };
  await page.getByRole('main').focus();
  await tabTo('grid', 'row');
  await keyboard.press('Home');
  await expect(bucketRow(page, 'invoices-2026')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expectNames(page, ['2025/', '2026/', 'index.html']);
  // The table has taken the focus over; nothing has to be searched for.
  await expect(objectGrid(page)).toBeFocused();

  await keyboard.press('End');
  await expect.poll(() => selectedNames(page)).toEqual(['index.html']);
  await keyboard.press('Home');
  await expect.poll(() => selectedNames(page)).toEqual(['2025/']);
  await keyboard.press('ArrowDown');
  await expect.poll(() => selectedNames(page)).toEqual(['2026/']);
  await keyboard.press('Shift+ArrowDown');
  await expect.poll(() => selectedNames(page)).toEqual(['2026/', 'index.html']);
  await expect(page.getByText(/^2 selected/)).toBeVisible();
  await keyboard.press('Control+a');
  await expect.poll(() => selectedNames(page)).toEqual(['2025/', '2026/', 'index.html']);
  await keyboard.press('Escape');
  await expect.poll(() => selectedNames(page)).toEqual([]);
  await keyboard.type('ind');
  await expect.poll(() => selectedNames(page)).toEqual(['index.html']);
  await keyboard.press('Control+ArrowUp');
  await keyboard.press('Space');
  await expect.poll(() => selectedNames(page)).toEqual(['2026/', 'index.html']);
  await keyboard.press('Control+c');
  if (READABLE_CLIPBOARD || hostName === 'desktop') {
    await expect
      .poll(clipboard)
      .toMatch(/^s3:\/\/invoices-2026\/2026\/\ns3:\/\/invoices-2026\/index\.html\n?$/);
  }

  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expectNames(page, ['february/', 'january/', 'readme.md']);
  await expect(objectGrid(page)).toBeFocused();
  await keyboard.press('End');
  await expect.poll(() => selectedNames(page)).toEqual(['readme.md']);
  await keyboard.press('Enter');
  await expect(detailsPane(page)).toContainText('s3://invoices-2026/2026/readme.md');
  await expect(objectGrid(page)).toBeFocused();
  await keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('Escape');
  await expect(objectGrid(page)).toBeFocused();
  await keyboard.press('Backspace');
  await expectNames(page, ['2025/', '2026/', 'index.html']);
  await expect(objectGrid(page)).toBeFocused();
  await expect.poll(() => selectedNames(page)).toEqual(['2026/']);
  await keyboard.press('Alt+ArrowUp');
  await expectBuckets(page, 'invoices-2026', 'media-tokyo');
});

/** Keys of a kind that tools stumble over, each in a folder of its own, with what its last step is shown as. */
const ODD_KEYS: readonly (readonly [key: string, shown: string])[] = [
  ['odd/ two  spaces ', '␣two  spaces␣'],
  ['odd/..', '..'],
  ['odd/<a href="x">&amp;\'<b>', '<a href="x">&amp;\'<b>'],
  ['odd/50%25 #1?+=&.txt', '50%25 #1?+=&.txt'],
  ['odd/bell\u0007tab\tline\n', 'bell‹BEL›tab‹TAB›line‹LF›'],
  ['odd/☕ 🧑‍💻 日本語', '☕ 🧑‍💻 日本語'],
  ['odd/both', 'both'],
  [`odd/${'ü'.repeat(510)}`, 'ü'.repeat(510)],
];

test('keys that tools stumble over are listed, opened, copied and deleted, and no others', async ({
  start,
  world,
  hostName,
  person,
}) => {
  const { store } = world.s3;
  const name = 'odd-keys';
  store.createBucket({ name, region: 'eu-west-1', accountId: PROD });
  const others = ['//', '/leading', 'odd/both/inside', 'odd//double', 'plain.txt'];
  for (const [key] of ODD_KEYS) store.put(name, key, key);
  for (const key of others) store.put(name, key, key);
  const left = () => [...store.bucket(name).objects.values()].map(({ key }) => key).toSorted();

  const app = await start();
  const { page } = app;
  const clipboard = await clipboardOf(app, person);
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, name);
  await expectNames(page, ['(no name)/', 'odd/', 'plain.txt']);
  await nameCell(page, '(no name)/').dblclick();
  await expectNames(page, ['(no name)/', 'leading']);
  await nameCell(page, '(no name)/').dblclick();
  // The key is the folder itself.
  await expectNames(page, ['(no name)']);
  await nameCell(page, '(no name)').dblclick();
  await expect(detailsPane(page)).toContainText(`s3://${name}///`);
  await page.keyboard.press('Backspace');
  await expectNames(page, ['(no name)/', 'leading']);
  await goTo(page, `s3://${name}/odd/`);
  await expect(nameCell(page, '(no name)/')).toBeVisible();
  await expect(nameCell(page, 'both/')).toBeVisible();

  for (const [key, shown] of ODD_KEYS) {
    await test.step(JSON.stringify(key.slice(0, 40)), async () => {
      await nameCell(page, shown).dblclick();
      const details = detailsPane(page);
      await expect(details).toContainText(`s3://${name}/${key}`);
      // Its size: of this object and no other.
      const bytes = Buffer.byteLength(key).toLocaleString('en-GB');
      await expect(details.getByTitle(`${bytes} bytes`).first()).toBeVisible();
      if (READABLE_CLIPBOARD || hostName === 'desktop') {
        await rowAct(page, shown, 'Copy S3 URI');
        await expect.poll(clipboard).toBe(`s3://${name}/${key}`);
      }
    });
  }

  for (const [index, [, shown]] of ODD_KEYS.entries())
    await nameCell(page, shown).click({ modifiers: index === 0 ? [] : ['ControlOrMeta'] });
  await expect(page.getByText(new RegExp(`^${ODD_KEYS.length} selected`))).toBeVisible();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('This is what would be deleted');
  await confirmProduction(dialog);
  await dialog.getByRole('button', { name: `Delete ${ODD_KEYS.length} items` }).click();
  await expect(dialog).toContainText('Deleted.');
  expect(left()).toEqual(others.toSorted());
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expectNames(page, ['(no name)/', 'both/']);
});
