import { describe, expect, it } from 'vitest';
import { windowOptions, type WindowSurroundings } from './window-options.ts';

const SURROUNDINGS: WindowSurroundings = {
  title: 'Bucket Porter',
  preload: '/app/out/preload/preload.cjs',
  isPackaged: true,
  dark: false,
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  place: undefined,
};

describe('windowOptions', () => {
  it('gives the page nothing of Node, and takes no protection away', () => {
    expect(windowOptions(SURROUNDINGS).webPreferences).toEqual({
      preload: '/app/out/preload/preload.cjs',
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
      devTools: false,
    });
  });

  it('has developer tools only where it is developed', () => {
    const { webPreferences } = windowOptions({ ...SURROUNDINGS, isPackaged: false });
    expect(webPreferences).toMatchObject({ devTools: true, sandbox: true, webSecurity: true });
  });

  it('opens in the middle at first, then where it was', () => {
    expect(windowOptions(SURROUNDINGS)).toMatchObject({ x: 360, y: 140, width: 1200, height: 760 });
    const place = { bounds: { x: 50, y: 60, width: 1000, height: 700 }, maximized: false };
    expect(windowOptions({ ...SURROUNDINGS, place })).toMatchObject(place.bounds);
    expect(windowOptions(SURROUNDINGS)).toMatchObject({ minWidth: 900, minHeight: 600 });
  });

  it('stays hidden until it has something to show, on the theme’s background', () => {
    const light = windowOptions(SURROUNDINGS);
    const dark = windowOptions({ ...SURROUNDINGS, dark: true });
    expect(light.show).toBe(false);
    expect(dark.backgroundColor).not.toBe(light.backgroundColor);
  });
});
