import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messagesFor } from '../../shared/messages/messages.ts';
import { ask, openOnce } from './testing/ask.ts';
import { type Served, serveForTest } from './testing/serve-for-test.ts';

const gate = messagesFor('en').host.gate;

let served: Served;
beforeEach(async () => {
  served = await serveForTest();
});
afterEach(() => served.stop());

describe('without the cookie', () => {
  test.each(['/', '/index.html', '/assets/index-Ab3_x9Qz.js', '/bridge', '/nothing', '/open/'])(
    '%s is the gate page',
    async (path) => {
      const reply = await ask(served.host.port, { path });
      expect(reply.status).toBe(403);
      expect(reply.body).toContain(gate.body);
      expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  test('a cookie of another value is none', async () => {
    const headers = { cookie: `bucket-porter-${served.host.port}=${'A'.repeat(43)}` };
    expect((await ask(served.host.port, { headers })).status).toBe(403);
  });
});

describe('with the cookie', () => {
  let cookie: string;
  let appPath: string;
  beforeEach(async () => {
    const access = await openOnce(served.host.url);
    cookie = access.cookie;
    appPath = access.appUrl.pathname;
  });
  /** A path within the app's secret folder. */
  const at = (path = '/') => appPath.slice(0, -1) + path;

  test('the page comes with its policies and is not kept', async () => {
    const { status, headers, body } = await ask(served.host.port, { path: at(), headers: { cookie } });
    expect(status).toBe(200);
    expect(body).toContain('./assets/index-Ab3_x9Qz.js');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain(
      `connect-src 'self' ws://127.0.0.1:${served.host.port}`,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
  });

  test('the bytes of a preview come under a policy of their own, whole or a range', async () => {
    const { port } = served.host;
    const whole = await ask(port, { path: at('/preview/abc/a.png'), headers: { cookie } });
    expect([whole.status, whole.body]).toEqual([200, 'all']);
    expect(whole.headers).toMatchObject({
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
    const headers = { cookie, range: 'bytes=0-3' };
    const part = await ask(port, { path: at('/preview/abc/a.png'), headers });
    expect([part.status, part.body]).toEqual([206, 'bytes=0-3']);
    expect((await ask(port, { path: at('/preview/x/a.png'), headers })).status).toBe(404);
    expect((await ask(port, { path: at('/preview/abc/a.png') })).status).toBe(403);
  });

  test('hashed files are kept, others asked for again', async () => {
    const script = await ask(served.host.port, {
      path: at('/assets/index-Ab3_x9Qz.js'),
      headers: { cookie },
    });
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toMatch(/^text\/javascript/);
    expect(script.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    const icon = await ask(served.host.port, { path: at('/icon.svg'), headers: { cookie } });
    expect(icon.headers['cache-control']).toBe('private, no-cache');
  });

  test('HEAD tells the same without the content', async () => {
    const whole = await ask(served.host.port, { path: at(), headers: { cookie } });
    const head = await ask(served.host.port, { path: at(), method: 'HEAD', headers: { cookie } });
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(whole.body)));
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/assets',
  ])('%s leads nowhere', async (path) => {
    const reply = await ask(served.host.port, { path: at(path), headers: { cookie } });
    expect(reply.status).toBe(404);
    expect(reply.body).not.toContain('outside');
  });

  test.each(['/', '/index.html', '/bridge', '/x/', '/open/'])(
    '%s outside the secret folder is nothing',
    async (path) => {
      const reply = await ask(served.host.port, { path, headers: { cookie } });
      expect(reply.status).toBe(404);
      expect(reply.body).not.toContain('assets');
    },
  );

  test('the cookie is for the secret folder only, so other servers on this machine never see it', async () => {
    const fresh = await serveForTest();
    const { pathname, search } = new URL(fresh.host.url);
    const reply = await ask(fresh.host.port, { path: pathname + search });
    expect(reply.headers['set-cookie']?.[0]).toMatch(/; Path=\/[\w-]{43}\/; HttpOnly; SameSite=Strict$/);
    await fresh.stop();
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not allowed', async (method) => {
    const reply = await ask(served.host.port, { path: at(), method, headers: { cookie } });
    expect(reply.status).toBe(405);
    expect(reply.headers['allow']).toBe('GET, HEAD');
  });

  test.each<[string, (port: number) => string]>([
    ['another name', (port) => `evil.example:${port}`],
    ['no port', () => '127.0.0.1'],
    ['another port', (port) => `127.0.0.1:${port + 1}`],
    ['a name that begins like ours', (port) => `localhost.evil.example:${port}`],
    ['the other loopback address', (port) => `[::1]:${port}`],
  ])('a Host header with %s is refused', async (_name, name) => {
    const reply = await ask(served.host.port, {
      path: at(),
      headers: { cookie, host: name(served.host.port) },
    });
    expect(reply.status).toBe(421);
    expect(reply.body).not.toContain('assets');
  });

  test('localhost is ours too', async () => {
    const reply = await ask(served.host.port, {
      path: at(),
      headers: { cookie, host: `localhost:${served.host.port}` },
    });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-security-policy']).toContain(`ws://localhost:${served.host.port}`);
  });

  test.each(['cross-site', 'same-site', 'nonsense'])('a fetch that is %s is refused', async (site) => {
    const reply = await ask(served.host.port, { path: at(), headers: { cookie, 'sec-fetch-site': site } });
    expect(reply.status).toBe(403);
  });

  test('a foreign Origin is refused, our own is not', async () => {
    const foreign = [
      'https://evil.example',
      'null',
      `http://localhost:${served.host.port}`,
      `https://127.0.0.1:${served.host.port}`,
    ];
    for (const origin of foreign) {
      expect((await ask(served.host.port, { path: at(), headers: { cookie, origin } })).status).toBe(403);
    }
    expect(
      (await ask(served.host.port, { path: at(), headers: { cookie, origin: served.host.origin } })).status,
    ).toBe(200);
  });

  test('a request for a whole address is no request for a file', async () => {
    const reply = await ask(served.host.port, { path: `http://evil.example/`, headers: { cookie } });
    expect(reply.status).toBe(400);
  });
});
