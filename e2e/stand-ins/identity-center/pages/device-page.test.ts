import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import { AccessDeniedException } from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { visit } from '../testing/browser.ts';
import { type TestCenter, type TestDevice, startTestCenter } from '../testing/test-center.ts';
import { given } from '../testing/given.ts';

let t: TestCenter;
let device: TestDevice;
let page: string;
beforeEach(async () => {
  t = await startTestCenter();
  device = await t.startDevice();
  page = `${t.center.url}/device`;
});
afterEach(() => t.close());

test('from the bare page: type the code, allow, and the app gets its token', async () => {
  const ask = await visit(page);
  expect(ask.text).toContain('<label for="code">Code</label>');
  const typed = device.userCode.toLowerCase().replace('-', ' ');
  const consent = await ask.press('Continue', { user_code: typed });
  for (const shown of [device.userCode, 'Bucket Porter', 'https://acme.awsapps.com/start']) {
    expect(consent.text).toContain(shown);
  }
  const allowed = await consent.press('Allow access');
  expect(allowed.status).toBe(303);
  const done = await visit(new URL(given(allowed.headers.get('location')), page).href);
  expect(done.text).toContain('<h1>Access allowed</h1>');
  expect((await device.poll()).accessToken).toBeTypeOf('string');
});

test('from the complete link: deny', async () => {
  const consent = await visit(`${page}?user_code=${device.userCode}`);
  const denied = await consent.press('Deny access');
  const done = await visit(new URL(given(denied.headers.get('location')), page).href);
  expect(done.text).toContain('<h1>Access denied</h1>');
  await expect(device.poll()).rejects.toThrow(AccessDeniedException);
});

test('says plainly what is wrong with a code', async () => {
  const open = (code: string) => visit(`${page}?user_code=${encodeURIComponent(code)}`);
  expect(await open('BCDF-GHJK')).toMatchObject({
    status: 404,
    text: expect.stringContaining('No sign-in is waiting for the code BCDF-GHJK') as string,
  });
  t.center.approve(device.userCode);
  expect(await open(device.userCode)).toMatchObject({
    status: 410,
    text: expect.stringContaining('has been used already') as string,
  });
  const late = await t.startDevice();
  t.advance(t.center.knobs.deviceCodeLifetimeSeconds);
  expect(await open(late.userCode)).toMatchObject({
    status: 410,
    text: expect.stringContaining('has expired') as string,
  });
});

test('a code that is decided or expires while the question is open is not decided again', async () => {
  const consent = await visit(`${page}?user_code=${device.userCode}`);
  t.center.deny(device.userCode);
  expect(await consent.press('Allow access')).toMatchObject({
    status: 410,
    text: expect.stringContaining('has been used already') as string,
  });
  await expect(device.poll()).rejects.toThrow(AccessDeniedException);
});

test('the done page shows nothing before the decision', async () => {
  const early = await visit(`${page}/done?user_code=${device.userCode}`);
  expect(early).toMatchObject({ status: 303, text: '' });
});

test('a decision needs the token of this very code, from this very origin', async () => {
  const other = await t.startDevice();
  const consent = await visit(`${page}?user_code=${device.userCode}`);
  const refused = { status: 403 };
  expect(await consent.press('Allow access', { csrf: 'made-up' })).toMatchObject(refused);
  expect(await consent.press('Allow access', { csrf: '' })).toMatchObject(refused);
  expect(await consent.press('Allow access', { user_code: other.userCode })).toMatchObject(refused);
  expect(await consent.press('Allow access', { decision: 'perhaps' })).toMatchObject(refused);
  expect(await consent.press('Allow access', {}, { origin: 'https://evil.example' })).toMatchObject(refused);
  expect(await consent.press('Allow access', {}, { origin: 'null' })).toMatchObject(refused);
  expect(t.center.pendingAuthorizations()).toEqual([device.userCode, other.userCode]);
  expect(await consent.press('Allow access', {}, { origin: t.center.url })).toMatchObject({ status: 303 });
});

test('answers only to its own host name, so that no other name can be made to lead here', async () => {
  const host = `rebound.example:${t.center.port}`;
  // fetch sets the header itself, so the request is made by hand.
  const request = get(`${page}?user_code=${device.userCode}`, { headers: { host } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  expect(response.statusCode).toBe(403);
});

test('what people and apps send is shown as text', async () => {
  const attack = `"><script>alert('&')</script>`;
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;';
  const evil = await t.startDevice({ clientName: attack });
  const consent = await visit(`${page}?user_code=${evil.userCode}`);
  expect(consent.text).toContain(`<h1>Allow ${escaped} to reach`);
  const wrongCode = await visit(`${page}?user_code=${encodeURIComponent(attack)}`);
  expect(wrongCode.text).toContain(`value="${escaped}"`);
  t.center.approve(evil.userCode);
  const done = await visit(`${page}/done?user_code=${evil.userCode}`);
  for (const { text } of [consent, wrongCode, done]) expect(text.toLowerCase()).not.toContain('<script');
});

test('nothing may load, run, frame or cache the page, and it holds nothing that would want to', async () => {
  const { headers, text } = await visit(`${page}?user_code=${device.userCode}`);
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).not.toMatch(/<script|<link|<img|@import|url\(| on\w+=| style=/i);
});

test('the root leads to the page', async () => {
  const root = await visit(t.center.url);
  expect(root.headers.get('location')).toBe('/device');
});
