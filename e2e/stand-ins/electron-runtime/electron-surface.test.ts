import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { theApp } from './api/app.ts';
import { BrowserWindow } from './api/browser-window.ts';
import { Menu } from './api/menu.ts';
import { NativeImage } from './api/native-image.ts';
import { Notification } from './api/notification.ts';
import { theScreen } from './api/screen.ts';
import { theSession } from './api/session.ts';
import { Tray } from './api/tray.ts';
import { WebContents } from './api/web-contents.ts';
import { WebFrameMain } from './api/web-frame-main.ts';
import { electronModule } from './electron-module.ts';
import { BROWSER_WINDOW_EVENTS, WEB_CONTENTS_EVENTS } from './window/page-event-names.ts';

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const declarations = readFileSync(join(folder, 'electron.d.ts'), 'utf8');

/** What Electron's own declarations say of a class or interface. */
function declared(name: string): string {
  const start = declarations.search(new RegExp(`^  (class|interface) ${name} `, 'm'));
  return declarations.slice(start, declarations.indexOf('\n  }\n', start));
}

/** What the stand-in invents for itself begins with an underscore; everything else has to be Electron's. */
function publicNames(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== 'constructor' && !name.startsWith('_'),
  );
}

describe('nothing here that Electron doesn’t have', () => {
  test.each([
    ['App', Object.getPrototypeOf(theApp) as object],
    ['BrowserWindow', BrowserWindow.prototype],
    ['WebContents', WebContents.prototype],
    ['WebFrameMain', WebFrameMain.prototype],
    ['Session', Object.getPrototypeOf(theSession) as object],
    ['Screen', Object.getPrototypeOf(theScreen) as object],
    ['Tray', Tray.prototype],
    ['Menu', Menu.prototype],
    ['NativeImage', NativeImage.prototype],
    ['Notification', Notification.prototype],
    ['Shell', electronModule.shell],
    ['Clipboard', electronModule.clipboard],
    ['Dialog', electronModule.dialog],
    ['Protocol', electronModule.protocol],
  ])('%s', (name, prototype) => {
    const text = declared(name);
    const parents = name === 'BrowserWindow' ? declared('BaseWindow') : '';
    const invented = publicNames(prototype).filter(
      (member) =>
        !new RegExp(`^    (static |readonly |get |set )*${member}[(?:<]`, 'm').test(`${text}\n${parents}`),
    );
    expect(invented).toEqual([]);
  });

  test.each([
    ['WebContents', WEB_CONTENTS_EVENTS],
    ['BrowserWindow', BROWSER_WINDOW_EVENTS],
    ['App', [...theApp._events_]],
  ])('events of %s', (name, events) => {
    const text = declared(name);
    expect(events.filter((event) => !text.includes(`event: '${event}'`))).toEqual([]);
  });
});
