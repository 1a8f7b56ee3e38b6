import { appendFile, rm } from 'node:fs/promises';
import { ACME_CONFIG } from '../integration/acme.ts';
import { expect, test } from '../support/test.ts';

test('a change by another program shows up without a restart', async ({ start, home }) => {
  const { page } = await start();
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();
  await appendFile(
    home.config,
    '\n[profile brand-new]\nsso_session = acme\nsso_account_id = 444455556666\nsso_role_name = Developer\n',
  );
  await expect(page.getByRole('treeitem', { name: /^brand-new/ })).toBeVisible();
  await home.writeConfig(ACME_CONFIG.replaceAll('prod-ro', 'renamed'));
  await expect(page.getByRole('treeitem', { name: /^renamed/ })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeHidden();
});

test('a broken line is named, and the rest still works', async ({ start, home }) => {
  await home.writeConfig(`${ACME_CONFIG}\n[profile half\nregion = x\n`);
  const { page } = await start();
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();
  await page.getByRole('button', { name: /problem/ }).click();
  const line = ACME_CONFIG.split('\n').length + 1;
  await expect(page.getByText(`${home.config}, line ${line}`)).toBeVisible();
});

test('an empty home explains how a sign-in gets here, and follows the file', async ({ start, home }) => {
  await rm(home.config);
  const { page } = await start();
  await expect(page.getByText(home.config).first()).toBeVisible();
  await page.getByText('Write the config file by hand instead').click();
  await expect(page.getByText('[sso-session').first()).toBeVisible();
  await home.writeConfig(ACME_CONFIG);
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();
});
