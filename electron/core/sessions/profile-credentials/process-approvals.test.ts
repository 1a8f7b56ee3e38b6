import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProcessApprovals } from './process-approvals.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-approvals-'));
  path = join(folder, 'data', 'approved-processes.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const open = () => new ProcessApprovals(join(folder, 'data'));

it('remembers a command for one profile, across restarts, as a hash that only the owner reads', async () => {
  const approvals = open();
  expect(await approvals.has('vault', 'get --token canary')).toBe(false);
  await Promise.all([
    approvals.add('vault', 'get --token canary'),
    approvals.add('other', 'another'),
    approvals.add('third', 'yet another'),
  ]);
  const again = open();
  expect(await again.has('vault', 'get --token canary')).toBe(true);
  expect(await again.has('other', 'another')).toBe(true);
  expect(await again.has('third', 'yet another')).toBe(true);
  expect(await again.has('vault', 'get --token  canary')).toBe(false);
  expect(await again.has('other', 'get --token canary')).toBe(false);
  expect(await readFile(path, 'utf8')).not.toContain('canary');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('sets a file aside that it can’t understand', async () => {
  await open().add('vault', 'get');
  await writeFile(path, '{"approved": "all"}');
  const approvals = open();
  expect(await approvals.has('vault', 'get')).toBe(false);
  await approvals.add('vault', 'get');
  expect(await open().has('vault', 'get')).toBe(true);
  expect((await readdir(join(folder, 'data'))).sort()).toEqual([
    'approved-processes.json',
    'approved-processes.json.damaged',
  ]);
});

it('says so where the disk refuses, and still holds it until the end', async () => {
  await mkdir(path, { recursive: true }); // a folder where the file should be
  const approvals = open();
  await expect(approvals.add('vault', 'get')).rejects.toMatchObject({ error: { code: 'disk.refused' } });
  expect(await approvals.has('vault', 'get')).toBe(true);
});
