import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messagesFor } from '../../shared/messages/messages.ts';
import { ask, openOnce } from '../browser-host/testing/ask.ts';
import { PageClient } from '../browser-host/testing/page-client.ts';
import { makeRendererFolder } from '../browser-host/testing/renderer-folder.ts';
import { StartedCommand } from './testing/started-command.ts';

const { en, ja } = { en: messagesFor('en').host.serve, ja: messagesFor('ja').host.serve };
const patience = 20_000;
let home: string;
let renderer: ReturnType<typeof makeRendererFolder>;
let commands: StartedCommand[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cli-test-'));
  renderer = makeRendererFolder();
  commands = [];
});
afterEach(async () => {
  await Promise.all(commands.map((command) => command.kill()));
  rmSync(home, { recursive: true, force: true });
  renderer.remove();
});

function start(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const own = { HOME: home, USERPROFILE: home, BUCKET_PORTER_HOME: join(home, 'data'), LC_ALL: 'C', ...env };
  const command = new StartedCommand(join(import.meta.dirname, script), args, own);
  commands.push(command);
  return command;
}

const startServing = async (args: readonly string[] = [], env = {}) => {
  const command = start('testing/serve-entry.ts', [renderer.folder, 'serve', '--no-open', ...args], env);
  const [url] = await command.saying(/http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]{43}(?=\n)/);
  await command.saying(/Ctrl\+C.*\n/);
  return { command, url, origin: new URL(url).origin, port: Number(new URL(url).port) };
};

test('a command line that makes no sense is answered with how to do it', { timeout: patience }, async () => {
  const command = start('main.ts', ['serve', '--host', '0.0.0.0'], { LC_ALL: 'ja_JP.UTF-8' });
  expect(await command.ended).toBe(2);
  expect(command.stderr).toBe(`${ja.unknownOption({ option: '--host' })}\n${ja.usage}\n`);
  expect(command.stdout).toBe('');
});

test('without a built page it says how to build it', { timeout: patience }, async () => {
  const command = start('main.ts', ['serve', '--no-open']);
  expect(await command.ended).toBe(1);
  expect(command.stderr).toBe(`${en.notBuilt}\n`);
});

test.skipIf(process.platform === 'win32').for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'serves until %s, then says goodbye to its pages and ends well',
  { timeout: patience },
  async (signal) => {
    const { command, url } = await startServing();
    const page = await PageClient.connect(await openOnce(url));
    page.send({ type: 'subscribe', event: 'overview' });
    const overview = await page.until(({ type }) => type === 'event');
    expect(overview).toMatchObject({ payload: { files: { config: { exists: false } }, sessions: [] } });
    const closed = page.closed();
    command.child.kill(signal);
    expect(await command.ended).toBe(0);
    expect(await closed).toBe(1001);
    expect(command.stdout).toContain(en.stopped);
    expect(command.stderr).toBe('');
  },
);

test('tells the page which host it has and whether it is the demo', { timeout: patience }, async () => {
  const { url } = await startServing([], { BUCKET_PORTER_DEMO: '1' });
  const page = await PageClient.connect(await openOnce(url));
  page.send({ type: 'call', id: '1', name: 'app.info', params: {} });
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(await page.until(({ type }) => type === 'reply')).toMatchObject({
    envelope: { ok: true, value: { host: 'browser', demo: true, version } },
  });
});

test('a port that is taken is an error in words', { timeout: patience }, async () => {
  const first = await startServing();
  const second = start('testing/serve-entry.ts', [renderer.folder, 'serve', '--port', String(first.port)]);
  expect(await second.ended).toBe(1);
  expect(second.stderr).toBe(`${en.portTaken({ port: first.port })}\n`);
  expect(second.stdout).toBe('');
  expect((await ask(first.port)).status).toBe(403);
});

test('speaks the language of the terminal', { timeout: patience }, async () => {
  const { command, port } = await startServing([], { LC_ALL: 'ja_JP.UTF-8' });
  expect(command.stdout).toContain(ja.openThis);
  expect(command.stdout).toContain(ja.onlyHere({ port }));
});

test('neither the key nor the cookie is in the log', { timeout: patience }, async () => {
  const { command, url, port } = await startServing();
  const { cookie } = await openOnce(url);
  await ask(port, { path: url.slice(url.indexOf('/open')) });
  command.child.kill('SIGTERM');
  await command.ended;
  const log = readFileSync(join(home, 'data', 'logs', 'bucket-porter.log'), 'utf8');
  expect(log).toContain('wrong-key');
  expect(log).not.toContain(new URL(url).searchParams.get('key'));
  expect(log).not.toContain(cookie.split('=')[1]);
});
