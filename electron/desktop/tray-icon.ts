import { join } from 'node:path';

/**
 * The picture for a number of signed-in sessions; Electron finds the finer versions (`@2x`) beside it.
 * macOS gets a template image, which the system tints; its number stands beside the icon.
 * @param trayFolder `build/tray` of the app
 */
export function trayIconPath(trayFolder: string, signedIn: number, platform: NodeJS.Platform): string {
  if (platform === 'darwin') {
    return join(trayFolder, 'macos', signedIn === 0 ? 'noneTemplate.png' : 'signedInTemplate.png');
  }
  const name = signedIn > 9 ? '9-plus' : String(signedIn);
  return join(trayFolder, platform === 'win32' ? 'windows' : 'linux', `${name}.png`);
}
