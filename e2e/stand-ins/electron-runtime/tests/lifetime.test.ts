import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { _electron } from '@playwright/test';
import {
  EXECUTABLE,
  FIXTURE_ARGS,
  fixtureEnvironment,
  SKIP_REASON,
  eventually,
  PATIENCE,
} from './fixture-app.ts';

const skip =
  SKIP_REASON ?? (existsSync('/proc') ? undefined : 'this system has no /proc to look for processes in');

vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

describe.skipIf(skip !== undefined)(`life and death (${skip ?? 'Chromium'})`, () => {
  let home: string;
  let temporary: string;
  let env: Record<string, string>;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'stand-in-test-'));
    temporary = join(home, 'tmp');
    env = { ...fixtureEnvironment(home), TMPDIR: mkdtempSync(join(tmpdir(), 'sit-')), STAND_IN_TEST: home };
    temporary = env['TMPDIR'] ?? '';
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
    rmSync(temporary, { recursive: true, force: true });
  });

  const launch = async () => {
    const electron = await _electron.launch({
      executablePath: EXECUTABLE,
      args: FIXTURE_ARGS,
      env,
      timeout: PATIENCE,
    });
    await electron.firstWindow();
    return electron;
  };
  /** Every process of this test: they all carry its marker in their environment. */
  const alive = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const marked = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`STAND_IN_TEST=${home}\0`);
          return marked && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
        } catch {
          return false;
        }
      });
  const nothingIsLeft = () => eventually(() => expect([alive(), readdirSync(temporary)]).toEqual([[], []]));

  test('quitting leaves no process and no folder', async () => {
    const electron = await launch();
    expect(alive().length).toBeGreaterThan(2);
    await electron.close();
    await nothingIsLeft();
  });

  test('closing the last window quits', async () => {
    const electron = await launch();
    const closed = electron.waitForEvent('close');
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    await nothingIsLeft();
  });

  test('killing the app’s process ends Chromium too', async () => {
    const electron = await launch();
    electron.process().kill('SIGKILL');
    await nothingIsLeft();
  });

  test('when Chromium dies, so does the app’s process', async () => {
    const electron = await launch();
    const closed = electron.waitForEvent('close');
    const { pid } = electron.process();
    const chromium = alive().find((one) => {
      const status = readFileSync(`/proc/${one}/status`, 'latin1');
      return status.includes(`PPid:\t${pid ?? 0}\n`) && /^Name:\tchrom/m.test(status);
    });
    process.kill(Number(chromium), 'SIGKILL');
    await closed;
    await nothingIsLeft();
  });

  test('a second start finds the first one, tells it its arguments, and ends', async () => {
    const electron = await launch();
    const second = spawn(EXECUTABLE, [...FIXTURE_ARGS, 'second-argument'], { env, stdio: 'ignore' });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    await eventually(async () => {
      const events = await electron.evaluate(
        () => (globalThis as unknown as { fixture: Fixture }).fixture.events,
      );
      expect(events).toContainEqual(['second-instance', 'second-argument']);
    });
    await electron.close();
    await nothingIsLeft();
  });

  test.each([
    ['new electron.BrowserWindow()', "BrowserWindow can't be used before the app is ready."],
    ['new electron.Tray("x")', "Tray can't be used before the app is ready."],
    ['electron.session.defaultSession', "session.defaultSession can't be used before the app is ready."],
    ['electron.protocol.handle("x", () => 0)', "protocol.handle can't be used before the app is ready."],
    ['electron.screen.getAllDisplays()', "screen can't be used before the app is ready."],
    ['require("electron/renderer")', "The main process can't import electron/renderer."],
  ])('before ready, %s throws', (script, message) => {
    const main = join(home, 'main.cjs');
    writeFileSync(main, `const electron = require('electron');\n${script};`);
    const { status, stderr } = spawnSync(EXECUTABLE, [main], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });

  test('without a Chromium it says what is missing', () => {
    const bare = { ...env, BUCKET_PORTER_CHROMIUM: join(home, 'none') };
    const { status, stderr } = spawnSync(EXECUTABLE, FIXTURE_ARGS, { env: bare, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('apt-get install chromium')]);
  });
});

interface Fixture {
  events: [string, string][];
}
