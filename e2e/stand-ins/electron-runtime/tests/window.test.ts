import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FixtureApp, SKIP_REASON, startFixture, eventually, PATIENCE } from './fixture-app.ts';

vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

describe.skipIf(SKIP_REASON !== undefined)(`windows and their pages (${SKIP_REASON ?? 'Chromium'})`, () => {
  let app: FixtureApp;
  beforeAll(async () => {
    app = await startFixture();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.inMain('fixture.events.splice(0)');
  });
  const noted = (name: string, value: string) =>
    eventually(async () => expect(await app.events()).toContainEqual([name, value]));

  test('a page of the app’s own scheme has its origin and its content security policy', async () => {
    expect(await app.inMain('electron.webContents.getAllWebContents()[0].getURL()')).toBe('fixture://app/');
    expect(await app.inMain('electron.webContents.getAllWebContents()[0].mainFrame.origin')).toBe(
      'fixture://app',
    );
    const page = await app.page.evaluate(async () => ({
      inline: 'inlineScriptRan' in window,
      secure: isSecureContext,
      missing: (await fetch('/missing')).status,
      policy: (await fetch('/')).headers.get('content-security-policy'),
    }));
    expect(page).toEqual({ inline: false, secure: true, missing: 404, policy: "default-src 'self'" });
  });

  test('the window has the size and place it was given, and follows', async () => {
    const bounds = () => app.inMain('electron.BrowserWindow.getAllWindows()[0].getBounds()');
    const inner = () => app.page.evaluate(() => [innerWidth, innerHeight]);
    expect(await bounds()).toEqual({ x: 30, y: 40, width: 640, height: 480 });
    await eventually(async () => expect(await inner()).toEqual([640, 480]));
    await app.inMain('electron.BrowserWindow.getAllWindows()[0].setBounds({ width: 900, height: 700 })');
    expect(await bounds()).toEqual({ x: 30, y: 40, width: 900, height: 700 });
    await eventually(async () => expect(await inner()).toEqual([900, 700]));
  });

  test('maximizing keeps the normal bounds', async () => {
    const state = await app.electron.evaluate(({ BrowserWindow, screen }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window === undefined) throw new Error('no window');
      const normal = window.getBounds();
      window.maximize();
      const seen = [
        window.isMaximized(),
        JSON.stringify(window.getBounds()) === JSON.stringify(screen.getPrimaryDisplay().workArea),
        JSON.stringify(window.getNormalBounds()) === JSON.stringify(normal),
      ];
      window.unmaximize();
      return [...seen, window.isMaximized()];
    });
    expect(state).toEqual([true, true, true, false]);
  });

  test('the page’s title becomes the window’s', async () => {
    const title = () => app.inMain('electron.BrowserWindow.getAllWindows()[0].getTitle()');
    await eventually(async () => expect(await title()).toBe('Fixture page'));
    await app.page.evaluate(() => (document.title = 'Renamed'));
    await eventually(async () => expect(await title()).toBe('Renamed'));
  });

  test('a click on a foreign link asks the app, and stays where it was', async () => {
    await app.page.click('#away', { noWaitAfter: true });
    await noted('will-navigate', 'http://127.0.0.1:9/away');
    await app.page.evaluate(() => (location.href = 'http://127.0.0.1:9/script'));
    await noted('will-navigate', 'http://127.0.0.1:9/script');
    expect(await app.page.textContent('#ask')).toBe('Ask');
    expect(await app.inMain('electron.webContents.getAllWebContents()[0].getURL()')).toBe('fixture://app/');
  });

  test('an allowed link is followed', async () => {
    await app.page.click('#next');
    await app.page.waitForSelector('h1');
    expect(await app.events()).toContainEqual(['will-navigate', 'fixture://app/next.html']);
    expect(await app.inMain('electron.webContents.getAllWebContents()[0].getURL()')).toBe(
      'fixture://app/next.html',
    );
    await app.page.goBack();
    await app.page.waitForSelector('#ask');
  });

  test('further windows are refused: by script, by link, with the middle button', async () => {
    expect(await app.page.evaluate(() => window.open('/next.html') === null)).toBe(true);
    await noted('window-open', 'fixture://app/next.html');
    await app.inMain('fixture.events.splice(0)');
    await app.page.click('#aside');
    await noted('window-open', 'fixture://app/next.html');
    await app.page.click('#away', { button: 'middle' });
    await noted('window-open', 'http://127.0.0.1:9/away');
    expect(app.electron.windows()).toHaveLength(1);
  });

  test('a permission is asked for, and what the app says holds', async () => {
    const answer = await app.page.evaluate(
      () =>
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            ({ code }) => resolve(code),
          );
        }),
    );
    expect(answer).toBe(1);
    expect(await app.events()).toContainEqual(['permission', 'geolocation']);
  });

  test('the other button opens a menu where the app has one', async () => {
    await app.inMain(
      'electron.webContents.getAllWebContents()[0].once("context-menu", (_event, { x }) => fixture.events.push(["menu at", String(x)]))',
    );
    await app.page.mouse.click(17, 200, { button: 'right' });
    await noted('menu at', '17');
  });

  test('closing can be prevented, hiding and showing is told', async () => {
    const seen = await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window === undefined) throw new Error('no window');
      const heard: string[] = [];
      window.once('close', (event) => event.preventDefault());
      window.once('hide', () => heard.push('hide'));
      window.once('show', () => heard.push('show'));
      window.close();
      window.hide();
      const hidden = window.isVisible();
      window.show();
      return [window.isDestroyed(), hidden, window.isVisible(), ...heard];
    });
    expect(seen).toEqual([false, false, true, 'hide', 'show']);
  });

  test('a crashed page is told of, and comes back', async () => {
    const reason = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('fixture://app/next.html');
      const gone = new Promise<string>((resolve) => {
        window.webContents.once('render-process-gone', (_event, details) => resolve(details.reason));
      });
      window.webContents.forcefullyCrashRenderer();
      const why = await gone;
      const loaded = new Promise((resolve) => {
        window.webContents.once('did-finish-load', () => resolve(undefined));
      });
      window.webContents.reload();
      await loaded;
      const title = (await window.webContents.executeJavaScript('document.title')) as string;
      const closed = new Promise((resolve) => {
        window.once('closed', () => resolve(undefined));
      });
      window.close();
      await closed;
      return [why, title];
    });
    expect(reason).toEqual(['crashed', 'Next page']);
  });

  test('a page that can’t be had rejects', async () => {
    const message = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      try {
        await window.loadURL('http://127.0.0.1:9/');
        return 'loaded';
      } catch (error) {
        return (error as Error).message;
      } finally {
        window.destroy();
      }
    });
    expect(message).toMatch(/^ERR_\w+ \(-\d+\) loading 'http:\/\/127\.0\.0\.1:9\/'$/);
  });
});
