import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ACME_CONFIG } from '../integration/acme.ts';
import { AUDIT, AUDITOR, DEVELOPMENT, KEYS, STATIC_KEYS } from '../integration/profile-world.ts';
import { chooseProfile, expectBuckets, signIn } from '../support/acts.ts';
import { expect, test } from '../support/test.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

const STONE = `arn:aws:iam::${DEVELOPMENT}:role/SteppingStone`;
const PHONE = `arn:aws:iam::${DEVELOPMENT}:mfa/phone`;

test.beforeEach(({ world }) => {
  world.center.ledger.add({ ...KEYS, accountId: DEVELOPMENT });
  world.s3.store.createBucket({ name: 'dev-scratch', accountId: DEVELOPMENT, region: 'eu-west-1' });
  world.s3.store.createBucket({ name: 'audit-trail', accountId: AUDIT, region: 'eu-west-1' });
});

test('static keys, and a chain of roles that begins at a sign-in', async ({ start, home, world }) => {
  world.sts.roles.push(
    { arn: STONE, trusts: ({ roleName }) => roleName === 'ReadOnly' },
    { arn: AUDITOR, trusts: ({ roleName }) => roleName === 'SteppingStone', externalId: 'acme-7' },
  );
  await home.writeConfig(`${ACME_CONFIG}
[profile keys]
region = eu-west-1
${STATIC_KEYS}
[profile audit]
role_arn = ${AUDITOR}
source_profile = stone
external_id = acme-7
[profile stone]
role_arn = ${STONE}
source_profile = prod-ro
`);
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'keys');
  await expectBuckets(page, 'dev-scratch');
  // No sign-in of its own: the one at the chain's beginning is asked for.
  await chooseProfile(page, 'audit');
  await expect(page.getByRole('main')).toContainText('acme');
  await signIn(app);
  await expectBuckets(page, 'audit-trail');
  await expect(page.getByText('1 bucket', { exact: true })).toBeVisible();
  await chooseProfile(page, 'stone');
  await expectBuckets(page, 'dev-scratch');
});

test('a credential process is shown and asked about once, and not again after a restart', async ({
  start,
  home,
  world,
}) => {
  const issued = world.center.ledger.issue({
    accountId: DEVELOPMENT,
    roleName: 'Vault',
    lifetimeMs: 3_600_000,
    now: Date.now(),
  });
  const answer = {
    Version: 1,
    AccessKeyId: issued.accessKeyId,
    SecretAccessKey: issued.secretAccessKey,
    SessionToken: issued.sessionToken,
    Expiration: new Date(issued.expiresAt).toISOString(),
  };
  const [helper, runs] = [join(home.folder, 'vault.mjs'), join(home.folder, 'runs')];
  await writeFile(
    helper,
    `import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(runs)}, 'ran\\n');
console.log(${JSON.stringify(JSON.stringify(answer))});`,
  );
  const command = `"${process.execPath}" "${helper}" --account dev`;
  await home.writeConfig(`${ACME_CONFIG}\n[profile vault]\ncredential_process = ${command}\n`);
  const first = await start();
  const { page } = first;
  await chooseProfile(page, 'vault');
  const dialog = page.getByRole('alertdialog', { name: 'Run a program for vault?' });
  await expect(dialog).toContainText(command);
  await expect(dialog.getByRole('button', { name: 'Don’t run' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('“vault” was not opened.');
  await expect(readFile(runs)).rejects.toMatchObject({ code: 'ENOENT' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expectBuckets(page, 'dev-scratch');
  expect(await readFile(runs, 'utf8')).toBe('ran\n');
  await first.close();

  const again = (await start()).page;
  await chooseProfile(again, 'vault');
  await expectBuckets(again, 'dev-scratch');
  expect(await readFile(runs, 'utf8')).toBe('ran\nran\n');
});

test('a role with MFA asks for its code, and again where it is refused', async ({ start, home, world }) => {
  world.sts.roles.push({ arn: AUDITOR, needsMfa: true });
  world.sts.mfaCodes.set(PHONE, ['111111']);
  await home.writeConfig(`${ACME_CONFIG}
[profile mfa]
role_arn = ${AUDITOR}
source_profile = keys
mfa_serial = ${PHONE}
region = eu-west-1
[profile keys]
${STATIC_KEYS}`);
  const { page } = await start();
  await chooseProfile(page, 'mfa');
  const dialog = page.getByRole('dialog', { name: 'MFA code' });
  await expect(dialog).toContainText('Profile mfa needs the code of its MFA device.');
  await expect(dialog).toContainText(PHONE);
  const code = dialog.getByRole('textbox', { name: 'Code' });
  await expect(code).toBeFocused();
  await code.fill('999999');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('The code was refused.');
  await expect(code).toHaveValue('');
  await code.fill('111 111');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expectBuckets(page, 'audit-trail');
  await expect(dialog).toBeHidden();
});
