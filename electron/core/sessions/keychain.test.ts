import { execFileSync } from 'node:child_process';
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
});
