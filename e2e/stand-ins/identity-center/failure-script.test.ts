import { ListAccountsCommand, TooManyRequestsException } from '@aws-sdk/client-sso';
import { InternalServerException } from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { visit } from './testing/browser.ts';
import { type TestCenter, startTestCenter } from './testing/test-center.ts';

let t: TestCenter;
beforeEach(async () => {
  t = await startTestCenter();
});
afterEach(() => t.close());

test('an error status comes in the form of the service, as often as ordered', async () => {
  t.center.failNext({ operation: 'RegisterClient', times: 2, how: { status: 500, message: 'Down.' } });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(t.register()).rejects.toThrow(InternalServerException);
  }
  await expect(t.register()).resolves.toBeDefined();
  expect(t.center.calls.map(({ status, error }) => [status, error])).toEqual([
    [500, 'InternalServerException'],
    [500, 'InternalServerException'],
    [200, undefined],
  ]);
});

test('the name may be chosen, and the portal has its own usual ones', async () => {
  t.center.failNext({ operation: 'ListAccounts', how: { status: 429 } });
  t.center.failNext({
    operation: 'ListAccounts',
    how: { status: 400, error: 'SomethingElse', message: 'Why' },
  });
  const list = () => t.portal.send(new ListAccountsCommand({ accessToken: 'x' }));
  await expect(list()).rejects.toThrow(TooManyRequestsException);
  await expect(list()).rejects.toMatchObject({ name: 'SomethingElse', message: 'Why' });
});

test('a reset breaks the connection without an answer', async () => {
  t.center.failNext({ operation: 'any', how: 'reset' });
  await expect(t.register()).rejects.toThrow(/ECONNRESET|socket hang up/);
  expect(await t.center.waitForCall('RegisterClient')).toMatchObject({ status: 0 });
});

test('garbage is a success that is no JSON', async () => {
  t.center.failNext({ operation: 'RegisterClient', how: 'garbage' });
  await expect(t.register()).rejects.toThrow(SyntaxError);
  expect(t.center.calls[0]).toMatchObject({ status: 200 });
});

test('a delayed call is the right answer, later; a hanging one never comes', async () => {
  t.center.failNext({ operation: 'RegisterClient', how: { delayMs: 30 } });
  const started = performance.now();
  await expect(t.register()).resolves.toBeDefined();
  expect(performance.now() - started).toBeGreaterThanOrEqual(29);

  t.center.failNext({ operation: 'RegisterClient', how: 'hang' });
  const abort = new AbortController();
  const hanging = fetch(`${t.center.url}/client/register`, {
    method: 'POST',
    body: '{}',
    signal: abort.signal,
  });
  expect(await t.center.waitForCall('RegisterClient', { count: 2, when: 'arrived' })).toMatchObject({
    status: undefined,
  });
  abort.abort();
  await expect(hanging).rejects.toThrow('aborted');
  expect(await t.center.waitForCall('RegisterClient', { count: 2 })).toMatchObject({ status: 0 });
});

test('any means the services, not the pages; a page fails by its own name', async () => {
  t.center.failNext({ operation: 'any', how: { status: 500 } });
  expect(await visit(`${t.center.url}/device`)).toMatchObject({ status: 200 });
  t.center.failNext({ operation: 'OpenDevicePage', how: { status: 503 } });
  expect(await visit(`${t.center.url}/device`)).toMatchObject({ status: 503 });
  t.center.clearFailures();
  await expect(t.register()).resolves.toBeDefined();
});
