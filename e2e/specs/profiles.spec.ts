import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ACME_CONFIG } from '../integration/acme.ts';
import { bucketRow, chooseProfile, expectBuckets, signIn } from '../support/acts.ts';
import { openMenu, seeChanges, sidebarItem } from '../support/profiles.ts';
import { expect, test } from '../support/test.ts';
import { expectDiff } from '../support/wizard.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

const DEV = '444455556666';

test('a change is shown as a diff, written, and undone by one click to the last byte', async ({
  start,
  home,
}) => {
  // As an editor on another system left it: other line ends, words of any language, no line end at the end.
  const original = `# 手で書いた\n${ACME_CONFIG}  ; a note\n[profile dev-2]\nodd_key=1`.replaceAll(
    '\n',
    '\r\n',
  );
  await home.writeConfig(original);
  const { page } = await start();
  await openMenu(page, 'dev', 'Edit…');
  const dialog = page.getByRole('dialog', { name: 'Edit profile dev' });
  const next = dialog.getByRole('button', { name: 'See the changes' });
  await expect(next).toBeDisabled();
  const account = dialog.getByRole('textbox', { name: 'Account ID' });
  await account.fill('12');
  await expect(dialog).toContainText('An account ID has 12 digits.');
  await expect(next).toBeDisabled();
  await account.fill(DEV);
  await dialog.getByRole('combobox', { name: 'AWS Region' }).fill('eu-north-1');
  await page.keyboard.press('Escape');
  await seeChanges(page);
  await expectDiff(page, home.config, ['− region = ap-northeast-1', '+ region = eu-north-1']);
  await expect(dialog).toContainText('aws configure set region eu-north-1 --profile dev');
  expect(await readFile(home.config, 'utf8')).toBe(original);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved dev.')).toBeVisible();
  expect(await readFile(home.config, 'utf8')).toBe(original.replace('ap-northeast-1', 'eu-north-1'));
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  expect(await readFile(home.config, 'utf8')).toBe(original);
});

test('what another program writes meanwhile is kept; what it changes in the same place is never overwritten', async ({
  start,
  home,
}) => {
  const { page } = await start();
  const dialog = page.getByRole('dialog', { name: 'Edit profile dev' });
  const changeRegion = async (region: string) => {
    await openMenu(page, 'dev', 'Edit…');
    await dialog.getByRole('combobox', { name: 'AWS Region' }).fill(region);
    await page.keyboard.press('Escape');
    await seeChanges(page);
  };
  const undo = async () => {
    await page.getByRole('button', { name: 'More actions for sign-ins' }).click();
    await page.getByRole('menuitem', { name: 'Undo the last change to the config file' }).click();
  };
  const theirs = '[profile theirs]\noutput = table\n';
  await changeRegion('eu-north-1');
  await appendFile(home.config, theirs);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const both = `${ACME_CONFIG.replace('ap-northeast-1', 'eu-north-1')}${theirs}`;
  expect(await readFile(home.config, 'utf8')).toBe(both);

  await appendFile(home.config, '# more of theirs\n');
  await undo();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  expect(await readFile(home.config, 'utf8')).toBe(`${ACME_CONFIG}${theirs}# more of theirs\n`);

  await changeRegion('eu-south-1');
  const conflicting = ACME_CONFIG.replace('ap-northeast-1', 'sa-east-1');
  await home.writeConfig(conflicting);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText(
    `${home.config} was changed by another program in the meantime. Nothing was written.`,
  );
  expect(await readFile(home.config, 'utf8')).toBe(conflicting);
  await alert.getByRole('button', { name: 'Look at the changes again' }).click();
  await expectDiff(page, home.config, ['− region = sa-east-1', '+ region = eu-south-1']);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(await readFile(home.config, 'utf8')).toBe(ACME_CONFIG.replace('ap-northeast-1', 'eu-south-1'));

  await home.writeConfig(conflicting);
  await undo();
  await expect(page.getByRole('alert')).toContainText('was changed by another program in the meantime.');
  expect(await readFile(home.config, 'utf8')).toBe(conflicting);
});

const CHAIN =
  '\n# by hand\n[profile chain]\nrole_arn = arn:aws:iam::777788889999:role/Auditor\nsource_profile = dev\n';

test('rename, duplicate and delete, with what refers to it shown first', async ({ start, home }) => {
  await home.writeConfig(`${ACME_CONFIG}${CHAIN}`);
  const { page } = await start();
  const file = () => readFile(home.config, 'utf8');

  await openMenu(page, 'dev', 'Rename…');
  let dialog = page.getByRole('dialog', { name: 'Rename profile dev' });
  await expect(dialog).toContainText('1 section refers to it');
  await expect(dialog).toContainText('Profile chain (source_profile)');
  const name = dialog.getByRole('textbox', { name: 'New profile name' });
  await name.fill('prod-ro');
  await expect(dialog).toContainText('There is one of this name already.');
  await name.fill('developer');
  await seeChanges(page);
  await expectDiff(page, home.config, [
    '− [profile dev]',
    '+ [profile developer]',
    '− source_profile = dev',
    '+ source_profile = developer',
  ]);
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(sidebarItem(page, 'developer')).toBeVisible();
  const renamed = `${ACME_CONFIG}${CHAIN}`
    .replace('[profile dev]', '[profile developer]')
    .replace('source_profile = dev', 'source_profile = developer');
  expect(await file()).toBe(renamed);

  await openMenu(page, 'acme', 'Rename…');
  dialog = page.getByRole('dialog', { name: 'Rename session acme' });
  await expect(dialog).toContainText('3 sections refer to it');
  await dialog.getByRole('textbox', { name: 'New session name' }).fill('corp');
  await seeChanges(page);
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(sidebarItem(page, 'corp')).toBeVisible();
  const corp = renamed
    .replace('[sso-session acme]', '[sso-session corp]')
    .replaceAll('sso_session = acme', 'sso_session = corp');
  expect(await file()).toBe(corp);

  await openMenu(page, 'chain', 'Duplicate…');
  dialog = page.getByRole('dialog', { name: 'Duplicate profile chain' });
  await expect(dialog.getByRole('textbox', { name: 'Name of the copy' })).toHaveValue('chain-copy');
  await seeChanges(page);
  await dialog.getByRole('button', { name: 'Duplicate' }).click();
  await expect(sidebarItem(page, 'chain-copy')).toBeVisible();
  await openMenu(page, 'chain-copy', 'Delete…');
  dialog = page.getByRole('alertdialog', { name: 'Delete profile chain-copy?' });
  await seeChanges(page);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(sidebarItem(page, 'chain-copy')).toBeHidden();
  expect(await file()).toBe(corp);

  await openMenu(page, 'developer', 'Delete…');
  dialog = page.getByRole('alertdialog', { name: 'Delete profile developer?' });
  await expect(dialog).toContainText(
    'It is still referred to by the sections below; they will stop working.',
  );
  await expect(dialog).toContainText('Profile chain (source_profile)');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await openMenu(page, 'corp', 'Delete…');
  dialog = page.getByRole('alertdialog', { name: 'Delete session corp?' });
  await expect(dialog.getByRole('checkbox', { name: 'Delete its 3 profiles, too' })).toBeChecked();
  await expect(dialog).toContainText('Profile prod-ro (sso_session)');
  await seeChanges(page);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(sidebarItem(page, 'corp')).toBeHidden();
  const left = await file();
  expect(left).toContain(CHAIN.replace('= dev', '= developer'));
  expect(left).not.toContain('sso_');
});

test('secret keys are edited without ever being in the page', async ({ start, home }) => {
  const secrets = ['canary-secret/of+the+file', 'canary-secret/typed+anew', 'canary-token/of+the+file'];
  const credentials = join(dirname(home.config), 'credentials');
  const keys = (secret = '') =>
    `[keys]\naws_access_key_id = AKIAPROFILESSPEC0001\naws_secret_access_key = ${secret}\naws_session_token = ${secrets[2]}\n`;
  await writeFile(credentials, keys(secrets[0]));
  const { page } = await start();
  // What a person types into a password field is in it; nothing may be anywhere else.
  const expectNoSecret = async () => {
    const shown = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const field of copy.querySelectorAll('input[type=password]')) field.remove();
      return (
        copy.outerHTML +
        [...document.querySelectorAll('input[type=text]')]
          .map((one) => (one as HTMLInputElement).value)
          .join()
      );
    });
    expect(shown).toContain('AKIAPROFILESSPEC0001');
    for (const secret of secrets) expect(shown).not.toContain(secret);
  };
  await openMenu(page, 'keys', 'Edit…');
  const dialog = page.getByRole('dialog', { name: 'Edit profile keys' });
  await expect(dialog.getByRole('textbox', { name: 'Access key ID' })).toHaveValue('AKIAPROFILESSPEC0001');
  const secret = dialog.getByLabel('Secret access key');
  await expect(secret).toHaveValue('');
  await expect(secret).toHaveAttribute('type', 'password');
  await expectNoSecret();
  await secret.fill(secrets[1] ?? '');
  await seeChanges(page);
  const masked = page.getByRole('group', { name: `Changes to ${credentials}` });
  await expect(masked).toContainText(/aws_secret_access_key = [•*]+/);
  await expectNoSecret();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(await readFile(credentials, 'utf8')).toBe(keys(secrets[1]));
  await openMenu(page, 'keys', 'Delete…');
  await seeChanges(page);
  await expect(masked).toContainText(/aws_secret_access_key = [•*]+/);
  await expectNoSecret();
});

test('star, colour and production outlive a restart, and are none of ~/.aws’s business', async ({
  start,
  home,
  world,
}) => {
  world.s3.store.createBucket({ name: 'dev-scratch', region: 'eu-west-1', accountId: DEV });
  const first = await start();
  const { page } = first;
  await openMenu(page, 'dev', 'Add to favourites');
  await expect(page.getByRole('treeitem', { name: 'Favourites' })).toBeVisible();
  await openMenu(page, 'dev', 'Colour', 'Red');
  await openMenu(page, 'dev', 'Production', 'Yes: ask before anything is deleted');
  await expect(sidebarItem(page, 'dev').last()).toContainText('PROD');
  await chooseProfile(page, 'gone');
  await sidebarItem(page, 'dev').first().click();
  await signIn(first);
  await expectBuckets(page, 'dev-scratch');
  await bucketRow(page, 'dev-scratch').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete dev-scratch?' });
  await expect(dialog).toContainText('dev is a production profile.');
  const remove = dialog.getByRole('button', { name: 'Delete bucket' });
  await dialog.getByRole('textbox', { name: 'To confirm, type dev', exact: true }).fill('dev');
  await expect(remove).toBeDisabled();
  await dialog.getByRole('textbox', { name: /the bucket’s name/ }).fill('dev-scratch');
  await expect(remove).toBeEnabled();
  await page.keyboard.press('Escape');
  await first.close();

  const again = (await start()).page;
  await expect(again.getByRole('treeitem', { name: 'Favourites' })).toBeVisible();
  const item = sidebarItem(again, 'dev').last();
  await expect(item).toContainText('PROD');
  await expect(item.getByRole('img', { name: 'favourite' })).toBeVisible();
  await again.getByRole('button', { name: 'Actions for dev' }).last().click();
  await again.getByRole('menuitem', { name: 'Colour' }).click();
  await expect(again.getByRole('menuitemradio', { name: 'Red' })).toBeChecked();
  expect(await readFile(home.config, 'utf8')).toBe(ACME_CONFIG);
  expect(await readdir(dirname(home.config))).toEqual(['config']);
});

test('a header that is never closed is named with its line; nothing there is edited, everything else is', async ({
  start,
  home,
}) => {
  const broken = `${ACME_CONFIG}[profile half\noutput = json\n`;
  await home.writeConfig(broken);
  const { page } = await start();
  await page.getByRole('button', { name: '1 problem in the config files' }).click();
  await expect(page.getByText(`${home.config}, line ${ACME_CONFIG.split('\n').length}`)).toBeVisible();
  await expect(page.getByRole('main')).toContainText('has no closing bracket.');
  // To other readers, what stands beneath the broken header is a part of the section above.
  await openMenu(page, 'gone', 'Edit…');
  let dialog = page.getByRole('dialog', { name: 'Edit profile gone' });
  await dialog.getByRole('textbox', { name: 'Role name' }).fill('Another');
  await seeChanges(page);
  await expect(dialog.getByRole('alert')).toContainText(
    `${home.config} can’t be read, so nothing was written to it.`,
  );
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(await readFile(home.config, 'utf8')).toBe(broken);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // Nor is anything added that the aws command then couldn't read.
  await openMenu(page, 'dev', 'Duplicate…');
  dialog = page.getByRole('dialog', { name: 'Duplicate profile dev' });
  await seeChanges(page);
  await expect(dialog.getByRole('alert')).toContainText('A line in it is broken');
  await dialog.getByRole('button', { name: 'Back' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await readFile(home.config, 'utf8')).toBe(broken);

  await openMenu(page, 'dev', 'Edit…');
  dialog = page.getByRole('dialog', { name: 'Edit profile dev' });
  await dialog.getByRole('textbox', { name: 'Role name' }).fill('Another');
  await seeChanges(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(await readFile(home.config, 'utf8')).toBe(broken.replace('Developer', 'Another'));
});
