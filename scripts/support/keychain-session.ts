import { spawnSync } from 'node:child_process';

/** Set for what runs inside, so that nobody wraps twice. */
export const INSIDE = 'BUCKET_PORTER_KEYCHAIN_SESSION';

const UNLOCK = 'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';

function there(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}

/**
 * Wraps a command so that it runs with a real keychain of its own: a fresh D-Bus session with an unlocked
 * gnome-keyring, whose files are in a folder of its own. On macOS and Windows the system's is used.
 * @returns the command to run, and what is missing where none can be had
 */
export function withKeychain(command: readonly string[]): { command: readonly string[]; missing?: string } {
  if (process.platform !== 'linux' || process.env[INSIDE] !== undefined) return { command };
  const missing = ['dbus-run-session', 'gnome-keyring-daemon'].filter((name) => !there(name));
  if (missing.length > 0) {
    return { command, missing: `${missing.join(' and ')} (Debian: apt-get install dbus gnome-keyring)` };
  }
  return { command: ['dbus-run-session', '--', 'sh', '-c', UNLOCK, 'sh', ...command] };
}
