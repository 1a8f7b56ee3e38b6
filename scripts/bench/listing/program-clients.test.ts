import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demandAllKeys } from './demand-all-keys.ts';
import { digestLines } from './digest-lines.ts';
import { KeyDigest } from './key-digest.ts';
import { afterNumber } from './program-clients.ts';

const KEYS = ['a', 'data/b c', 'data/12 34.json', '日本/語'];

async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bucket-porter-bench-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'output');
  await writeFile(path, text);
  return path;
}

function digestOf(keys: readonly string[]) {
  const digest = new KeyDigest();
  for (const key of keys) digest.addText(key);
  return { keys: digest.count, sum: digest.sum };
}

it('finds the keys in what `aws s3 ls` prints', async () => {
  const lines = KEYS.map((key, index) => {
    const size = String(10 ** (index * 4)).padStart(10);
    return `2026-01-02 03:04:05 ${size} ${key}\n`;
  });
  const path = await fileOf(lines.join(''));
  expect(await digestLines(path, (line) => afterNumber(line, 20))).toEqual(digestOf(KEYS));
});

it('refuses output that is cut off', async () => {
  await expect(digestLines(await fileOf('a\nb'), () => 0)).rejects.toThrow(/isn't whole/);
});

it('makes a lost, changed or doubled key an error', () => {
  const bucket = { bucket: 'flat-4', boundaries: [], ...digestOf(KEYS) };
  expect(() => demandAllKeys('x', { ms: 1, ...digestOf(KEYS.toReversed()) }, bucket)).not.toThrow();
  for (const wrong of [KEYS.slice(1), [...KEYS, 'a'], ['b', ...KEYS.slice(1)]]) {
    expect(() => demandAllKeys('x', { ms: 1, ...digestOf(wrong) }, bucket)).toThrow(/which has 4/);
  }
});
