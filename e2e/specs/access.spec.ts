import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { ACME_CONFIG, ACME_URL } from '../integration/acme.ts';
import { KEYS, STATIC_KEYS } from '../integration/profile-world.ts';
import { bucketRow, chooseProfile, decide, expectBuckets, signIn } from '../support/acts.ts';
import { folderAct, nameCell, rowAct } from '../support/objects.ts';
import { openMenu, seeChanges, signInTo } from '../support/profiles.ts';
import { expect, test } from '../support/test.ts';
import { goOn, openWizard, pickRole, signInWithin, startUrlField, step } from '../support/wizard.ts';

test.beforeEach(({ world }) => {
  const mine = { accountId: '111122223333', createdAt: Date.UTC(2019, 3, 1) };
  for (const name of ['alpha-logs', 'beta-media', 'gamma-data']) {
    world.s3.store.createBucket({ ...mine, name, region: 'eu-west-1', versioning: 'Enabled' });
  }
  world.s3.store.put('gamma-data', 'docs/a.txt', 'a');
  world.s3.store.put('gamma-data', 'plan.txt', 'the plan\n', { contentType: 'text/plain' });
  world.s3.store.put('gamma-data', 'plan.txt', 'the second plan\n', { contentType: 'text/plain' });
  world.s3.store.startUpload('gamma-data', 'film.mp4', { initiated: Date.now(), partSizes: [1000] });
});

async function expectAccessible(page: Page, hostName: string): Promise<void> {
  // Electron's pages can't open the blank page that axe likes to finish in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(hostName === 'desktop').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state, ${colorScheme}`, async ({ start, hostName, world }) => {
    test.slow();
    const app = await start();
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();
    await expectAccessible(page, hostName);

    await chooseProfile(page, 'prod-ro');
    await expectAccessible(page, hostName);
    const opened = app.openedPage();
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
    const approval = await opened;
    await expectAccessible(page, hostName);
    await decide(approval, 'Allow access');
    await expectBuckets(page, 'alpha-logs');
    await expectAccessible(page, hostName);

    world.s3.deny({ action: 's3:ListAllMyBuckets', accountId: '444455556666' });
    await chooseProfile(page, 'dev');
    await expect(page.getByRole('alert')).toContainText('s3:ListAllMyBuckets');
    await expectAccessible(page, hostName);
  });

  test(`axe finds nothing in a folder, its views and dialogs, ${colorScheme}`, async ({
    start,
    hostName,
  }) => {
    // Nine searches of the whole page, which take their time.
    test.setTimeout(240_000);
    const app = await start();
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await chooseProfile(page, 'prod-ro');
    await signIn(app);
    await expectBuckets(page, 'gamma-data');
    await bucketRow(page, 'gamma-data').dblclick();
    await expect(nameCell(page, 'docs/')).toBeVisible();
    await nameCell(page, 'plan.txt').dblclick();
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('the second plan');
    await expect(page.getByText('Version ID').first()).toBeVisible();
    await expectAccessible(page, hostName);
    await page.getByRole('button', { name: 'Search below' }).click();
    await page.getByRole('button', { name: 'Activity', exact: true }).click();
    await expectAccessible(page, hostName);
    await page.getByRole('button', { name: 'Search below' }).click();
    await page.getByRole('button', { name: 'Activity', exact: true }).click();
    await rowAct(page, 'plan.txt', 'Versions');
    const boxes = page.getByRole('checkbox', { name: /^Compare the version of/ });
    for (const index of [0, 1]) await boxes.nth(index).check({ force: true });
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('added: the second plan');
    await expectAccessible(page, hostName);
    await page.getByRole('button', { name: 'Close versions' }).click();
    await folderAct(page, 'Incomplete uploads');
    await expect(page.getByText('1 incomplete upload ·')).toBeVisible();
    await expectAccessible(page, hostName);
    await page.getByRole('button', { name: 'Close incomplete uploads' }).click();
    await folderAct(page, 'Calculate total size');
    await expect(page.getByRole('dialog')).toContainText('Everything is counted');
    await expectAccessible(page, hostName);
    await page.keyboard.press('Escape');
    await nameCell(page, 'plan.txt').click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('This is what would be deleted');
    await expectAccessible(page, hostName);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('navigation', { name: 'Path' }).getByRole('button', { name: 'prod-ro' }).click();
    await page.getByRole('button', { name: 'Create bucket' }).click();
    await page.getByRole('textbox', { name: 'Bucket name' }).fill('No_Name');
    await expectAccessible(page, hostName);
    await page.keyboard.press('Escape');
  });

  test(`axe finds nothing in the wizard, step by step, ${colorScheme}`, async ({
    start,
    hostName,
    home,
    world,
  }) => {
    test.setTimeout(240_000);
    await rm(home.config);
    const app = await start(world.center.regionalEnvironment);
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: 'Connect to your organisation' }).waitFor();
    await expectAccessible(page, hostName);
    await openWizard(page);
    await startUrlField(page).fill('our portal');
    await startUrlField(page).press('Enter');
    await expect(step(page, 'Start URL').getByRole('alert')).toBeVisible();
    await expectAccessible(page, hostName);
    await startUrlField(page).fill(ACME_URL);
    await goOn(page, 'Start URL');
    await step(page, 'Session name').getByText('More options').click();
    await expectAccessible(page, hostName);
    await goOn(page, 'Session name');
    await signInWithin(app);
    await pickRole(page, 'ReadOnly', 'acme-production');
    await pickRole(page, 'AdministratorAccess', 'acme-production');
    await expectAccessible(page, hostName);
    await goOn(page, 'Accounts and roles');
    await page.getByRole('textbox', { name: 'Names of the profiles' }).fill('{account}');
    await expect(step(page, 'Profiles')).toContainText('can’t be used');
    await expectAccessible(page, hostName);
    await page.getByRole('textbox', { name: 'Names of the profiles' }).fill('{role}');
    await goOn(page, 'Profiles');
    await expect(page.getByRole('group', { name: /^Changes to/ })).toBeVisible();
    await expectAccessible(page, hostName);
  });

  test(`axe finds nothing in the dialogs of profiles and the comparison, ${colorScheme}`, async ({
    start,
    hostName,
    home,
    world,
  }) => {
    test.setTimeout(240_000);
    world.center.ledger.add({ ...KEYS, accountId: '444455556666' });
    await home.writeConfig(`${ACME_CONFIG}
[profile keys]
${STATIC_KEYS}
[profile mfa]
role_arn = arn:aws:iam::777788889999:role/Auditor
source_profile = keys
mfa_serial = arn:aws:iam::444455556666:mfa/phone
[profile vault]
credential_process = /bin/true
`);
    const app = await start();
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await openMenu(page, 'dev', 'Add to favourites');
    await openMenu(page, 'dev', 'Colour', 'Teal');
    await page.getByRole('button', { name: 'Actions for dev' }).last().click();
    await page.getByRole('menuitem', { name: 'Production' }).click();
    await page.getByRole('menuitemradio', { name: 'No', exact: true }).waitFor();
    await expectAccessible(page, hostName);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await openMenu(page, 'keys', 'Edit…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Secret access key').fill('another');
    await expectAccessible(page, hostName);
    await seeChanges(page);
    await expect(page.getByRole('group', { name: /^Changes to/ })).toBeVisible();
    await expectAccessible(page, hostName);
    await dialog.getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await openMenu(page, 'acme', 'Delete…');
    await expect(page.getByRole('alertdialog')).toContainText('Profile prod-ro');
    await expectAccessible(page, hostName);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await chooseProfile(page, 'vault');
    await expect(page.getByRole('alertdialog', { name: /^Run a program/ })).toBeVisible();
    await expectAccessible(page, hostName);
    await page.keyboard.press('Enter');
    await chooseProfile(page, 'mfa');
    await expect(page.getByRole('dialog', { name: 'MFA code' })).toBeVisible();
    await expectAccessible(page, hostName);
    await page.keyboard.press('Escape');
    await signInTo(app, 'acme');
    await openMenu(page, 'acme', 'Compare with the portal…');
    await expect(page.getByRole('heading', { name: /^Gone from the portal/ })).toBeVisible();
    await expectAccessible(page, hostName);
  });
}

test('by keyboard alone: choose, sign in, filter, sort, copy', async ({ start }) => {
  const app = await start();
  const { page } = app;
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? '');
  for (let stop = 0; stop < 12 && (await focused()) !== 'treeitem'; stop += 1)
    await page.keyboard.press('Tab');
  expect(await focused()).toBe('treeitem');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const button = page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true });
  await expect(button).toBeVisible();
  await button.focus();
  const opened = app.openedPage();
  await page.keyboard.press('Enter');
  await decide(await opened, 'Allow access');
  await expectBuckets(page, 'alpha-logs', 'beta-media', 'gamma-data');

  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('media');
  await expect(bucketRow(page, 'alpha-logs')).toBeHidden();
  await expect(bucketRow(page, 'beta-media')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectBuckets(page, 'alpha-logs');

  for (let stop = 0; stop < 20 && (await focused()) !== 'grid'; stop += 1) {
    if (['row', 'gridcell', 'grid'].includes(await focused())) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('End');
  await expect(bucketRow(page, 'gamma-data')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(bucketRow(page, 'alpha-logs')).toHaveAttribute('aria-selected', 'true');
});

test('by keyboard alone: the wizard, from an empty home to buckets', async ({ start, home, world }) => {
  await rm(home.config);
  const app = await start(world.center.regionalEnvironment);
  const { page } = app;
  const { keyboard } = page;
  const begin = page.getByRole('button', { name: 'Connect to your organisation' });
  await expect(begin).toBeVisible();
  const tabTo = async (wanted: Locator) => {
    const there = () =>
      wanted.evaluate((element) => element.contains(document.activeElement)).catch(() => false);
    for (let stop = 0; stop < 40 && !(await there()); stop += 1) await keyboard.press('Tab');
    await expect(wanted).toBeFocused();
  };
  await tabTo(begin);
  await keyboard.press('Enter');
  await expect(startUrlField(page)).toBeFocused();
  await keyboard.type('acme.awsapps.com');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name for this sign-in' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(step(page, 'Sign in').getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
  const opened = app.openedPage();
  await keyboard.press('Enter');
  await decide(await opened, 'Allow access');
  await expect(page.getByRole('searchbox', { name: 'Search accounts and roles' })).toBeFocused();
  await keyboard.type('readonly');
  const row = page.getByRole('row', { name: /ReadOnly/ });
  await expect(row).toBeVisible();
  await expect(page.getByRole('row', { name: /AdministratorAccess/ })).toHaveCount(0);
  await tabTo(page.getByRole('button', { name: 'Pick the one found' }));
  await keyboard.press('Tab');
  await keyboard.press('End');
  await keyboard.press(' ');
  await expect(page.getByRole('checkbox', { name: 'Pick ReadOnly in acme-production' })).toBeChecked();
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Profile name' })).toBeFocused();
  await keyboard.press('Enter');
  // Enter has to be asked for again before anything is written.
  await expect(page.getByRole('heading', { name: 'Review and write' })).toBeFocused();
  await expect(page.getByRole('group', { name: /^Changes to/ })).toBeVisible();
  await tabTo(page.getByRole('button', { name: 'Write 1 profile' }));
  await keyboard.press('Enter');
  await expectBuckets(page, 'alpha-logs', 'beta-media', 'gamma-data');
});
