import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';

const PACKAGE = join(PROJECT, 'node_modules', 'electron');

export type ElectronRuntime =
  { readonly executable: string } | { readonly executable: undefined; readonly why: string };

/**
 * Electron's own binary, if it is here or can be fetched. Since Electron 42 installing the package doesn't
 * download it; `install-electron` does, from a release site that closed networks can't reach.
 */
export function findElectron(options: { readonly mayDownload: boolean }): ElectronRuntime {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { executable: undefined, why: 'there is no display here (DISPLAY is not set)' };
  }
  const here = installedElectron();
  if (here !== undefined) return { executable: here };
  if (!options.mayDownload) return { executable: undefined, why: 'Electron’s binary is not installed' };
  console.log('Fetching Electron’s binary (once)…');
  const { status, stderr } = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], {
    encoding: 'utf8',
    timeout: 10 * 60_000,
  });
  const fetched = installedElectron();
  if (fetched !== undefined) return { executable: fetched };
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() !== '');
  const reason =
    status === null ? 'timed out' : (lines.find((line) => /error|failed/i.test(line)) ?? 'failed');
  return { executable: undefined, why: `Electron’s binary could not be downloaded (${reason.trim()})` };
}

function installedElectron(): string | undefined {
  const named = join(PACKAGE, 'path.txt');
  if (!existsSync(named)) return undefined;
  const executable = join(PACKAGE, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}
