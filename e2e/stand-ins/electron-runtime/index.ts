import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface ElectronRuntime {
  /** For Playwright's `_electron.launch({ executablePath })`. */
  readonly executablePath: string;
  readonly kind: 'electron' | 'stand-in';
  /** Why this one, in words for a test report. */
  readonly reason: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What runs the desktop app here: Electron where its binary is installed and there is a display to draw on,
 * otherwise the stand-in.
 */
export function electronRuntime(env: Environment = process.env): ElectronRuntime {
  const binary = electronBinary();
  const hasDisplay = process.platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  if (binary !== undefined && hasDisplay) {
    return {
      executablePath: binary,
      kind: 'electron',
      reason: 'Electron is installed and there is a display.',
    };
  }
  const why = binary === undefined ? 'Electron’s binary is not installed' : 'there is no display';
  return {
    executablePath: join(import.meta.dirname, 'electron'),
    kind: 'stand-in',
    reason: `The Electron runtime stand-in, since ${why}: it proves our wiring, not Electron.`,
  };
}

/** Where `electron` has put its binary; its own module would start a download where there is none. */
function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  return names.map((name) => join(folder, 'dist', name)).find((path) => existsSync(path));
}
