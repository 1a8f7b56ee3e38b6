import fc from 'fast-check';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Keychain, KeychainFault } from './keychain.ts';
import { seal, unseal } from './sealed-file.ts';
import type { StoredSession } from './stored-session.ts';
import { TokenVault } from './token-vault.ts';

const KEY = Buffer.alloc(32, 1);
const OTHER_KEY = Buffer.alloc(32, 2);
const keychain = (key: Buffer): Keychain => ({ key: async () => key });
const noKeychain: Keychain = {
  key: () => Promise.reject(new KeychainFault('no-keychain', 'nobody answers')),
};
const STORED: StoredSession = {
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  token: { accessToken: 'very-secret-token', refreshToken: 'secret-refresh', expiresAt: 2, signedInAt: 1 },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-vault-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('TokenVault', () => {
  it('gives back after a restart what it sealed, in a file only the owner may read, without a secret in it', async () => {
    const vault = new TokenVault(join(folder, 'sessions'), keychain(KEY));
    expect(await vault.save('sso-session:a', STORED)).toBe('keychain');
    expect(await new TokenVault(join(folder, 'sessions'), keychain(KEY)).load('sso-session:a')).toEqual(
      STORED,
    );

    const [name = ''] = await readdir(join(folder, 'sessions'));
    const path = join(folder, 'sessions', name);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const bytes = (await readFile(path)).toString('latin1');
    for (const secret of ['very-secret-token', 'secret-refresh', 'acme', 'sso-session']) {
      expect(bytes + name).not.toContain(secret);
    }
  });

  it('stays in memory without a keychain, writes nothing, and says why', async () => {
    const vault = new TokenVault(join(folder, 'sessions'), noKeychain);
    expect(await vault.save('a', STORED)).toBe('memory');
    expect(await vault.load('a')).toEqual(STORED);
    expect(vault.status).toEqual({ storage: 'memory', cause: 'no-keychain', reason: 'nobody answers' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('uses the keychain again once it answers', async () => {
    const changing: { key: Keychain['key'] } = { key: noKeychain.key };
    const vault = new TokenVault(folder, changing);
    await vault.save('a', STORED);
    changing.key = async () => KEY;
    expect(await vault.save('a', STORED)).toBe('keychain');
    expect(vault.status).toEqual({ storage: 'keychain' });
  });

  it('takes a damaged file, a foreign key and another session’s file for damaged, and keeps them', async () => {
    const vault = new TokenVault(folder, keychain(KEY));
    await vault.save('a', STORED);
    await vault.save('b', STORED);
    expect(await new TokenVault(folder, keychain(OTHER_KEY)).load('a')).toBe('damaged');
    const [one = '', two = ''] = await readdir(folder);
    await writeFile(join(folder, one), await readFile(join(folder, two)));
    const loaded = [await vault.load('a'), await vault.load('b')];
    expect(loaded).toContain('damaged');
    expect(loaded).toContainEqual(STORED);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('ends with the last decision, however many saves and removals overlap', async () => {
    const vault = new TokenVault(folder, keychain(KEY));
    const version = (number: number) => ({ ...STORED, region: `r${number}` });
    let latest = 0;
    const save = (number: number) => {
      latest = number;
      return vault.save('a', version(number), () => latest === number);
    };
    for (let round = 0; round < 50; round += 1) {
      const under = [save(3 * round + 1), save(3 * round + 2), save(3 * round + 3)];
      await Promise.all(under);
      expect(await new TokenVault(folder, keychain(KEY)).load('a')).toEqual(version(3 * round + 3));
    }
    const late = save(1000);
    latest = 1001;
    await Promise.all([late, vault.remove('a')]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('forgets what it is told to', async () => {
    const vault = new TokenVault(folder, keychain(KEY));
    await vault.save('a', STORED);
    await vault.remove('a');
    expect(await vault.load('a')).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps a session in memory when the disk refuses, and says so', async () => {
    await writeFile(join(folder, 'sessions'), 'a file where the folder should be');
    const vault = new TokenVault(join(folder, 'sessions'), keychain(KEY));
    expect(await vault.save('a', STORED)).toBe('memory');
    expect(vault.status).toMatchObject({ storage: 'memory', cause: 'disk' });
    expect(await vault.load('a')).toEqual(STORED);
    await chmod(folder, 0o700);
  });
});

describe('seal and unseal', () => {
  it('opens only what is whole, with the right key and name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (name, text, where) => {
        const sealed = seal(KEY, name, text);
        expect(unseal(KEY, name, sealed)).toBe(text);
        expect(unseal(OTHER_KEY, name, sealed)).toBeUndefined();
        expect(unseal(KEY, `${name}x`, sealed)).toBeUndefined();
        const changed = Buffer.from(sealed);
        const at = where % changed.length;
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(unseal(KEY, name, changed)).toBeUndefined();
        expect(unseal(KEY, name, sealed.subarray(0, at))).toBeUndefined();
      }),
    );
  });
});
