import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps Electron's own files (caches, the single-instance lock) inside the app's folder, beside what both
 * hosts share. Has to happen before anything asks Electron for a path.
 */
export function usePrivateFolder(
  app: { setPath(name: 'userData', path: string): void },
  dataFolder: string,
): void {
  const folder = join(dataFolder, 'electron');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
}
