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

const keyPath = () => served.host.url.slice(served.host.origin.length);

describe('the one-time address', () => {
  test('gives a cookie and leads to the app', async () => {
    const reply = await ask(served.host.port, { path: keyPath() });
    expect(reply.status).toBe(200);
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(
        `^bucket-porter-${served.host.port}=[\\w-]{43}; Path=/[\\w-]{43}/; HttpOnly; SameSite=Strict$`,
      ),
    ]);
    expect(reply.body).toMatch(/content="0; url=\/[\w-]{43}\/"/);
    expect(reply.body).not.toContain('<script');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(served.opened()).toBe(1);
  });

  test('works once', async () => {
    await openOnce(served.host.url);
    const second = await ask(served.host.port, { path: keyPath() });
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain(gate.title);
    expect(served.opened()).toBe(1);
  });

  test('a wrong key gets the gate page and leaves the right one usable', async () => {
    for (const path of ['/open', '/open?key=', '/open?key=wrong', '/open?KEY=x']) {
      const reply = await ask(served.host.port, { path });
      expect(reply.status).toBe(403);
      expect(reply.body).toContain(gate.title);
    }
    await expect(openOnce(served.host.url)).resolves.toBeTruthy();
  });

  test.each<[string, { method?: string; headers?: Record<string, string> }]>([
    ['HEAD', { method: 'HEAD' }],
    ['a prefetch', { headers: { 'sec-purpose': 'prefetch' } }],
    ['a prerender', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['an old prefetch', { headers: { purpose: 'prefetch' } }],
    ['a frame', { headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } }],
    ['an image', { headers: { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' } }],
    ['a script of another site', { headers: { origin: 'https://example.com' } }],
  ])('%s does not use it up', async (_name, question) => {
    const reply = await ask(served.host.port, { path: keyPath(), ...question });
    expect(reply.status).toBe(403);
    expect(reply.headers['set-cookie']).toBeUndefined();
    await expect(openOnce(served.host.url)).resolves.toBeTruthy();
  });

  test('may be reached from a link or a file, which the browser calls cross-site', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await ask(served.host.port, { path: keyPath(), headers })).status).toBe(200);
  });
});
