import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCommand, startDetached } from './system-browser.ts';

const path = '/tmp/a & b/open.html';

test('each system has its own way, and the path stays one argument', () => {
  expect(openCommand(path, 'darwin', {})).toEqual({ command: '/usr/bin/open', args: [path] });
  expect(openCommand(path, 'linux', { DISPLAY: ':0' })).toEqual({ command: 'xdg-open', args: [path] });
  expect(openCommand(path, 'linux', { WAYLAND_DISPLAY: 'w' })).toEqual({ command: 'xdg-open', args: [path] });
  expect(openCommand('C:\\a & b\\open.html', 'win32', { SystemRoot: 'D:\\Windows' })).toEqual({
    command: 'D:\\Windows\\System32\\rundll32.exe',
    args: ['url.dll,FileProtocolHandler', 'C:\\a & b\\open.html'],
  });
});

test('without a screen nothing is opened', () => {
  expect(openCommand(path, 'linux', { DISPLAY: '' })).toBeUndefined();
});

test('the program gets its argument as it stands', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'system-browser-test-'));
  const out = join(folder, 'out');
  const argument = `a & b; $(x) "q" 'r'`;
  const script = 'require("node:fs").writeFileSync(process.argv[1], process.argv[2])';
  const failures: string[] = [];
  startDetached({ command: process.execPath, args: ['-e', script, out, argument] }, (code) =>
    failures.push(code),
  );
  await expect.poll(() => existsSync(out) && readFileSync(out, 'utf8'), { timeout: 5000 }).toBe(argument);
  expect(failures).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('a program that is not there is told about, not thrown', async () => {
  const failure = new Promise((resolve) => startDetached({ command: '/no/such/program', args: [] }, resolve));
  expect(await failure).toBe('ENOENT');
});
