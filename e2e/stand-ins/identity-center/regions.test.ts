import { ListAccountsCommand, SSOClient } from '@aws-sdk/client-sso';
import {
  CreateTokenCommand,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IdentityCenter, manyAccounts, startIdentityCenter } from './index.ts';

const startUrl = 'https://acme.awsapps.com/start';
const grantType = 'urn:ietf:params:oauth:grant-type:device_code';
const PUBLIC = { clientName: 'test', clientType: 'public' };
let center: IdentityCenter;

beforeEach(async () => {
  center = await startIdentityCenter({
    organisation: { startUrl, region: 'eu-west-1', accounts: manyAccounts(2, 1) },
    autoApprove: true,
  });
});
afterEach(() => center.close());

function oidc(region: string) {
  const endpoint = center.regionalEnvironment.AWS_ENDPOINT_URL_SSO_OIDC.replace('{region}', region);
  return new SSOOIDCClient({ region, endpoint, maxAttempts: 1 });
}

function portal(region: string) {
  const endpoint = center.regionalEnvironment.AWS_ENDPOINT_URL_SSO.replace('{region}', region);
  return new SSOClient({ region, endpoint, maxAttempts: 1 });
}

async function begin(region: string) {
  const { clientId, clientSecret } = await oidc(region).send(new RegisterClientCommand(PUBLIC));
  const start = new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl });
  const { deviceCode } = await oidc(region).send(start);
  return { clientId, clientSecret, deviceCode };
}

describe('an endpoint of one region', () => {
  it('knows its own portals and no others', async () => {
    expect((await begin('eu-west-1')).deviceCode).toBeDefined();
    await expect(begin('us-east-1')).rejects.toMatchObject({ name: 'InvalidRequestException' });
    expect(center.calls.map(({ region }) => region)).toEqual([
      'eu-west-1',
      'eu-west-1',
      'us-east-1',
      'us-east-1',
    ]);
  });

  it('knows no client and no token of another region', async () => {
    const authorization = await begin('eu-west-1');
    const redeem = new CreateTokenCommand({ ...authorization, grantType });
    await expect(oidc('us-east-1').send(redeem)).rejects.toMatchObject({ name: 'InvalidClientException' });
    const { accessToken } = await oidc('eu-west-1').send(redeem);
    const list = new ListAccountsCommand({ accessToken });
    await expect(portal('us-east-1').send(list)).rejects.toMatchObject({ name: 'UnauthorizedException' });
    expect((await portal('eu-west-1').send(list)).accountList).toHaveLength(2);
  });

  it('has no pages: those are at the plain address', async () => {
    expect((await fetch(`${center.url}/regions/eu-west-1/device`)).status).toBe(404);
    expect((await fetch(`${center.url}/device`)).status).toBe(200);
  });
});
