import { refuseUnknownKeys } from '../strict/missing.ts';

/** The options of BrowserWindow that the stand-in takes. Those that only change the frame's look do nothing. */
export interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: WebPreferences;
}

export interface WebPreferences {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
  readonly [name: string]: unknown;
}

const WINDOW_OPTIONS = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'webPreferences',
  'center',
  'resizable',
  'minimizable',
  'maximizable',
  'closable',
  'autoHideMenuBar',
  'icon',
  'darkTheme',
  'titleBarStyle',
  'titleBarOverlay',
  'trafficLightPosition',
  'paintWhenInitiallyHidden',
];

/** What must be so where it is named: the stand-in has no other way, and the app should have none either. */
const REQUIRED: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  javascript: true,
};

const FREE = [
  'preload',
  'additionalArguments',
  'spellcheck',
  'devTools',
  'navigateOnDragDrop',
  'safeDialogs',
  'safeDialogsMessage',
  'disableBlinkFeatures',
  'backgroundThrottling',
  'webgl',
  'plugins',
  'images',
  'autoplayPolicy',
  'defaultEncoding',
  'scrollBounce',
  'textAreasAreResizable',
  'disableDialogs',
];

/** @throws MissingApiError for an option that the stand-in doesn't know, Error for one it can't follow */
export function checkWindowOptions(options: WindowOptions): void {
  refuseUnknownKeys(options, WINDOW_OPTIONS, 'BrowserWindow option');
  const preferences = options.webPreferences ?? {};
  refuseUnknownKeys(preferences, [...Object.keys(REQUIRED), ...FREE], 'webPreferences option');
  for (const [name, value] of Object.entries(REQUIRED)) {
    if (preferences[name] === undefined || preferences[name] === value) continue;
    throw new Error(
      `webPreferences.${name} ${String(preferences[name])} is not supported by the Electron stand-in.`,
    );
  }
  const { preload } = preferences;
  if (preload !== undefined && !/^(\/|[a-z]:[\\/])/i.test(preload)) {
    throw new Error('webPreferences.preload must be an absolute path.');
  }
}
