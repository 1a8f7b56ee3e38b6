import { readFile } from 'node:fs/promises';
import { ACME_CONFIG } from '../integration/acme.ts';
import { manyAccounts } from '../stand-ins/identity-center/index.ts';
import { expectBuckets } from '../support/acts.ts';
import { PROD } from '../support/objects.ts';
import { openMenu, signInTo } from '../support/profiles.ts';
import { expect, test } from '../support/test.ts';
import { goOn, pickRole, step } from '../support/wizard.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

const SSO = (name: string, accountId: string, roleName: string, more = '') =>
  `[profile ${name}]\nsso_session = acme\nsso_account_id = ${accountId}\nsso_role_name = ${roleName}\n${more}`;

test('forty roles become profiles at once, by a template; names that collide are shown and blocked', async ({
  start,
  home,
  world,
}) => {
  const [acme] = world.center.organisations;
  if (acme === undefined) throw new Error('no organisation');
  acme.accounts.push(...manyAccounts(14, 3).slice(1), { accountId: '900000000001', roles: ['Auditor'] });
  const app = await start();
  const { page } = app;
  await signInTo(app, 'acme');
  await openMenu(page, 'acme', 'Add profiles…');
  const roles = step(page, 'Accounts and roles');
  await expect(roles).toContainText('16 accounts, 43 roles');
  const search = page.getByRole('searchbox', { name: 'Search accounts and roles' });
  await search.fill('rdnly');
  await expect(page.getByRole('row', { name: /AdministratorAccess/ })).toHaveCount(0);
  await roles.getByRole('button', { name: 'Pick all 14 found' }).click();
  await expect(roles).toContainText('14 roles picked');
  await search.fill('');
  await roles.getByRole('button', { name: 'Pick all 43' }).click();
  await search.fill('acme-production');
  await roles.getByRole('button', { name: 'Unpick all found' }).click();
  await search.fill('444455556666');
  await roles.getByRole('button', { name: 'Unpick all found' }).click();
  await expect(roles).toContainText('40 roles picked');
  await goOn(page, 'Accounts and roles');

  const profiles = step(page, 'Profiles');
  const template = page.getByRole('textbox', { name: 'Names of the profiles' });
  await expect(template).toHaveValue('{account}-{role}');
  await template.fill('{rolle}');
  await expect(profiles).toContainText('{rolle} is not one of the values that can be filled in.');
  await template.fill('{role}');
  await expect(profiles).toContainText(/\d+ names can’t be used/);
  const names = page.getByRole('table', { name: 'Names' });
  await expect(names.getByRole('row').nth(1)).toContainText('there twice');
  await expect(profiles.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await template.fill('x-{role}-');
  await page.getByRole('button', { name: 'Insert {accountId}' }).click();
  await expect(template).toHaveValue('x-{role}-{accountId}');
  await expect(profiles).not.toContainText('can’t be used');
  await expect(profiles).toContainText('40 profiles');
  await goOn(page, 'Profiles');

  const review = step(page, 'Review and write');
  await expect(review).toContainText('160 lines added');
  expect(await readFile(home.config, 'utf8')).toBe(ACME_CONFIG);
  await review.getByRole('button', { name: 'Write 40 profiles' }).click();
  await expect(page.getByText('40 profiles written')).toBeVisible();
  const written = await readFile(home.config, 'utf8');
  const wanted = acme.accounts
    .slice(2)
    .flatMap(({ accountId, roles: each }) =>
      each.map((role) => SSO(`x-${role}-${accountId}`, accountId, role)),
    );
  expect(wanted).toHaveLength(40);
  expect(written.startsWith(ACME_CONFIG)).toBe(true);
  expect(
    written
      .slice(ACME_CONFIG.length)
      .split(/(?=^\[)/m)
      .toSorted(),
  ).toEqual(wanted.toSorted());
  await expect(page.getByRole('treeitem', { name: /^x-Auditor-900000000001/ })).toBeAttached();

  // All of it goes with one click.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  expect(await readFile(home.config, 'utf8')).toBe(ACME_CONFIG);
  await expect(page.getByRole('treeitem', { name: /^x-Auditor/ })).toHaveCount(0);
});

test('compared with the portal: new roles are added, gone ones pruned, others’ profiles left alone', async ({
  start,
  home,
  world,
}) => {
  world.s3.store.createBucket({ name: 'invoices-2026', region: 'eu-west-1', accountId: PROD });
  const [acme] = world.center.organisations;
  const [production] = acme?.accounts ?? [];
  if (acme === undefined || production === undefined) throw new Error('no account');
  const app = await start();
  const { page } = app;
  await signInTo(app, 'acme');
  await openMenu(page, 'acme', 'Add profiles…');
  await pickRole(page, 'AdministratorAccess', 'acme-production');
  await goOn(page, 'Accounts and roles');
  await page.getByRole('textbox', { name: 'Profile name' }).fill('ours');
  await goOn(page, 'Profiles');
  await page.getByRole('button', { name: 'Write 1 profile' }).click();
  await expectBuckets(page, 'invoices-2026');

  // In the portal, a role comes and a role and an account go.
  production.roles = ['ReadOnly', 'Billing'];
  acme.accounts.splice(1, 1);
  await openMenu(page, 'acme', 'Compare with the portal…');
  const main = page.getByRole('main');
  // The list of a moment ago would do for the first look.
  await main.getByRole('button', { name: 'Compare again' }).click();
  await expect(main.getByRole('heading', { name: 'New in the portal (1)' })).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Gone from the portal (3)' })).toBeVisible();
  const gone = (name: string) => main.getByRole('listitem').filter({ hasText: name });
  await expect(gone('ours')).toContainText(/role (not assigned any more|no longer assigned)/);
  await expect(gone('dev')).toContainText(/account .*assigned.* · not written by Bucket Porter/);
  await expect(gone('NoSuchRole')).toContainText('not written by Bucket Porter');
  for (const name of ['dev', 'gone']) {
    await expect(main.getByRole('checkbox', { name: `Delete ${name}`, exact: true })).toBeDisabled();
  }
  const before = await readFile(home.config, 'utf8');
  await main.getByRole('checkbox', { name: 'Delete ours' }).check({ force: true });
  await main.getByRole('button', { name: 'Delete 1 profile…' }).click();
  await expect(
    main.getByRole('heading', { name: 'Delete profiles that are gone from the portal' }),
  ).toBeVisible();
  await expect(main).toContainText('4 lines removed');
  expect(await readFile(home.config, 'utf8')).toBe(before);
  await main.getByRole('button', { name: 'Delete 1 profile', exact: true }).click();
  await expect(page.getByText('1 profile deleted')).toBeVisible();
  expect(await readFile(home.config, 'utf8')).toBe(ACME_CONFIG);
  await expect(main.getByRole('heading', { name: 'Gone from the portal (2)' })).toBeVisible();

  await pickRole(page, 'Billing', 'acme-production');
  await main.getByRole('button', { name: 'Add 1 profile…' }).click();
  await page.getByRole('textbox', { name: 'Profile name' }).fill('bills');
  await goOn(page, 'Profiles');
  await page.getByRole('button', { name: 'Write 1 profile' }).click();
  await expectBuckets(page, 'invoices-2026');
  expect(await readFile(home.config, 'utf8')).toBe(`${ACME_CONFIG}${SSO('bills', PROD, 'Billing')}`);
});
