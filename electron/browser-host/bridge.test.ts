import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Access, openOnce } from './testing/ask.ts';
import { PageClient, refusedStatus } from './testing/page-client.ts';
import { type Served, serveForTest } from './testing/serve-for-test.ts';

let served: Served;
beforeEach(async () => {
  served = await serveForTest();
});
afterEach(() => served.stop());

describe('the WebSocket', () => {
  let access: Access;
  beforeEach(async () => {
    access = await openOnce(served.host.url);
  });
  const bridgeUrl = () => new URL('bridge', access.appUrl).href.replace('http:', 'ws:');

  test.each<[string, number, (ours: { origin: string; cookie: string }) => Record<string, string>]>([
    ['no cookie', 403, ({ origin }) => ({ origin })],
    ['a wrong cookie', 403, ({ origin }) => ({ origin, cookie: 'bucket-porter-1=x' })],
    ['no origin', 403, (ours) => ({ cookie: ours.cookie })],
    ['a foreign origin', 403, (ours) => ({ cookie: ours.cookie, origin: 'http://evil.example' })],
    ['the origin of another port', 403, (ours) => ({ cookie: ours.cookie, origin: 'http://127.0.0.1:1' })],
    ['a foreign site', 403, (ours) => ({ ...ours, 'sec-fetch-site': 'same-site' })],
    ['a foreign host', 421, (ours) => ({ ...ours, host: 'evil.example' })],
  ])('with %s is refused', async (_name, status, headers) => {
    const ours = { origin: served.host.origin, cookie: access.cookie };
    expect(await refusedStatus(bridgeUrl(), headers(ours))).toBe(status);
  });

  test('anywhere else than beside the page is refused', async () => {
    const headers = { origin: served.host.origin, cookie: access.cookie };
    expect(await refusedStatus(`ws://127.0.0.1:${served.host.port}/bridge`, headers)).toBe(404);
    expect(await refusedStatus(bridgeUrl().replace('bridge', ''), headers)).toBe(404);
  });

  test('a call is answered', async () => {
    const page = await PageClient.connect(access);
    page.send({ type: 'call', id: 'a', name: 'app.info', params: {} });
    expect(await page.until(({ type }) => type === 'reply')).toEqual({
      type: 'reply',
      id: 'a',
      envelope: { ok: true, value: { version: '1.2.3', host: 'browser', platform: 'linux', demo: false } },
    });
  });

  test('an event comes on subscribing and on every change', async () => {
    const page = await PageClient.connect(access);
    page.send({ type: 'subscribe', event: 'settings' });
    const now = { type: 'event', event: 'settings', payload: { language: 'system' } };
    expect(await page.until(({ type }) => type === 'event')).toEqual(now);
    served.core.settings.set({ language: 'ja' });
    await page.until((message) => message.type === 'event' && message !== page.received[0]);
    expect(page.received[1]).toEqual({ ...now, payload: { language: 'ja' } });
  });

  test('a cancelled call is aborted, and only that one', async () => {
    const page = await PageClient.connect(access);
    for (const id of ['a', 'b']) {
      page.send({ type: 'call', id, name: 'portal.accounts', params: { sessionId: id } });
    }
    page.send({ type: 'cancel', id: 'b' });
    const reply = await page.until(({ type }) => type === 'reply');
    expect(reply).toMatchObject({ id: 'b', envelope: { ok: false, error: { code: 'bridge.cancelled' } } });
    expect(served.core.aborted).toEqual(['b']);
  });

  test('a page that goes away takes its calls with it, and leaves those of others', async () => {
    const [page, other] = [await PageClient.connect(access), await PageClient.connect(access)];
    page.send({ type: 'call', id: 'a', name: 'portal.accounts', params: { sessionId: 'mine' } });
    other.send({ type: 'call', id: 'a', name: 'portal.accounts', params: { sessionId: 'theirs' } });
    await expect.poll(() => served.core.waiting.size).toBe(2);
    page.socket.terminate();
    await expect.poll(() => served.core.aborted).toEqual(['mine']);
  });

  test.each<[string, number, (page: PageClient) => void]>([
    ['something that is not JSON', 1007, (page) => page.socket.send('{')],
    ['bytes', 1003, (page) => page.socket.send(Buffer.from('{}'))],
    ['too much', 1009, (page) => page.socket.send(JSON.stringify('x'.repeat(300_000)))],
  ])('a page that sends %s is put out', async (_name, code, send) => {
    const page = await PageClient.connect(access);
    send(page);
    expect(await page.closed()).toBe(code);
  });

  test('a page that answers the ping stays, one that does not is dropped', async () => {
    const page = await PageClient.connect(access, { autoPong: false });
    const dropped = page.closed();
    const pinged = once(page.socket, 'ping');
    await served.clock.skip();
    await pinged;
    page.socket.pong();
    // The next call is answered after the pong has been read.
    page.send({ type: 'call', id: 'a', name: 'app.info', params: {} });
    await page.until(({ type }) => type === 'reply');
    const again = once(page.socket, 'ping');
    await served.clock.skip();
    await again;
    await served.clock.skip();
    expect(await dropped).toBe(1006);
  });
});
