import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What Electron knows of the app that it was started with. */
export interface AppPackage {
  /** Absolute path of the main script. */
  readonly entry: string;
  /** What `app.getAppPath()` answers. */
  readonly appPath: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Finds the app's main script. As with Electron, a folder's package.json gives name and version, while a
 * script on its own is called "Electron" and has Electron's version.
 * @throws Error in plain words where there is no app
 */
export function readAppPackage(path: string | undefined, electronVersion: string): AppPackage {
  if (path === undefined) throw new Error('Name an app: electron [switches] <folder or script> [arguments]');
  const appPath = resolve(path);
  if (!existsSync(appPath)) throw new Error(`There is no app at ${appPath}.`);
  if (!statSync(appPath).isDirectory()) {
    return { entry: appPath, appPath: dirname(appPath), name: 'Electron', version: electronVersion };
  }
  const manifest = join(appPath, 'package.json');
  if (!existsSync(manifest)) throw new Error(`There is no package.json in ${appPath}.`);
  const { main, name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const entry = join(appPath, main ?? 'index.js');
  if (!existsSync(entry)) throw new Error(`The app's main script ${entry} is missing. Build the app first.`);
  return {
    entry,
    appPath,
    name: productName ?? name ?? 'Electron',
    version: version ?? electronVersion,
  };
}

interface Manifest {
  readonly main?: string;
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}
