import { mkdir, readFile, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { ACME_CONFIG, ACME_URL } from '../integration/acme.ts';
import { findCommand } from '../stand-ins/s3/conformance/find-command.ts';
import { runCommand } from '../stand-ins/s3/conformance/run-command.ts';
import { expectBuckets } from '../support/acts.ts';
import { PROD } from '../support/objects.ts';
import { expect, test } from '../support/test.ts';
import {
  connectTo,
  expectDiff,
  goOn,
  openWizard,
  pickRole,
  signInWithin,
  startUrlField,
  step,
} from '../support/wizard.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

test.beforeEach(({ world }) => {
  world.s3.store.createBucket({ name: 'invoices-2026', region: 'eu-west-1', accountId: PROD });
});

/** As the AWS CLI's own writer puts them: the profile, then the session that it names. */
const WRITTEN = `[profile prod]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = ReadOnly
region = eu-central-1
output = yaml
[sso-session acme]
sso_start_url = ${ACME_URL}
sso_region = eu-west-1
sso_registration_scopes = sso:account:access
`;

test('an empty home, the wizard, and the buckets; the file is what `aws configure sso` writes', async ({
  start,
  home,
  world,
}) => {
  await rm(home.config);
  const app = await start(world.center.regionalEnvironment);
  const { page } = app;
  await page.getByRole('main').getByRole('button', { name: 'Connect to your organisation' }).click();
  await expect(startUrlField(page)).toBeFocused();
  // As it stands in the browser's address bar.
  await startUrlField(page).fill('https://acme.awsapps.com/start/#/?tab=accounts');
  await expect(step(page, 'Start URL')).toContainText('This is an access portal');
  await goOn(page, 'Start URL');
  // The region isn't in the address: it is asked for, and found.
  const name = page.getByRole('textbox', { name: 'Name for this sign-in' });
  await expect(name).toHaveValue('acme');
  await expect(page.getByRole('main')).toContainText('Europe (Ireland) · found by asking');
  await goOn(page, 'Session name');
  await signInWithin(app);

  const roles = step(page, 'Accounts and roles');
  await expect(roles).toContainText('2 accounts, 3 roles');
  await expect(roles.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await pickRole(page, 'ReadOnly', 'acme-production');
  await goOn(page, 'Accounts and roles');
  const profile = page.getByRole('textbox', { name: 'Profile name' });
  await expect(profile).toHaveValue('ReadOnly-111122223333');
  await profile.fill('prod');
  await page.getByRole('combobox', { name: 'Client region' }).fill('eu-central-1');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Output format' }).selectOption('yaml');
  await goOn(page, 'Profiles');

  const review = step(page, 'Review and write');
  await expectDiff(
    page,
    home.config,
    WRITTEN.trimEnd()
      .split('\n')
      .map((line) => `+ ${line}`),
  );
  await expect(review).toContainText('new file');
  await expect(review).toContainText('aws configure set sso_session acme --profile prod');
  // Nothing is written before the last step.
  await expect(readFile(home.config)).rejects.toMatchObject({ code: 'ENOENT' });
  await review.getByRole('button', { name: 'Write 1 profile' }).click();
  await expectBuckets(page, 'invoices-2026');
  await expect(page.getByText('1 profile written')).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^prod/ })).toHaveAttribute('aria-selected', 'true');
  expect(await readFile(home.config, 'utf8')).toBe(WRITTEN);
  // Who was signed in in the wizard need not sign in again.
  expect(
    world.center.calls.filter(({ operation }) => operation === 'StartDeviceAuthorization').at(-1),
  ).toMatchObject({ status: 200, region: 'eu-west-1' });

  const aws = await findCommand('aws', /aws-cli\/2/);
  test.info().annotations.push({ type: 'aws', description: aws?.version ?? 'no aws here' });
  if (aws === undefined) return;
  const env = {
    ...world.center.environment,
    HOME: home.folder,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const shown = await runCommand(aws.path, ['configure', 'list', '--profile', 'prod'], {
    cwd: home.folder,
    env,
  });
  expect(shown.stdout).toMatch(/profile\s.*\bprod\b/);
  const region = ['configure', 'get', 'region', '--profile', 'prod'];
  expect((await runCommand(aws.path, region, { cwd: home.folder, env })).stdout).toBe('eu-central-1\n');
});

test('a sign-in that is there is offered, and a profile added to it', async ({ start, home }) => {
  const app = await start();
  const { page } = app;
  await openWizard(page);
  await startUrlField(page).fill('acme.awsapps.com/start/');
  await expect(step(page, 'Start URL')).toContainText('You have a sign-in for this portal');
  await page.getByRole('button', { name: 'Use acme' }).click();
  await signInWithin(app);
  await expect(page.getByRole('row', { name: /ReadOnly/ })).toContainText('has the profile prod-ro');
  await pickRole(page, 'AdministratorAccess', 'acme-production');
  await goOn(page, 'Accounts and roles');
  const name = page.getByRole('textbox', { name: 'Profile name' });
  await name.fill('dev');
  await expect(step(page, 'Profiles')).toContainText('A profile of this name exists.');
  await expect(step(page, 'Profiles').getByRole('button', { name: 'Continue' })).toBeDisabled();
  await name.fill('admin role');
  await goOn(page, 'Profiles');
  await page.getByRole('button', { name: 'Write 1 profile' }).click();
  await expectBuckets(page, 'invoices-2026');
  expect(await readFile(home.config, 'utf8')).toBe(
    `${ACME_CONFIG}[profile 'admin role']\nsso_session = acme\nsso_account_id = 111122223333\nsso_role_name = AdministratorAccess\n`,
  );
});

test('a config file that is binary, or no file at all, is named and left alone', async ({ start, home }) => {
  const binary = Buffer.from([0x5b, 0, 1, 2, 0xff, 0xfe, 0, 0]);
  await writeFile(home.config, binary);
  const app = await start();
  const { page } = app;
  await page.getByRole('button', { name: '1 problem in the config files' }).click();
  await expect(page.getByRole('main')).toContainText('The file holds binary data, not text.');
  await expect(page.getByRole('main')).toContainText(`${home.config}, line 1`);
  await openWizard(page);
  await connectTo(app, ACME_URL);
  await pickRole(page, 'ReadOnly', 'acme-production');
  await goOn(page, 'Accounts and roles');
  await goOn(page, 'Profiles');
  const review = step(page, 'Review and write');
  const alert = review.getByRole('alert');
  const write = review.getByRole('button', { name: 'Write 1 profile' });
  await expect(alert).toContainText(`${home.config} can’t be read, so nothing was written to it.`);
  await expect(alert).toContainText(/binary/i);
  await expect(write).toBeDisabled();
  expect(await readFile(home.config)).toEqual(binary);

  await rm(home.config);
  await mkdir(home.config);
  await alert.getByRole('button', { name: 'Look at the changes again' }).click();
  await expect(alert).toContainText(/directory|folder/i);
  await expect(write).toBeDisabled();
  expect(await readdir(home.config)).toEqual([]);
  // Mended, it goes on from where one was.
  await rmdir(home.config);
  await home.writeConfig('# mine\n');
  await alert.getByRole('button', { name: 'Look at the changes again' }).click();
  await write.click();
  await expectBuckets(page, 'invoices-2026');
  expect(await readFile(home.config, 'utf8')).toMatch(/^# mine\n\[profile ReadOnly-111122223333\]\n/);
});
