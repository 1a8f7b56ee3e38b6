export interface ChromiumSwitchOptions {
  readonly profileFolder: string;
  /** Switches that the app and the command line ask for. */
  readonly extra: ReadonlyMap<string, string>;
  readonly hasDisplay: boolean;
  readonly isRoot: boolean;
}

/** Chromium without its own windows, its own traffic, and anything that could differ from run to run. */
export function chromiumSwitches({
  profileFolder,
  extra,
  hasDisplay,
  isRoot,
}: ChromiumSwitchOptions): string[] {
  const switches = new Map<string, string>([
    ['remote-debugging-port', '0'],
    ['remote-debugging-pipe', ''],
    ['user-data-dir', profileFolder],
    ['no-startup-window', ''],
    ['no-first-run', ''],
    ['no-default-browser-check', ''],
    ['disable-gpu', ''],
    ['disable-quic', ''],
    ['disable-sync', ''],
    ['disable-breakpad', ''],
    ['disable-crash-reporter', ''],
    ['disable-extensions', ''],
    ['disable-component-update', ''],
    ['disable-component-extensions-with-background-pages', ''],
    ['disable-background-networking', ''],
    ['disable-background-timer-throttling', ''],
    ['disable-backgrounding-occluded-windows', ''],
    ['disable-renderer-backgrounding', ''],
    ['disable-back-forward-cache', ''],
    ['disable-popup-blocking', ''],
    ['disable-dev-shm-usage', ''],
    ['disable-search-engine-choice-screen', ''],
    ['force-color-profile', 'srgb'],
    ['password-store', 'basic'],
    ['use-mock-keychain', ''],
    // One process for a page and its frames, so that one session sees them all.
    ['disable-site-isolation-trials', ''],
    [
      'disable-features',
      [
        'IsolateOrigins',
        'site-per-process',
        'HttpsUpgrades',
        'HttpsFirstBalancedModeAutoEnable',
        'Translate',
        'MediaRouter',
        'OptimizationHints',
        'PaintHolding',
        'DialMediaRouteProvider',
        'WebUIOmniboxPopup',
        'WebUIOmniboxAimPopup',
        'OmniboxWebUIPopup',
        'AimEnabled',
      ].join(','),
    ],
    // A name that isn't this machine's is nobody's.
    ['host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1'],
  ]);
  if (!hasDisplay) switches.set('headless', 'new');
  if (isRoot || extra.has('no-sandbox')) switches.set('no-sandbox', '');
  for (const name of ['lang', 'force-device-scale-factor']) {
    const value = extra.get(name);
    if (value !== undefined) switches.set(name, value);
  }
  return [...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}
