import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { DisplayArea } from './fit-to-displays.ts';
import type { WindowPlace } from './window-bounds.ts';
import { windowOptions, type WindowSurroundings } from './window-options.ts';

/** Makes a window, still hidden and empty, at its place on the screens of the moment. */
export function createWindow(
  app: Pick<WindowSurroundings, 'title' | 'preload' | 'isPackaged'>,
  place: WindowPlace | undefined,
): BrowserWindow {
  const dark = nativeTheme.shouldUseDarkColors;
  return new BrowserWindow(windowOptions({ ...app, dark, displays: displaysPrimaryFirst(), place }));
}

function displaysPrimaryFirst(): DisplayArea[] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
}
