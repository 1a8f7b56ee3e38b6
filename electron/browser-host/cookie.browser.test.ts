import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { messagesFor } from '../../shared/messages/messages.ts';
import { writeOpeningFile } from '../cli/opening-file.ts';
import { type Served, serveForTest } from './testing/serve-for-test.ts';

const executablePath = firstExisting([
  process.env['BUCKET_PORTER_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]);

/** What the page of the test does: asks for the version over the WebSocket and shows it as its title. */
const SCRIPT = `
const socket = new WebSocket(new URL('bridge', location.href).href.replace('http', 'ws'));
socket.onopen = () => socket.send(JSON.stringify({ type: 'call', id: '1', name: 'app.info', params: {} }));
socket.onmessage = ({ data }) => { document.title = 'version ' + JSON.parse(data).envelope.value.version; };
socket.onerror = () => { document.title = 'refused'; };`;

const title = executablePath === undefined ? 'a real browser (skipped: no Chromium found)' : 'a real browser';

describe.skipIf(executablePath === undefined)(title, { timeout: 30_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let served: Served;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-proxy-server'] });
  }, 30_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    served = await serveForTest(SCRIPT);
    context = await browser.newContext();
  });
  afterEach(async () => {
    await context.close();
    await served.stop();
  });

  test('opens from the address bar, and a reload works while the address does not', async () => {
    const page = await context.newPage();
    await page.goto(served.host.url);
    await titleOf(page, 'version 1.2.3');
    expect(page.url()).toMatch(new RegExp(`^${served.host.origin}/[\\w-]{43}/$`));
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.reload();
    await titleOf(page, 'version 1.2.3');
    const second = await page.goto(served.host.url);
    expect(second?.status()).toBe(403);
    expect(await page.title()).toBe(messagesFor('en').host.gate.title);
  });

  test('opens from the file that the system’s browser is given', async () => {
    const folder = mkdtempSync(`${tmpdir()}/opening-test-`);
    const file = writeOpeningFile(folder, served.host.url, 'Bucket Porter');
    const page = await context.newPage();
    await page.goto(pathToFileURL(file.path).href, { waitUntil: 'commit' });
    await titleOf(page, 'version 1.2.3');
    rmSync(folder, { recursive: true });
  });

  test('opens from a link on another site', async () => {
    const { address, stop } = await serveStranger(`<a href="${served.host.url}">open</a>`);
    const page = await context.newPage();
    await page.goto(address.replace('127.0.0.1', 'localhost'));
    await page.click('a');
    await titleOf(page, 'version 1.2.3');
    await stop();
  });

  test('a page on another port of this machine gets nothing, even if it knew the secret folder', async () => {
    const page = await context.newPage();
    await page.goto(served.host.url);
    await titleOf(page, 'version 1.2.3');
    const { address, stop } = await serveStranger(intruder(page.url().slice(0, -1)));
    await page.goto(address);
    await titleOf(page, 'kept script: refused, new file: refused, socket: refused');
    expect(served.logger.lines.map(({ facts }) => facts)).toEqual(
      expect.arrayContaining([{ reason: 'foreign-site' }, { reason: 'foreign-origin' }]),
    );
    await stop();
  });
});

function firstExisting(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && existsSync(path));
}

/** Asked from outside, since the page's own policy forbids the tests to wait inside it. */
async function titleOf(page: Page, title: string): Promise<void> {
  await expect.poll(() => page.title(), { timeout: 10_000 }).toBe(title);
}

/** A page that tries to load a file that the browser has kept, one that it hasn't, and the WebSocket. */
function intruder(target: string): string {
  return `<script type="module">
const outcome = (thing, good) => new Promise((resolve) => {
  thing.addEventListener(good, () => resolve('got in'));
  thing.addEventListener('error', () => resolve('refused'));
});
const script = document.createElement('script');
script.src = '${target}/assets/index-Ab3_x9Qz.js';
const image = document.createElement('img');
image.src = '${target}/icon.svg';
const socket = new WebSocket('${target.replace('http', 'ws')}/bridge');
document.head.append(script, image);
const all = [outcome(script, 'load'), outcome(image, 'load'), outcome(socket, 'open')];
const [kept, fresh, joined] = await Promise.all(all);
document.title = 'kept script: ' + kept + ', new file: ' + fresh + ', socket: ' + joined;
</script>`;
}

/** Another web server on this machine. */
async function serveStranger(html: string) {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
