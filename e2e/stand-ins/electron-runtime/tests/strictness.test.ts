import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FixtureApp, SKIP_REASON, startFixture, PATIENCE } from './fixture-app.ts';

vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

describe.skipIf(SKIP_REASON !== undefined)(`strictness (${SKIP_REASON ?? 'Chromium'})`, () => {
  let app: FixtureApp;
  beforeAll(async () => {
    app = await startFixture();
  });
  afterAll(() => app.close());

  test.each([
    ['electron.safeStorage', 'electron.safeStorage'],
    ['electron.app.getFileIcon("x")', 'app.getFileIcon'],
    ['electron.app.on("login", () => 0)', 'event "login" of app'],
    ['electron.BrowserWindow.addExtension("x")', 'BrowserWindow.addExtension'],
    ['electron.BrowserWindow.getAllWindows()[0].capturePage()', 'BrowserWindow.capturePage'],
    ['electron.BrowserWindow.getAllWindows()[0].on("swipe", () => 0)', 'event "swipe" of BrowserWindow'],
    ['electron.webContents.getAllWebContents()[0].printToPDF()', 'webContents.printToPDF'],
    ['new electron.BrowserWindow({ kiosk: true })', 'BrowserWindow option "kiosk"'],
    [
      'new electron.BrowserWindow({ webPreferences: { offscreen: true } })',
      'webPreferences option "offscreen"',
    ],
    ['electron.session.fromPartition("x")', 'session.fromPartition'],
    ['electron.shell.moveItemToTrash("x")', 'shell.moveItemToTrash'],
    ['electron.Menu.buildFromTemplate([{ label: "x", onclick: 1 }])', 'MenuItem option "onclick"'],
    ['electron.clipboard.readHTML()', 'clipboard.readHTML'],
    ['electron.app.allowRendererProcessReuse = true', 'app.allowRendererProcessReuse'],
  ])('%s throws and names what is missing', async (script, name) => {
    expect(await app.inMain(script)).toBe(`MissingApiError: The Electron stand-in has no ${name}.`);
  });

  test.each([
    'electron.protocol.registerSchemesAsPrivileged([])',
    'electron.app.enableSandbox()',
    'electron.app.commandLine.appendSwitch("lang", "en")',
  ])('%s is too late once the app is ready', async (script) => {
    expect(await app.inMain(script)).toMatch(/must be called before the app is ready/);
  });

  test.each([
    'contextIsolation: false',
    'sandbox: false',
    'nodeIntegration: true',
    'webSecurity: false',
    'webviewTag: true',
  ])('webPreferences { %s } is refused', async (preference) => {
    const message = await app.inMain(`new electron.BrowserWindow({ webPreferences: { ${preference} } })`);
    expect(message).toMatch(/is not supported by the Electron stand-in/);
  });

  test('menus are checked, and their items can be clicked', async () => {
    expect(await app.inMain('electron.Menu.buildFromTemplate([{ role: "nothing" }])')).toContain(
      'role "nothing"',
    );
    expect(
      await app.inMain('electron.Menu.buildFromTemplate([{ label: "x", accelerator: "Ctrl+" }])'),
    ).toContain('is no accelerator');
    expect(await app.inMain('electron.Menu.buildFromTemplate([{}])')).toContain('needs a label');
    const clicked = await app.electron.evaluate(({ Menu }) => {
      const heard: string[] = [];
      const submenu = [{ id: 'b', label: 'B', type: 'checkbox' as const, click: () => heard.push('b') }];
      const menu = Menu.buildFromTemplate([
        { label: 'A', submenu },
        { role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ]);
      const item = menu.getMenuItemById('b');
      item?.click();
      return [heard, item?.checked, menu.items.map(({ label, type }) => `${label} ${type}`)];
    });
    expect(clicked).toEqual([['b'], true, ['A submenu', 'Quit normal']]);
  });

  test('pictures must be pictures', async () => {
    expect(await app.inMain('electron.nativeImage.createFromPath("/nowhere.png")')).toContain('ENOENT');
    expect(
      await app.inMain(`electron.nativeImage.createFromPath(${JSON.stringify(import.meta.filename)})`),
    ).toContain('is no PNG picture');
    expect(await app.inMain('new electron.Tray({})')).toContain('Must pass an image or a path');
  });

  test('dialogs need an answer, and what the desktop would do is written down', async () => {
    const seen = await app.electron.evaluate(async ({ dialog, shell, Notification, powerMonitor }) => {
      const control = (globalThis as unknown as { __electronStandIn: Control }).__electronStandIn;
      const unanswered = await dialog.showOpenDialog({}).then(String, String);
      control.dialogAnswers.push({ canceled: false, filePaths: ['/a'] });
      const { filePaths } = await dialog.showOpenDialog({});
      await shell.openExternal('https://example.com/');
      const heard: string[] = [];
      const notification = new Notification({ title: 'T', body: 'B' });
      notification.on('click', () => heard.push('click'));
      notification.show();
      notification.emit('click');
      powerMonitor.on('suspend', () => heard.push('suspend'));
      control.emitPower('suspend');
      return { unanswered, filePaths, heard, shell: control.shellCalls, shown: control.notifications.length };
    });
    expect(seen.unanswered).toContain('nobody answers');
    expect(seen).toMatchObject({
      filePaths: ['/a'],
      heard: ['click', 'suspend'],
      shell: [{ method: 'openExternal', argument: 'https://example.com/' }],
      shown: 1,
    });
  });

  test('the process looks like Electron’s', async () => {
    const facts = await app.electron.evaluate(({ app }) => [
      app.getName(),
      app.getVersion(),
      app.isPackaged,
      app.getLocale(),
      app.getPreferredSystemLanguages(),
      (process as unknown as { type: string }).type,
      /^\d+\.\d+\.\d+$/.test(process.versions['electron'] ?? ''),
      /^\d+(\.\d+)+$/.test(process.versions['chrome'] ?? ''),
    ]);
    expect(facts).toEqual(['Stand-in Fixture', '1.2.3', false, 'ja-JP', ['ja-JP'], 'browser', true, true]);
  });
});

interface Control {
  dialogAnswers: unknown[];
  shellCalls: unknown[];
  notifications: unknown[];
  emitPower(event: string): void;
}
