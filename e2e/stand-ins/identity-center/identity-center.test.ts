import { GetRoleCredentialsCommand } from '@aws-sdk/client-sso';
import { CreateTokenCommand, StartDeviceAuthorizationCommand } from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startIdentityCenter } from './index.ts';
import { ACCOUNTS, START_URL, type TestCenter, startTestCenter } from './testing/test-center.ts';
import { given } from './testing/given.ts';

let t: TestCenter;
beforeEach(async () => {
  t = await startTestCenter();
});
afterEach(() => t.close());

test('remembers every call in order, with time, status, exception and members', async () => {
  const device = await t.startDevice();
  t.advance(7);
  await device.poll().catch(() => undefined);
  const [registered, started, polled] = t.center.calls;
  expect(registered).toMatchObject({ operation: 'RegisterClient', params: { clientName: 'Bucket Porter' } });
  expect(started).toMatchObject({ status: 200, params: { startUrl: START_URL, ...device.client } });
  expect(polled).toMatchObject({
    operation: 'CreateToken',
    at: given(registered).at + 7000,
    status: 400,
    error: 'AuthorizationPendingException',
    params: { deviceCode: device.deviceCode },
  });
});

test('waits for a call to come, or to have come', async () => {
  const third = t.center.waitForCall('RegisterClient', { count: 3 });
  for (const clientName of ['one', 'two', 'three']) await t.register({ clientName });
  expect((await third).params).toMatchObject({ clientName: 'three' });
  expect((await t.center.waitForCall('RegisterClient')).params).toMatchObject({ clientName: 'one' });
});

test('closing ends waiting with what was missing', async () => {
  await t.register();
  const missing = t.center.waitForCall('RegisterClient', { count: 2 });
  await t.center.close();
  await expect(missing).rejects.toThrow('RegisterClient number 2; there were 1');
});

test('knows every secret it ever handed out', async () => {
  const { client, deviceCode, tokens } = await t.signIn();
  const renewed = await t.oidc.send(
    new CreateTokenCommand({ ...client, grantType: 'refresh_token', refreshToken: tokens.refreshToken }),
  );
  const { accessToken } = renewed;
  const wanted = { accessToken, accountId: given(ACCOUNTS[0]).accountId, roleName: 'Admin' };
  const { roleCredentials } = await t.portal.send(new GetRoleCredentialsCommand(wanted));
  t.center.revokeSessions();
  t.center.ledger.revokeAll();
  const secrets = [
    client.clientSecret,
    deviceCode,
    tokens.accessToken,
    tokens.refreshToken,
    renewed.accessToken,
    renewed.refreshToken,
    given(roleCredentials).secretAccessKey,
    given(roleCredentials).sessionToken,
  ];
  expect(new Set(t.center.secrets())).toEqual(new Set(secrets));
  expect(t.center.secrets()).toHaveLength(secrets.length);
});

test('a decision takes the code however it is written, and only while it waits', async () => {
  const device = await t.startDevice();
  t.center.approve(device.userCode.toLowerCase().replace('-', ''));
  expect(() => t.center.deny(device.userCode)).toThrow(`No sign-in waits for the code ${device.userCode}`);
  expect(() => t.center.expire('BCDF-GHJK')).toThrow('BCDF-GHJK');
});

test('several organisations keep to themselves', async () => {
  await t.close();
  const organisation = [
    { startUrl: START_URL, region: 'eu-central-1', accounts: ACCOUNTS },
    { startUrl: 'https://globex.awsapps.com/start', region: 'us-east-1', accounts: [] },
  ];
  t = await startTestCenter({ organisation, autoApprove: true });
  const client = await t.register();
  const startUrl = 'https://globex.awsapps.com/start';
  const { deviceCode } = await t.oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl }));
  const grantType = 'urn:ietf:params:oauth:grant-type:device_code';
  const { accessToken } = await t.oidc.send(new CreateTokenCommand({ ...client, grantType, deviceCode }));
  const headers = { 'x-amz-sso_bearer_token': given(accessToken) };
  const response = await fetch(`${t.center.url}/assignment/accounts`, { headers });
  expect(await response.json()).toEqual({ accountList: [] });
});

test('answers only on 127.0.0.1, at the port it was given, and an occupied one is an error', async () => {
  expect(t.center.url).toBe(`http://127.0.0.1:${t.center.port}`);
  expect(t.center.environment.AWS_ENDPOINT_URL_SSO_OIDC).toBe(t.center.url);
  const again = startIdentityCenter({ organisation: [], port: t.center.port });
  await expect(again).rejects.toThrow('EADDRINUSE');
});

test.each([
  ['GET', '/token'],
  ['POST', '/assignment/accounts'],
  ['GET', '/toString'],
])('%s %s is no operation', async (method, path) => {
  const response = await fetch(t.center.url + path, { method });
  expect(response.status).toBe(404);
  expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
});
