import type { Home } from './home.ts';

/** What the app may see of this machine; its AWS settings and certificates are none of the app's business. */
const PASSED = [
  'PATH',
  'DISPLAY',
  'XAUTHORITY',
  'WAYLAND_DISPLAY',
  'XDG_RUNTIME_DIR',
  'DBUS_SESSION_BUS_ADDRESS',
  'SystemRoot',
  'TEMP',
  'BUCKET_PORTER_CHROMIUM',
];

/** The environment of an app that lives in a throw-away home. */
export function appEnvironment(
  home: Home,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const passed = PASSED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(passed),
    HOME: home.folder,
    USERPROFILE: home.folder,
    BUCKET_PORTER_HOME: home.dataFolder,
    LANG: 'en_GB.UTF-8',
    TZ: 'Europe/London',
    ...more,
  };
}

/** Makes a keychain out of reach, as on a machine that has none. */
export const NO_KEYCHAIN = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
