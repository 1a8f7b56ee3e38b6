import { ListAccountsCommand, UnauthorizedException } from '@aws-sdk/client-sso';
import {
  CreateTokenCommand,
  InvalidClientException,
  InvalidGrantException,
  InvalidRequestException,
  UnauthorizedClientException,
  UnsupportedGrantTypeException,
} from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEVICE_GRANT, type TestCenter, startTestCenter } from './testing/test-center.ts';

let t: TestCenter;
beforeEach(async () => {
  t = await startTestCenter();
});
afterEach(() => t.close());

const refresh = (client: { clientId: string; clientSecret: string }, refreshToken: string | undefined) =>
  t.oidc.send(new CreateTokenCommand({ ...client, grantType: 'refresh_token', refreshToken }));
const useToken = (accessToken: string | undefined) => t.portal.send(new ListAccountsCommand({ accessToken }));

test('checks the request: members, grant type, registration', async () => {
  const client = await t.register({ grantTypes: [DEVICE_GRANT] });
  const create = (changed: object) =>
    t.oidc.send(new CreateTokenCommand({ ...client, grantType: DEVICE_GRANT, ...changed }));
  await expect(create({})).rejects.toThrow(InvalidRequestException);
  await expect(create({ grantType: undefined })).rejects.toThrow(InvalidRequestException);
  await expect(create({ clientSecret: 'wrong', deviceCode: 'x' })).rejects.toThrow(InvalidClientException);
  await expect(create({ grantType: 'password' })).rejects.toThrow(UnsupportedGrantTypeException);
  await expect(create({ grantType: 'toString' })).rejects.toThrow(UnsupportedGrantTypeException);
  await expect(create({ grantType: 'refresh_token', refreshToken: 'x' })).rejects.toThrow(
    UnauthorizedClientException,
  );
});

test('without the account scope there is no refresh token, and without any the token lives eight hours', async () => {
  const legacy = await t.signIn({ scopes: undefined });
  expect(legacy.tokens).toMatchObject({ expiresIn: 8 * 3600 });
  expect(legacy.tokens.refreshToken).toBeUndefined();
  await expect(useToken(legacy.tokens.accessToken)).resolves.toBeDefined();

  const other = await t.signIn({ scopes: ['codewhisperer:completions'] });
  expect(other.tokens.refreshToken).toBeUndefined();
  await expect(useToken(other.tokens.accessToken)).rejects.toThrow(UnauthorizedException);
});

test('refreshing gives a new access token; the old one lives until it expires', async () => {
  const { client, tokens } = await t.signIn();
  t.advance(1800);
  const renewed = await refresh(client, tokens.refreshToken);
  expect(renewed).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600 });
  expect(renewed.accessToken).not.toBe(tokens.accessToken);
  await expect(useToken(tokens.accessToken)).resolves.toBeDefined();
  t.advance(1800);
  await expect(useToken(tokens.accessToken)).rejects.toThrow(UnauthorizedException);
  await expect(useToken(renewed.accessToken)).resolves.toBeDefined();
});

test('with rotation the old refresh token is spent', async () => {
  const { client, tokens } = await t.signIn();
  const renewed = await refresh(client, tokens.refreshToken);
  expect(renewed.refreshToken).not.toBe(tokens.refreshToken);
  await expect(refresh(client, tokens.refreshToken)).rejects.toThrow(InvalidGrantException);
  await expect(refresh(client, renewed.refreshToken)).resolves.toBeDefined();
});

test('without rotation the same one stays good, repeated in the answer or not', async () => {
  t.center.knobs.rotateRefreshTokens = false;
  const { client, tokens } = await t.signIn();
  expect((await refresh(client, tokens.refreshToken)).refreshToken).toBe(tokens.refreshToken);
  t.center.knobs.repeatRefreshToken = false;
  expect((await refresh(client, tokens.refreshToken)).refreshToken).toBeUndefined();
});

test('refreshing ends with the session, and no token outlives it', async () => {
  t.center.knobs.sessionLifetimeSeconds = 5000;
  const { client, tokens } = await t.signIn();
  t.advance(4000);
  const renewed = await refresh(client, tokens.refreshToken);
  expect(renewed.expiresIn).toBe(1000);
  t.advance(1000);
  await expect(refresh(client, renewed.refreshToken)).rejects.toThrow(InvalidGrantException);
});

test('a refresh token is worth nothing to another client, after revocation, or with an expired registration', async () => {
  const { client, tokens } = await t.signIn();
  await expect(refresh(await t.register(), tokens.refreshToken)).rejects.toThrow(InvalidGrantException);
  await expect(refresh(client, 'unknown')).rejects.toThrow(InvalidGrantException);
  t.center.revokeSessions();
  await expect(refresh(client, tokens.refreshToken)).rejects.toThrow(InvalidGrantException);
  await expect(useToken(tokens.accessToken)).rejects.toThrow(UnauthorizedException);
  t.advance(t.center.knobs.registrationLifetimeSeconds);
  await expect(refresh(client, tokens.refreshToken)).rejects.toThrow(InvalidClientException);
});

test('CreateTokenWithIAM is not stood in for', async () => {
  const response = await fetch(`${t.center.url}/token?aws_iam=t`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(404);
  expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
});
