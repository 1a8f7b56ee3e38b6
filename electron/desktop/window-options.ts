import type { BrowserWindowConstructorOptions } from 'electron';
import { centreOn, type DisplayArea, fitToDisplays } from './fit-to-displays.ts';
import type { WindowPlace } from './window-bounds.ts';

const MIN_WIDTH = 900;
const MIN_HEIGHT = 600;
const WIDTH = 1200;
const HEIGHT = 760;

/** The page's own background, so that the window doesn't flash in another colour before the page is there. */
const BACKGROUND = { light: '#ffffff', dark: '#16191d' };

export interface WindowSurroundings {
  readonly title: string;
  /** Absolute path of the bundled preload script. */
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly dark: boolean;
  /** The primary one first. */
  readonly displays: readonly DisplayArea[];
  /** Where the window was last; absent at the first start. */
  readonly place: WindowPlace | undefined;
}

/**
 * The options of the main window. Those of the page are the strict ones of Electron's security guide, spelled
 * out though most are the default, so that nobody has to know the defaults (of this or a later version).
 */
export function windowOptions(surroundings: WindowSurroundings): BrowserWindowConstructorOptions {
  const { title, preload, isPackaged, dark, displays, place } = surroundings;
  const primary = displays[0];
  const first = primary === undefined ? { width: WIDTH, height: HEIGHT } : centreOn(primary, WIDTH, HEIGHT);
  return {
    ...(place === undefined ? first : fitToDisplays(place.bounds, displays)),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title,
    show: false,
    backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !isPackaged,
    },
  };
}
