import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SystemKeychain } from './keychain.ts';

/** Set by `npm test` where it could start a D-Bus session with an unlocked gnome-keyring. */
const KEYCHAIN = process.env['BUCKET_PORTER_KEYCHAIN_SESSION'] !== undefined;

async function inOwnProcess(env: Record<string, string>): Promise<string> {
  const script = `
    import { SystemKeychain } from './electron/core/sessions/keychain.ts';
    try { console.log((await new SystemKeychain().key()).toString('hex')); }
    catch (fault) { console.log(fault.name, fault.because, fault.message); }`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
  }).trim();
}

describe('SystemKeychain', () => {
  it.skipIf(!KEYCHAIN)(
    'makes a key once and finds it again from another process (needs gnome-keyring in a D-Bus session)',
    async () => {
      const key = await new SystemKeychain().key();
      expect(key).toHaveLength(32);
      const session = { DBUS_SESSION_BUS_ADDRESS: process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '' };
      expect(await inOwnProcess(session)).toBe(key.toString('hex'));
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'never falls back to the kernel keyring where nobody answers on D-Bus (Linux only)',
    async () => {
      const said = await inOwnProcess({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' });
      expect(said).toMatch(/^KeychainFault no-keychain /);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'gives up on a keychain that never answers, and the app can still end (Linux only)',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'bucket-porter-bus-'));
      const bus = createServer((socket) => socket.resume());
      const path = join(folder, 'bus');
      await new Promise<void>((resolve) => bus.listen(path, resolve));
      const script = `
        import { SystemKeychain } from './electron/core/sessions/keychain.ts';
        await new SystemKeychain(300).key().catch((fault) => console.log(fault.because));
        process.exit();`;
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        env: { PATH: process.env['PATH'] ?? '', DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` },
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await new Promise((resolve) => child.once('exit', resolve));
      expect(said.trim()).toBe('locked');
      bus.close();
      await rm(folder, { recursive: true });
    },
  );
});
