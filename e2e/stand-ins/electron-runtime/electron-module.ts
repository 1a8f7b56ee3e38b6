import { theApp } from './api/app.ts';
import { BrowserWindow } from './api/browser-window.ts';
import { clipboard } from './api/clipboard.ts';
import { dialog } from './api/dialog.ts';
import { ipcMain } from './api/ipc-main.ts';
import { Menu, MenuItem } from './api/menu.ts';
import { nativeImage } from './api/native-image.ts';
import { nativeTheme } from './api/native-theme.ts';
import { Notification } from './api/notification.ts';
import { powerMonitor } from './api/power-monitor.ts';
import { protocol } from './api/protocol.ts';
import { theScreen } from './api/screen.ts';
import { session } from './api/session.ts';
import { shell } from './api/shell.ts';
import { Tray } from './api/tray.ts';
import { webContents } from './api/web-contents.ts';
import { WebFrameMain } from './api/web-frame-main.ts';
import { strictObject } from './strict/strict-object.ts';

/** What the main process gets for `electron`. What isn't here throws when it is asked for. */
export const electronModule = strictObject(
  {
    app: theApp,
    clipboard,
    dialog,
    ipcMain,
    nativeImage,
    nativeTheme,
    powerMonitor,
    protocol,
    screen: theScreen,
    session,
    shell,
    BrowserWindow: strictObject(BrowserWindow, 'BrowserWindow'),
    Menu: strictObject(Menu, 'Menu'),
    MenuItem: strictObject(MenuItem, 'MenuItem'),
    Notification: strictObject(Notification, 'Notification'),
    Tray: strictObject(Tray, 'Tray'),
    webContents: strictObject(webContents, 'webContents'),
    WebFrameMain: strictObject(WebFrameMain, 'WebFrameMain'),
  },
  'electron',
);
