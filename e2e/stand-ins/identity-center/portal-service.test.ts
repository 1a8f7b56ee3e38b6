import {
  GetRoleCredentialsCommand,
  InvalidRequestException,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
  ResourceNotFoundException,
  SSOServiceException,
  TooManyRequestsException,
  UnauthorizedException,
  paginateListAccountRoles,
  paginateListAccounts,
} from '@aws-sdk/client-sso';
import { CreateTokenCommand, InvalidGrantException } from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CredentialLedger, manyAccounts } from './index.ts';
import { ACCOUNTS, type TestCenter, startTestCenter } from './testing/test-center.ts';
import { given } from './testing/given.ts';

let t: TestCenter;
let accessToken: string;
const ledger = new CredentialLedger();
beforeEach(async () => {
  t = await startTestCenter({ ledger });
  accessToken = given((await t.signIn()).tokens.accessToken);
});
afterEach(() => t.close());

const [first, second] = [given(ACCOUNTS[0]), given(ACCOUNTS[1])];
const credentials = (accountId: string, roleName: string) =>
  t.portal.send(new GetRoleCredentialsCommand({ accessToken, accountId, roleName }));

describe('listing', () => {
  test('accounts with or without name and email, roles with their account', async () => {
    const { accountId, accountName, emailAddress } = first;
    const { accountList, nextToken } = await t.portal.send(new ListAccountsCommand({ accessToken }));
    expect(accountList).toEqual([{ accountId, accountName, emailAddress }, { accountId: second.accountId }]);
    expect(nextToken).toBeUndefined();
    const { roleList } = await t.portal.send(new ListAccountRolesCommand({ accessToken, accountId }));
    expect(roleList).toEqual(first.roles.map((roleName) => ({ roleName, accountId })));
  });

  test('an account whose last role was taken away is not listed', async () => {
    given(t.center.organisations[0]?.accounts[1]).roles = [];
    const { accountList } = await t.portal.send(new ListAccountsCommand({ accessToken }));
    expect(accountList?.map((account) => account.accountId)).toEqual([first.accountId]);
  });

  test('comes in pages, whose ends fit together', async () => {
    const accounts = manyAccounts(250, 12);
    given(t.center.organisations[0]).accounts = accounts;
    const pages: string[][] = [];
    for await (const page of paginateListAccounts({ client: t.portal, pageSize: 100 }, { accessToken })) {
      pages.push(given(page.accountList).map((account) => given(account.accountId)));
    }
    expect(pages.map((page) => page.length)).toEqual([100, 100, 50]);
    expect(pages.flat()).toEqual(accounts.map((account) => account.accountId));

    const { accountId, roles } = given(accounts[0]);
    const names: string[] = [];
    for await (const page of paginateListAccountRoles(
      { client: t.portal, pageSize: 5 },
      { accessToken, accountId },
    )) {
      names.push(...given(page.roleList).map((role) => given(role.roleName)));
    }
    expect(names).toEqual(roles);
  });

  test('a full last page has no next token', async () => {
    const page = await t.portal.send(new ListAccountsCommand({ accessToken, maxResults: 2 }));
    expect(page.accountList).toHaveLength(2);
    expect(page.nextToken).toBeUndefined();
  });

  test.each([0, 101, 1.5, -1])('refuses a page size of %d', async (maxResults) => {
    const attempt = t.portal.send(new ListAccountsCommand({ accessToken, maxResults }));
    await expect(attempt).rejects.toThrow(InvalidRequestException);
  });

  test('refuses a page token that is made up or of another listing', async () => {
    const { nextToken } = await t.portal.send(new ListAccountsCommand({ accessToken, maxResults: 1 }));
    expect(Buffer.from(given(nextToken), 'base64url').toString()).not.toContain('accounts');
    const { accountId } = first;
    await expect(
      t.portal.send(new ListAccountRolesCommand({ accessToken, accountId, nextToken })),
    ).rejects.toThrow(InvalidRequestException);
    await expect(t.portal.send(new ListAccountsCommand({ accessToken, nextToken: 'AAAA' }))).rejects.toThrow(
      InvalidRequestException,
    );
  });
});

describe('role credentials', () => {
  test('are temporary, expire in epoch milliseconds, and stand in the ledger', async () => {
    t.center.knobs.roleCredentialLifetimeSeconds = 900;
    const { roleCredentials } = await credentials(first.accountId, 'ReadOnly');
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = given(roleCredentials);
    expect(accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(expiration).toBe(t.center.knobs.clock() + 900_000);
    expect(ledger.lookup(given(accessKeyId))).toEqual({
      accessKeyId,
      secretAccessKey,
      sessionToken,
      expiresAt: expiration,
      accountId: first.accountId,
      roleName: 'ReadOnly',
    });
  });

  test('are forbidden for a role that is not, or no longer, assigned', async () => {
    await expect(credentials(second.accountId, 'Admin')).rejects.toMatchObject({
      name: 'ForbiddenException',
      message: 'No access',
      $metadata: { httpStatusCode: 403 },
    });
    given(t.center.organisations[0]?.accounts[0]).roles = ['ReadOnly'];
    await expect(credentials(first.accountId, 'Admin')).rejects.toThrow(SSOServiceException);
  });

  test('need an account that exists and both parameters', async () => {
    await expect(credentials('999999999999', 'Admin')).rejects.toThrow(ResourceNotFoundException);
    await expect(credentials('12', 'Admin')).rejects.toThrow(InvalidRequestException);
    const headers = { 'x-amz-sso_bearer_token': accessToken };
    const response = await fetch(`${t.center.url}/federation/credentials?account_id=${first.accountId}`, {
      headers,
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('InvalidRequestException');
  });
});

describe('the bearer token', () => {
  test('must be there, known and unexpired', async () => {
    const list = (token: string) => t.portal.send(new ListAccountsCommand({ accessToken: token }));
    await expect(list('unknown')).rejects.toMatchObject({
      name: 'UnauthorizedException',
      message: 'Session token not found or invalid',
      $metadata: { httpStatusCode: 401 },
    });
    const bare = await fetch(`${t.center.url}/assignment/accounts`);
    expect(bare.headers.get('x-amzn-errortype')).toBe('InvalidRequestException');
    t.advance(3600);
    await expect(list(accessToken)).rejects.toThrow(UnauthorizedException);
  });

  test('logging out ends the session for good, but not the role credentials', async () => {
    const { client, tokens } = await t.signIn();
    const { roleCredentials } = await credentials(first.accountId, 'Admin');
    await t.portal.send(new LogoutCommand({ accessToken: tokens.accessToken }));
    await expect(t.portal.send(new LogoutCommand({ accessToken: tokens.accessToken }))).rejects.toThrow(
      UnauthorizedException,
    );
    const { refreshToken } = tokens;
    await expect(
      t.oidc.send(new CreateTokenCommand({ ...client, grantType: 'refresh_token', refreshToken })),
    ).rejects.toThrow(InvalidGrantException);
    expect(ledger.lookup(given(roleCredentials?.accessKeyId))).toBeDefined();
    // Another sign-in of the same person is untouched.
    await expect(t.portal.send(new ListAccountsCommand({ accessToken }))).resolves.toBeDefined();
  });
});

test('above the rate of the knob it says TooManyRequests, until a second has passed', async () => {
  t.center.knobs.portalRequestsPerSecond = 2;
  t.advance(1);
  const list = () => t.portal.send(new ListAccountsCommand({ accessToken }));
  await list();
  await list();
  await expect(list()).rejects.toThrow(TooManyRequestsException);
  t.advance(1);
  await expect(list()).resolves.toBeDefined();
});
