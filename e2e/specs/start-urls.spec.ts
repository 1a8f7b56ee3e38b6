import { readFile, rm } from 'node:fs/promises';
import { ACME_CONFIG, ACME_URL, acmeOrganisation } from '../integration/acme.ts';
import { startVanityHost } from '../stand-ins/vanity-host/index.ts';
import { expect, test } from '../support/test.ts';
import {
  connectTo,
  goOn,
  openWizard,
  pickRole,
  signInWithin,
  startUrlField,
  step,
} from '../support/wizard.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

/** What is pasted; then what the first step says of it, or, where the region isn't in it, the step after. */
const SHAPES: readonly (readonly [pasted: string, ...said: readonly (string | RegExp)[]])[] = [
  ['acme.awsapps.com', 'https://acme.awsapps.com/start', 'it is looked for next'],
  ['d-90670a1b2c', 'https://d-90670a1b2c.awsapps.com/start', 'it is looked for next'],
  ['https://ssoins-7223abcd.portal.eu-west-1.app.aws/', 'eu-west-1', 'from the address'],
  ['https://ssoins-7223abcd.us-east-2.portal.amazonaws.com', 'us-east-2', 'from the address'],
  [
    'https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/acme',
    'us-gov-west-1',
    'AWS GovCloud (US)',
  ],
  [
    'https://start.us-gov-home.awsapps.com/directory/d-c2670a94b1',
    'AWS GovCloud (US)',
    'it is looked for next',
  ],
  ['https://ssoins-7223abcd.portal.us-gov-east-1.app.aws', 'us-gov-east-1', 'AWS GovCloud (US)'],
  ['https://acme.awsapps.cn/start', 'AWS China', 'it is looked for next'],
  ['https://start.cn-north-1.home.awsapps.cn/directory/acme#/', 'cn-north-1', 'AWS China'],
  ['https://ssoins-7223abcd.portal.cn-north-1.app.amazonwebservices.com.cn', 'cn-north-1', 'AWS China'],
  ['https://ssoins-7223abcd.cn-northwest-1.portal.amazonaws.com.cn', 'cn-northwest-1', 'AWS China'],
  ['https://ssoins-7223abcd.eusc-de-east-1.portal.amazonaws.eu', 'eusc-de-east-1', 'Sovereign'],
  ['https://ssoins-7223abcd.portal.eusc-de-east-1.api.amazonwebservices.eu', 'eusc-de-east-1', 'Sovereign'],
  ['https://identitycenter.amazonaws.com/ssoins-7223abcd', 'it is looked for next'],
  ['sso_start_url = https://acme.awsapps.com/start', 'https://acme.awsapps.com/start'],
];

test('every shape of a start URL is understood, and every fault has its own words', async ({
  start,
  home,
}) => {
  await rm(home.config);
  const vanity = await startVanityHost();
  const { page } = await start({ AWS_CA_BUNDLE: vanity.caFile });
  await openWizard(page);
  const field = startUrlField(page);
  const first = step(page, 'Start URL');
  for (const [pasted, ...said] of SHAPES) {
    await field.fill(pasted);
    const news = first.getByRole('status').filter({ hasText: 'This is an access portal' });
    for (const words of said) await expect(news, pasted).toContainText(words);
    await field.fill('');
    await expect(news).toBeHidden();
  }

  const portal = 'https://ssoins-7223abcd.portal.ap-northeast-1.app.aws';
  vanity.answer = () => ({ status: 302, location: `${portal}/` });
  await field.fill(`${vanity.url}/aws`);
  for (const words of ['Leads to', portal, 'ap-northeast-1', 'from where the address leads']) {
    await expect(first).toContainText(words);
  }
  expect(vanity.requests).toHaveLength(1);

  const faults: readonly (readonly [text: string, location: string | undefined, ...said: string[]])[] = [
    [`${vanity.url}/page`, undefined, 'There is no AWS access portal at localhost'],
    [
      `${vanity.url}/away`,
      'https://login.example.com/saml',
      'leads to login.example.com, which doesn’t belong to AWS',
    ],
    ['https://127.0.0.1:1/', undefined, '127.0.0.1 can’t be reached.', 'Check the connection'],
    [
      'https://eu-west-1.console.aws.amazon.com/s3',
      undefined,
      'There is no AWS access portal at eu-west-1.console',
    ],
    ['http://sso.example.com', undefined, '“http://sso.example.com” is not an https address.'],
    ['our portal', undefined, '“our portal” is not an address.'],
  ];
  for (const [text, location, ...said] of faults) {
    vanity.answer = () => (location === undefined ? { status: 200 } : { status: 302, location });
    await field.fill(text);
    await field.press('Enter');
    for (const words of said) await expect(first.getByRole('alert'), text).toContainText(words);
  }
  await expect(readFile(home.config)).rejects.toMatchObject({ code: 'ENOENT' });
  await vanity.close();
});

test('a vanity address leads to its portal’s region, and stays the start URL', async ({
  start,
  home,
  world,
}) => {
  const portal = 'https://ssoins-7223abcd.portal.ap-northeast-1.app.aws';
  world.center.organisations.push({ ...acmeOrganisation(), startUrl: portal, region: 'ap-northeast-1' });
  const vanity = await startVanityHost(() => ({ status: 302, location: `${portal}/` }));
  const app = await start({ ...world.center.regionalEnvironment, AWS_CA_BUNDLE: vanity.caFile });
  await openWizard(app.page);
  await connectTo(app, vanity.url);
  await pickRole(app.page, 'Developer', '444455556666');
  await goOn(app.page, 'Accounts and roles');
  await goOn(app.page, 'Profiles');
  await app.page.getByRole('button', { name: 'Write 1 profile' }).click();
  await expect(app.page.getByText(/no buckets/i).first()).toBeVisible();
  const written = await readFile(home.config, 'utf8');
  expect(written.startsWith(ACME_CONFIG)).toBe(true);
  expect(written).toContain(`sso_start_url = ${vanity.url}\nsso_region = ap-northeast-1\n`);
  await vanity.close();
});

test('a region nobody finds is asked for, and a wrong one is named at the sign-in', async ({
  start,
  world,
}) => {
  const app = await start(world.center.regionalEnvironment);
  const { page } = app;
  await openWizard(page);
  await startUrlField(page).fill('acmee.awsapps.com');
  await startUrlField(page).press('Enter');
  const region = step(page, 'Region');
  await expect(region).toContainText(
    /none of the \d+ regions that answered knows? this portal. Please enter/,
  );
  await expect(region).toContainText('Your administrator finds it in the IAM Identity Center console');
  await page.getByRole('combobox', { name: 'Region of IAM Identity Center' }).fill('us-east-1');
  await page.keyboard.press('Escape');
  await goOn(page, 'Region');
  await goOn(page, 'Session name');
  await step(page, 'Sign in').getByRole('button', { name: 'Sign in', exact: true }).click();
  const alert = step(page, 'Sign in').getByRole('alert');
  await expect(alert).toContainText(
    'IAM Identity Center in us-east-1 doesn’t know https://acmee.awsapps.com/start.',
  );

  // Corrected, it goes on from there.
  await page.getByRole('button', { name: 'Change: Start URL' }).click();
  await startUrlField(page).fill(ACME_URL.replace('acme', 'ACME'));
  await goOn(page, 'Start URL');
  await expect(step(page, 'Session name')).toBeVisible();
  await goOn(page, 'Session name');
  await signInWithin(app);
});
