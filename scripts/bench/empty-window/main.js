// The least an app can be: a window with one line of text.
import { BrowserWindow, app, protocol } from 'electron';

protocol.registerSchemesAsPrivileged([{ scheme: 'empty', privileges: { standard: true, secure: true } }]);
await app.whenReady();
const page = '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Empty</p>';
protocol.handle('empty', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
const window = new BrowserWindow({
  webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
});
app.on('window-all-closed', () => app.quit());
await window.loadURL('empty://app/');
