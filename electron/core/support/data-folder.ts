import { posix, win32 } from 'node:path';

/**
 * The app's own folder. Both hosts use the same one, so a session made in one is there in the other
 * when that one starts next.
 * `BUCKET_PORTER_HOME` moves it (tests, the demo, portable use); else the platform's usual place.
 */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  const moved = env['BUCKET_PORTER_HOME'];
  if (moved !== undefined && moved !== '') return moved;
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Bucket Porter');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Bucket Porter');
  return posix.join(env['XDG_CONFIG_HOME'] || posix.join(home, '.config'), 'bucket-porter');
}
