import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
/** Written after all parts were built, so that half a build doesn't pass for one. */
const STAMP = 'out/built';

/** Builds the app unless what is built is newer than every source. */
export function ensureBuilt(): void {
  const built = modified(join(PROJECT, STAMP));
  if (built !== undefined && built > newest()) return;
  console.log('Building Bucket Porter…');
  const vite = join(PROJECT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  if (status === 0) return writeFileSync(join(PROJECT, STAMP), '');
  console.error(stdout, stderr);
  throw new Error('The build failed; its output stands above.');
}

function newest(): number {
  let latest = 0;
  const visit = (path: string) => {
    const { mtimeMs } = statSync(path);
    if (!statSync(path).isDirectory()) latest = Math.max(latest, mtimeMs);
    else for (const name of readdirSync(path)) visit(join(path, name));
  };
  for (const source of SOURCES) visit(join(PROJECT, source));
  return latest;
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
