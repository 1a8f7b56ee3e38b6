import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBrowserHost } from './browser-host.ts';
import { ask, openOnce } from './testing/ask.ts';
import { PageClient } from './testing/page-client.ts';
import { type Served, serveForTest } from './testing/serve-for-test.ts';

let served: Served;
beforeEach(async () => {
  served = await serveForTest();
});
afterEach(() => served.stop());

const keyPath = () => served.host.url.slice(served.host.origin.length);

describe('stopping', () => {
  test('says goodbye, aborts calls and leaves nothing behind', async () => {
    const page = await PageClient.connect(await openOnce(served.host.url));
    page.send({ type: 'call', id: 'a', name: 'portal.accounts', params: { sessionId: 'mine' } });
    await expect.poll(() => served.core.waiting.size).toBe(1);
    const idle = connect(served.host.port, '127.0.0.1');
    await once(idle, 'connect');
    const code = page.closed();
    const idleGone = once(idle, 'close');
    await served.host.close();
    expect(await code).toBe(1001);
    await idleGone;
    expect(served.core.aborted).toEqual(['mine']);
    expect(served.clock.nextWake).toBeUndefined();
    await expect(ask(served.host.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('does not wait for ever for a page that says nothing', async () => {
    const page = await PageClient.connect(await openOnce(served.host.url));
    page.socket.pause();
    const closed = served.host.close();
    await served.clock.skip();
    await closed;
    page.socket.terminate();
  });

  test('a handshake that was half said cannot be finished any more', async () => {
    const { host, clock } = served;
    const access = await openOnce(host.url);
    const { pathname } = access.appUrl;
    // Keeps the host from having stopped already when the handshake goes on.
    const silent = await PageClient.connect(access);
    silent.socket.pause();
    const late = connect(host.port, '127.0.0.1');
    let heard = '';
    late.on('data', (chunk: Buffer) => (heard += chunk));
    const heads = `Host: 127.0.0.1:${host.port}\r\nCookie: ${access.cookie}\r\nOrigin: ${host.origin}\r\n`;
    late.write(`GET ${pathname}icon.svg HTTP/1.1\r\n${heads}\r\nGET ${pathname}bridge HTTP/1.1\r\n`);
    await expect.poll(() => heard).toContain('200 OK');
    const closed = host.close();
    const nonce = `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n`;
    late.write(`${heads}Connection: Upgrade\r\nUpgrade: websocket\r\n${nonce}\r\n`);
    await expect.poll(() => heard).toContain('404 Not Found');
    await clock.skip();
    await closed;
    silent.socket.terminate();
  });

  test('twice is the same as once', async () => {
    await Promise.all([served.host.close(), served.host.close()]);
  });
});

test('a port that is taken is told apart from other failures', async () => {
  const { core, rendererFolder, logger, clock, host } = served;
  const again = { core, rendererFolder, logger, clock, language: 'en', port: host.port } as const;
  await expect(startBrowserHost(again)).rejects.toMatchObject({
    name: 'PortUnavailable',
    port: host.port,
    why: 'taken',
  });
});

test('the log tells why requests were refused, and no secret', async () => {
  const key = new URL(served.host.url).searchParams.get('key') ?? '';
  await ask(served.host.port, { method: 'POST', path: keyPath() });
  await ask(served.host.port, { headers: { host: 'evil.example' } });
  const { cookie, appUrl } = await openOnce(served.host.url);
  await ask(served.host.port, { path: keyPath() });
  expect(served.logger.lines.map(({ facts }) => facts)).toEqual([
    { reason: 'method' },
    { reason: 'wrong-host' },
    { reason: 'wrong-key' },
  ]);
  const text = JSON.stringify(served.logger.lines);
  expect(text).not.toContain(key);
  expect(text).not.toContain(cookie.split('=')[1]);
  expect(text).not.toContain(appUrl.pathname.slice(1, -1));
});
