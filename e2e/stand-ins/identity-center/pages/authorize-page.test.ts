import { createHash } from 'node:crypto';
import { CreateTokenCommand, InvalidGrantException, InvalidRequestException } from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visit } from '../testing/browser.ts';
import { START_URL, type TestCenter, startTestCenter } from '../testing/test-center.ts';
import { given } from '../testing/given.ts';

const VERIFIER = 'a-verifier-of-at-least-forty-three-characters';
const REDIRECT = 'http://127.0.0.1:51234/oauth/callback';
const CODE_CLIENT = {
  grantTypes: ['authorization_code', 'refresh_token'],
  redirectUris: ['http://127.0.0.1/oauth/callback'],
  issuerUrl: START_URL,
};

let t: TestCenter;
let client: { clientId: string; clientSecret: string };
beforeEach(async () => {
  t = await startTestCenter();
  client = await t.register(CODE_CLIENT);
});
afterEach(() => t.close());

function address(changed: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: REDIRECT,
    state: 'the state',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    scopes: 'sso:account:access',
    ...changed,
  });
  return `${t.center.url}/authorize?${query}`;
}

/** Where the browser is sent, as [address without query, query]. */
function destination(page: { headers: Headers }): [string, Record<string, string>] {
  const url = new URL(given(page.headers.get('location')));
  return [url.origin + url.pathname, Object.fromEntries(url.searchParams)];
}

async function allowedCode(): Promise<string> {
  const allowed = await (await visit(address())).press('Allow access');
  return given(destination(allowed)[1]['code']);
}

function exchange(changed: object) {
  const usual = { ...client, grantType: 'authorization_code', redirectUri: REDIRECT, codeVerifier: VERIFIER };
  return t.oidc.send(new CreateTokenCommand({ ...usual, ...changed }));
}

describe('the question', () => {
  test('allowing sends a code and the state back, which buys tokens once', async () => {
    const page = await visit(address());
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://127.0.0.1:51234",
    );
    const [target, { code, state }] = destination(await page.press('Allow access'));
    expect([target, state]).toEqual([REDIRECT, 'the state']);
    const tokens = await exchange({ code });
    expect(tokens).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600 });
    expect(tokens.refreshToken).toBeTypeOf('string');
    await expect(exchange({ code })).rejects.toThrow(InvalidGrantException);
  });

  test('denying sends an error back', async () => {
    const page = await visit(address());
    const [, answer] = destination(await page.press('Deny access'));
    expect(answer).toMatchObject({ error: 'access_denied', state: 'the state' });
  });

  test('is skipped with auto-approval', async () => {
    t.center.knobs.autoApprove = true;
    const [target, { code }] = destination(await visit(address()));
    expect(target).toBe(REDIRECT);
    expect((await exchange({ code })).accessToken).toBeTypeOf('string');
  });

  test('needs its own form', async () => {
    const page = await visit(address());
    expect(await page.press('Allow access', { csrf: 'made-up' })).toMatchObject({ status: 403 });
    expect(await page.press('Allow access', {}, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
    });
  });
});

describe('a bad request', () => {
  test.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['a redirect elsewhere', { redirect_uri: 'http://127.0.0.1:51234/other' }],
    ['a redirect to localhost', { redirect_uri: 'http://localhost:51234/oauth/callback' }],
    ['a redirect that is no address', { redirect_uri: 'nowhere' }],
  ])('with %s never leaves the page', async (_what, changed) => {
    const page = await visit(address(changed));
    expect(page.status).toBe(400);
    expect(page.headers.get('location')).toBeNull();
  });

  test.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_scope', { scopes: 'sso:account:access openid' }],
  ])('is sent back as %s', async (error, changed) => {
    const [target, answer] = destination(await visit(address(changed)));
    expect(target).toBe(REDIRECT);
    expect(answer).toMatchObject({ error, state: 'the state' });
  });

  test('takes `scope` as well as `scopes`', async () => {
    expect(await visit(address({ scopes: '', scope: 'sso:account:access' }))).toMatchObject({ status: 200 });
  });

  test('of a client without the grant is sent back', async () => {
    const { grantTypes: _, ...others } = CODE_CLIENT;
    client = await t.register(others);
    expect(destination(await visit(address()))[1]).toMatchObject({ error: 'unauthorized_client' });
  });
});

describe('the exchange', () => {
  test('needs the verifier and the redirect URI of the request', async () => {
    const code = await allowedCode();
    const wrong = { codeVerifier: 'another-verifier-of-forty-three-characters!' };
    await expect(exchange({ code, ...wrong })).rejects.toThrow(InvalidGrantException);
    const otherPort = { redirectUri: 'http://127.0.0.1:51235/oauth/callback' };
    await expect(exchange({ code, ...otherPort })).rejects.toThrow(InvalidGrantException);
    await expect(exchange({ code, codeVerifier: undefined })).rejects.toThrow(InvalidRequestException);
    await expect(exchange({ code })).resolves.toBeDefined();
  });

  test('is too late after ten minutes, and not for another client', async () => {
    const code = await allowedCode();
    const other = await t.register(CODE_CLIENT);
    await expect(exchange({ ...other, code })).rejects.toThrow(InvalidGrantException);
    t.advance(600);
    await expect(exchange({ code })).rejects.toThrow(InvalidGrantException);
  });
});
