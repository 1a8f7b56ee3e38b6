import {
  InvalidClientMetadataException,
  InvalidRedirectUriException,
  InvalidRequestException,
  InvalidScopeException,
  RegisterClientCommand,
  UnsupportedGrantTypeException,
} from '@aws-sdk/client-sso-oidc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { START_URL, type TestCenter, startTestCenter } from './testing/test-center.ts';
import { given } from './testing/given.ts';

let t: TestCenter;
beforeAll(async () => {
  t = await startTestCenter({ registrationLifetimeSeconds: 1000 });
});
afterAll(() => t.close());

const GOOD = { clientName: 'Bucket Porter', clientType: 'public' };
const CODE_GRANT = {
  ...GOOD,
  grantTypes: ['authorization_code', 'refresh_token'],
  redirectUris: ['http://127.0.0.1/oauth/callback'],
  issuerUrl: START_URL,
};

test('answers in epoch seconds, without the endpoints unless asked to', async () => {
  const answer = await t.oidc.send(new RegisterClientCommand(CODE_GRANT));
  const issuedAt = t.center.knobs.clock() / 1000;
  expect(answer).toMatchObject({ clientIdIssuedAt: issuedAt, clientSecretExpiresAt: issuedAt + 1000 });
  expect(answer.clientId).toMatch(/^[\w-]{22}$/);
  expect(given(answer.clientSecret).length).toBeGreaterThan(1000);
  expect(answer.tokenEndpoint).toBeUndefined();

  t.center.knobs.announceEndpoints = true;
  expect(await t.oidc.send(new RegisterClientCommand(GOOD))).toMatchObject({
    authorizationEndpoint: `${t.center.url}/authorize`,
    tokenEndpoint: `${t.center.url}/token`,
  });
});

test.each([
  ['another client type', { clientType: 'confidential' }, InvalidClientMetadataException],
  ['an unknown scope', { scopes: ['sso:account:access', 'everything'] }, InvalidScopeException],
  ['a redirect to localhost', { redirectUris: ['http://localhost/cb'] }, InvalidRedirectUriException],
  ['a redirect by https', { redirectUris: ['https://127.0.0.1/cb'] }, InvalidRedirectUriException],
  ['an unknown grant type', { grantTypes: ['password'] }, UnsupportedGrantTypeException],
  ['an unknown issuer', { issuerUrl: 'https://other.awsapps.com/start' }, InvalidRequestException],
  ['a code grant without redirects', { ...CODE_GRANT, redirectUris: [] }, InvalidRequestException],
  ['a code grant without issuer', { ...CODE_GRANT, issuerUrl: undefined }, InvalidRequestException],
  ['no name', { clientName: undefined }, InvalidRequestException],
  ['an empty name', { clientName: '' }, InvalidRequestException],
])('refuses %s', async (_what, changed, exception) => {
  const attempt = t.oidc.send(new RegisterClientCommand({ ...GOOD, ...changed }));
  await expect(attempt).rejects.toThrow(exception);
});

test.each([
  ['malformed JSON', '{"clientName":'],
  ['no body', ''],
  ['a list', '[]'],
  ['a number for a string', JSON.stringify({ ...GOOD, clientName: 7 })],
  ['a string for a list', JSON.stringify({ ...GOOD, scopes: 'sso:account:access' })],
  ['a list of numbers', JSON.stringify({ ...GOOD, scopes: [1] })],
  ['a missing member', JSON.stringify({ clientName: 'x' })],
  ['a huge body', JSON.stringify({ ...GOOD, clientName: 'x'.repeat(70_000) })],
])('answers %s with the wire form of InvalidRequestException', async (_what, body) => {
  const response = await fetch(`${t.center.url}/client/register`, { method: 'POST', body });
  expect(response.status).toBe(400);
  expect(response.headers.get('x-amzn-errortype')).toBe('InvalidRequestException');
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
  expect(await response.json()).toEqual({
    error: 'invalid_request',
    error_description: expect.stringMatching(/\S/) as string,
  });
});

test('ignores unknown members and takes null for absent', async () => {
  const body = JSON.stringify({ ...GOOD, scopes: null, somethingNew: 1 });
  const response = await fetch(`${t.center.url}/client/register`, { method: 'POST', body });
  expect(response.status).toBe(200);
});
