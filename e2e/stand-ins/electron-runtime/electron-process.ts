/**
 * Makes `process` look as it does in Electron's main process.
 * @returns a function that sets the Chromium version, which is known later
 */
export function becomeElectronProcess(electronVersion: string): (chromeVersion: string) => void {
  const executable = process.env['ELECTRON_STAND_IN_EXECUTABLE'] ?? process.execPath;
  delete process.env['ELECTRON_STAND_IN_EXECUTABLE'];
  const versions: Record<string, string | undefined> = { ...process.versions };
  versions['electron'] = electronVersion;
  versions['chrome'] = '';
  const set = (name: string, value: unknown) => {
    Object.defineProperty(process, name, { value, enumerable: true, configurable: true, writable: true });
  };
  set('versions', versions);
  set('type', 'browser');
  set('defaultApp', true);
  set('resourcesPath', import.meta.dirname);
  set('execPath', executable);
  // Electron's own arguments stay: executable, switches, app, the app's arguments.
  set('argv', [executable, ...process.argv.slice(2)]);
  return (chromeVersion) => {
    versions['chrome'] = chromeVersion;
  };
}
