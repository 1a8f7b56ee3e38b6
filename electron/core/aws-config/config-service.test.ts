import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfigFile } from './config-file.ts';
import { configPaths } from './config-paths.ts';
import { ConfigService, type ConfigState } from './config-service.ts';

let folder: string;
let service: ConfigService | undefined;
let heard: ((state: ConfigState) => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-config-'));
});
afterEach(async () => {
  service?.close();
  service = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<ConfigService> {
  heard = [];
  service = await ConfigService.open(configPaths({}, folder), (state) => {
    for (const hear of heard) hear(state);
  });
  return service;
}
const until = (fits: (state: ConfigState) => boolean) =>
  new Promise<ConfigState>((resolve) => heard.push((state) => fits(state) && resolve(state)));
const names = (state: ConfigState) => state.profiles.map(({ name }) => name).join();

describe('ConfigService', () => {
  it('notices a file that appears with its folder, changes, is replaced, and goes', async () => {
    const path = join(folder, '.aws', 'config');
    const { state } = await open();
    expect(state.files.config).toEqual({ path, exists: false });

    let next = until((now) => names(now) === 'a');
    await mkdir(join(folder, '.aws'));
    await writeFile(path, '[profile a]\nregion=x\n');
    await next;

    next = until((now) => names(now) === 'a,b');
    await writeFile(path, '[profile a]\nregion=x\n[profile b]\nregion=x\n');
    await next;

    next = until((now) => names(now) === 'c');
    await writeFile(`${path}.new`, '[profile c]\nregion=x\n');
    await rename(`${path}.new`, path);
    await next;

    next = until((now) => !now.files.config.exists);
    await rm(path);
    await next;
  });

  it('has read the files when it says so, also where another reading came in between', async () => {
    const { state } = await open();
    expect(names(state)).toBe('');
    await mkdir(join(folder, '.aws'));
    await writeFile(join(folder, '.aws', 'config'), '[profile a]\nregion=x\n');
    const first = service?.reload();
    const second = service?.reload();
    await first;
    expect(names(service?.state ?? state)).toBe('a');
    await second;
  });
});

describe('readConfigFile', () => {
  it.each([
    ['a folder', (path: string) => mkdir(path), 'unreadable', 'EISDIR'],
    ['a binary file', (path: string) => writeFile(path, Buffer.from([91, 10, 0])), 'binary', '', 2],
    [
      'a huge file',
      (path: string) => writeFile(path, Buffer.alloc(11 * 1024 * 1024, 35)),
      'too-large',
      '11 MB',
    ],
  ])('reports %s and goes on without it', async (_what, make, reason, subject, line?: number) => {
    const path = join(folder, 'config');
    await make(path);
    const file = await readConfigFile(path);
    expect(file).toMatchObject({ exists: true, document: { sections: [] } });
    expect(file.problems).toEqual([{ path, reason, subject, ...(line === undefined ? {} : { line }) }]);
  });

  it('reports a file that can’t be reached, with the system’s word for it', async () => {
    const path = join(folder, 'config');
    await symlink(path, path); // a loop: nobody can read it, not even root
    expect((await readConfigFile(path)).problems).toEqual([{ path, reason: 'unreadable', subject: 'ELOOP' }]);
  });

  it('takes a missing file for an empty one', async () => {
    expect(await readConfigFile(join(folder, 'none'))).toMatchObject({ exists: false, problems: [] });
  });
});

describe('configPaths', () => {
  it('follows the variables, with ~ as the home folder', () => {
    expect(configPaths({ AWS_CONFIG_FILE: '~/x/config' }, '/home/me')).toEqual({
      config: '/home/me/x/config',
      credentials: '/home/me/.aws/credentials',
    });
    expect(configPaths({ AWS_SHARED_CREDENTIALS_FILE: '/etc/c' }, '/home/me').credentials).toBe('/etc/c');
  });
});
