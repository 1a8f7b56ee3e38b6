import type { CustomScheme } from 'electron';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerAppScheme, serveAppPage } from './app-protocol.ts';

let top: string;
let ask: (url: string, method?: string, range?: string) => Promise<Response>;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'app-protocol-'));
  const root = join(top, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>x</title>');
  await writeFile(join(root, 'assets', 'index.js'), 'let x;');
  await writeFile(join(top, 'secret.txt'), 'secret');
  const handle = (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    expect(scheme).toBe('bucket-porter');
    ask = async (url, method = 'GET', range) => {
      const headers = new Headers(range === undefined ? {} : { range });
      return handler({ url, method, headers } as Request);
    };
  };
  serveAppPage({ handle }, root, async (path, range) =>
    path === 'preview/abc/a.png'
      ? {
          status: range === undefined ? 200 : 206,
          headers: { 'Content-Type': 'image/png', 'Content-Security-Policy': 'sandbox' },
          body: new TextEncoder().encode(range ?? 'all'),
        }
      : undefined,
  );
});
afterAll(() => rm(top, { recursive: true, force: true }));

describe('the app’s scheme', () => {
  it('has an origin of its own, and passes no policy', () => {
    const registered: CustomScheme[] = [];
    registerAppScheme({ registerSchemesAsPrivileged: (schemes) => void registered.push(...schemes) });
    expect(registered).toEqual([
      {
        scheme: 'bucket-porter',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
  });

  it('serves the page under its policy', async () => {
    const response = await ask('bucket-porter://app/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*connect-src 'self'/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('serves its scripts, and looks past a query', async () => {
    const response = await ask('bucket-porter://app/assets/index.js?v=1');
    expect([response.status, await response.text()]).toEqual([200, 'let x;']);
  });

  it('answers HEAD without a body', async () => {
    const response = await ask('bucket-porter://app/index.html', 'HEAD');
    expect([response.status, response.body]).toEqual([200, null]);
  });

  it('serves the bytes of a preview under a policy of their own, whole or a range', async () => {
    const whole = await ask('bucket-porter://app/preview/abc/a.png');
    expect([whole.status, await whole.text()]).toEqual([200, 'all']);
    expect(whole.headers.get('content-security-policy')).toBe('sandbox');
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    const part = await ask('bucket-porter://app/preview/abc/a.png', 'GET', 'bytes=0-3');
    expect([part.status, await part.text()]).toEqual([206, 'bytes=0-3']);
    expect((await ask('bucket-porter://app/preview/other/a.png')).status).toBe(404);
    expect((await ask('bucket-porter://other/preview/abc/a.png')).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await ask('bucket-porter://app/', method)).status).toBe(405);
  });

  it.each([
    'bucket-porter://app/missing.js',
    'bucket-porter://app/../secret.txt',
    'bucket-porter://app/%2e%2e/secret.txt',
    'bucket-porter://app/..%2fsecret.txt',
    'bucket-porter://other/index.html',
    'bucket-porter://app:80/index.html',
  ])('has nothing at %s', async (url) => {
    const response = await ask(url);
    expect([response.status, await response.text()]).toEqual([404, '']);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
