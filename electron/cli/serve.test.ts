import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messagesFor } from '../../shared/messages/messages.ts';
import type { Settings } from '../../shared/settings.ts';
import { openOnce } from '../browser-host/testing/ask.ts';
import { makeRendererFolder } from '../browser-host/testing/renderer-folder.ts';
import { makeTestBridge, memoryLogger } from '../browser-host/testing/test-bridge.ts';
import type { AppCore, AppCoreOptions } from '../core/app-core.ts';
import { FakeClock } from '../core/support/fake-clock.ts';
import type { CommandDeps } from './command-deps.ts';
import { serve } from './serve.ts';
import type { OpenCommand } from './system-browser.ts';

class TestProcess extends EventEmitter {
  exit(code: number): void {
    throw new Error(`exit ${code}`);
  }
}

const words = { en: messagesFor('en').host.serve, ja: messagesFor('ja').host.serve };
let renderer: ReturnType<typeof makeRendererFolder>;
let temporaryFolder: string;
let signals: TestProcess;
let started: OpenCommand[];
let closed: boolean;
let coreOptions: AppCoreOptions | undefined;
let output: string;

beforeEach(() => {
  renderer = makeRendererFolder();
  temporaryFolder = mkdtempSync(join(tmpdir(), 'serve-test-'));
  signals = new TestProcess();
  started = [];
  closed = false;
  coreOptions = undefined;
  output = '';
});
afterEach(() => {
  renderer.remove();
  rmSync(temporaryFolder, { recursive: true, force: true });
});

function deps(env: CommandDeps['env'], settings: Settings = { language: 'system' }): CommandDeps {
  const core = makeTestBridge();
  core.settings.set(settings);
  return {
    env: { LC_ALL: 'C', ...env },
    platform: 'linux',
    homeFolder: '/home/someone',
    temporaryFolder,
    rendererFolder: renderer.folder,
    stdout: { write: (text) => (output += text) },
    stderr: { write: (text) => (output += text) },
    signals,
    clock: new FakeClock(),
    createCore: async (options) => {
      coreOptions = options;
      const unused = () => Promise.reject(new Error('not part of this test'));
      const close = async () => void (closed = true);
      const { bridge, settings: snapshots, overview } = core;
      return {
        bridge,
        settings: snapshots,
        overview,
        signIn: unused,
        signOut: unused,
        previews: unused,
        followLink: () => undefined,
        close,
      } satisfies AppCore;
    },
    createLogger: () => memoryLogger(),
    startDetached: (command) => started.push(command),
  };
}

const printedUrl = () => expect.poll(() => /http:\S+key=\S+/.exec(output)?.[0]).toBeDefined();
const url = () => /http:\S+key=\S+/.exec(output)?.[0] ?? '';

test('opens the browser by way of a file, which is gone once it has been used', async () => {
  const ended = serve({ port: 0, open: true }, deps({ DISPLAY: ':0' }));
  await printedUrl();
  expect(output).toContain(words.en.opening);
  const file = started[0]?.args[0] ?? '';
  expect(started).toEqual([{ command: 'xdg-open', args: [expect.stringMatching(/open\.html$/)] }]);
  expect(JSON.stringify(started)).not.toContain('key=');
  expect(readFileSync(file, 'utf8')).toContain(url());
  await openOnce(url());
  expect(existsSync(file)).toBe(false);
  signals.emit('SIGINT', 'SIGINT');
  expect(await ended).toBe(0);
});

test('a file that was never used goes when it stops, and the core is closed', async () => {
  const ended = serve({ port: 0, open: true }, deps({ DISPLAY: ':0' }));
  await printedUrl();
  expect(readdirSync(temporaryFolder)).toHaveLength(1);
  signals.emit('SIGTERM', 'SIGTERM');
  expect(await ended).toBe(0);
  expect(readdirSync(temporaryFolder)).toEqual([]);
  expect(closed).toBe(true);
  expect(signals.eventNames()).toEqual([]);
  expect(output.endsWith(`${words.en.stopped}\n`)).toBe(true);
});

test.each<[string, boolean, Record<string, string>]>([
  ['asked not to', false, { DISPLAY: ':0' }],
  ['there is no screen', true, {}],
])('opens nothing where %s', async (_why, open, env) => {
  const ended = serve({ port: 0, open }, deps(env));
  await printedUrl();
  expect(output).toContain(words.en.openThis);
  expect(started).toEqual([]);
  expect(readdirSync(temporaryFolder)).toEqual([]);
  signals.emit('SIGINT', 'SIGINT');
  await ended;
});

test('goes on without a browser where no file can be written', async () => {
  const ended = serve(
    { port: 0, open: true },
    { ...deps({ DISPLAY: ':0' }), temporaryFolder: '/no/such/folder' },
  );
  await printedUrl();
  expect(output).toContain(words.en.openThis);
  expect(started).toEqual([]);
  signals.emit('SIGINT', 'SIGINT');
  expect(await ended).toBe(0);
});

test('the person’s choice of language comes before the terminal’s', async () => {
  const ended = serve({ port: 0, open: false }, deps({}, { language: 'ja' }));
  await printedUrl();
  expect(output).toContain(words.ja.openThis);
  signals.emit('SIGINT', 'SIGINT');
  await ended;
});

test('tells the core where it is, and leaves opening addresses to the page', async () => {
  const ended = serve({ port: 0, open: false }, deps({ BUCKET_PORTER_HOME: '/data' }));
  await printedUrl();
  signals.emit('SIGINT', 'SIGINT');
  await ended;
  expect(coreOptions).toMatchObject({
    homeFolder: '/home/someone',
    dataFolder: '/data',
    host: { info: { host: 'browser', platform: 'linux', demo: false } },
  });
  expect(await coreOptions?.host.openPage('https://example.com')).toBe(false);
  expect(coreOptions?.host.systemLanguages()[0]).toBe('en');
});
