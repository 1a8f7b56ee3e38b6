// The least an app can be: a window with one line of text.
import { BrowserWindow, app, protocol } from 'electron';

const page = '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Empty</p>';
protocol.registerSchemesAsPrivileged([{ scheme: 'empty', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  protocol.handle('empty', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  const options = { sandbox: true, contextIsolation: true, nodeIntegration: false };
  return new BrowserWindow({ webPreferences: options }).loadURL('empty://app/');
});
