import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeOpeningFile } from './opening-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opening-file-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the file leads to the address and can be removed with its folder', () => {
  const file = writeOpeningFile(folder, 'http://127.0.0.1:1/open?key=abc', 'Bucket Porter');
  expect(readFileSync(file.path, 'utf8')).toContain('content="0; url=http://127.0.0.1:1/open?key=abc"');
  file.remove();
  expect(readdirSync(folder)).toEqual([]);
  file.remove();
});

test.skipIf(process.platform === 'win32')('nobody else may read it', () => {
  const file = writeOpeningFile(folder, 'http://127.0.0.1:1/', 'Bucket Porter');
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(file.path)).mode & 0o777).toBe(0o700);
});

test('an address cannot break out of its place', () => {
  const file = writeOpeningFile(folder, 'http://x/"><script>&\'', 'a <b>');
  const html = readFileSync(file.path, 'utf8');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<b>');
  expect(html).toContain('http://x/&#34;&#62;&#60;script&#62;&#38;&#39;');
});

test('where there is no such folder, it says so', () => {
  expect(() => writeOpeningFile(join(folder, 'missing'), 'http://x/', 'x')).toThrow(/ENOENT/);
  expect(existsSync(join(folder, 'missing'))).toBe(false);
});
