import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { type AppWindow, MainWindow } from './main-window.ts';
import type { WindowPlace } from './window-bounds.ts';

class FakeWindow extends EventEmitter implements AppWindow {
  readonly done: string[] = [];
  minimized = false;
  getNormalBounds = () => ({ x: 0, y: 0, width: 1000, height: 700 });
  isMaximized = () => false;
  isMinimized = () => this.minimized;
  restore = () => void this.done.push('restore');
  maximize = () => void this.done.push('maximize');
  show = () => void this.done.push('show');
  hide = () => void this.done.push('hide');
  focus = () => void this.done.push('focus');
  loadURL = async (url: string) => void this.done.push(`load ${url}`);

  /** Closes as Electron does: unless somebody prevents it, the window is gone. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.emit('closed');
  }
}

function mainWindow(place?: WindowPlace) {
  const windows: FakeWindow[] = [];
  const main = new MainWindow({
    url: 'bucket-porter://app/',
    create: () => {
      windows.push(new FakeWindow());
      return windows.at(-1) as FakeWindow;
    },
    places: { load: () => place, follow: (window) => void (window as FakeWindow).done.push('follow') },
    onCreated: (window) => void window.done.push('created'),
  });
  main.show();
  const last = () => windows.at(-1) as FakeWindow;
  return { main, windows, last };
}

it('stays hidden until it has something to show', () => {
  const { last } = mainWindow();
  expect(last().done).toEqual(['follow', 'created', 'load bucket-porter://app/']);
  last().emit('ready-to-show');
  expect(last().done.slice(3)).toEqual(['show']);
});

it('is maximized again', () => {
  const { last } = mainWindow({ bounds: { x: 0, y: 0, width: 1000, height: 700 }, maximized: true });
  last().emit('ready-to-show');
  expect(last().done.slice(3)).toEqual(['maximize', 'show']);
});

it('is one: showing it again brings it to the front', () => {
  const { main, windows, last } = mainWindow();
  last().minimized = true;
  main.show();
  expect(windows).toHaveLength(1);
  expect(last().done.slice(3)).toEqual(['restore', 'show', 'focus']);
});

it('is made anew after it was closed', () => {
  const { main, windows, last } = mainWindow();
  last().close();
  main.show();
  expect(windows).toHaveLength(2);
});

it('only hides where a tray icon can bring it back', () => {
  const { main, windows, last } = mainWindow();
  main.closeToTray();
  last().close();
  expect(last().done.at(-1)).toBe('hide');
  main.show();
  expect(windows).toHaveLength(1);
});

it('closes for good when the app ends', () => {
  const { main, last } = mainWindow();
  let closed = false;
  last().on('closed', () => (closed = true));
  main.closeToTray();
  main.prepareToQuit();
  last().close();
  expect(closed).toBe(true);
});
