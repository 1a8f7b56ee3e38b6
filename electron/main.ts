/** The entry of the desktop app, and of its headless commands. */
import { app, clipboard, ipcMain, protocol, session, shell } from 'electron';
import { homedir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { DEFAULT_SETTINGS, type Language, resolveLanguage, type Settings } from '../shared/settings.ts';
import { type AppCore, createAppCore } from './core/app-core.ts';
import { dataFolder } from './core/support/data-folder.ts';
import { fileLogger } from './core/support/file-logger.ts';
import { appAddress } from './desktop/app-address.ts';
import { AppMenuBar } from './desktop/app-menu-bar.ts';
import { registerAppScheme, serveAppPage } from './desktop/app-protocol.ts';
import { createWindow } from './desktop/create-window.ts';
import { desktopHost } from './desktop/desktop-host.ts';
import { failureCode } from './desktop/failure-code.ts';
import { followLinks, linkIn } from './desktop/followed-links.ts';
import { headlessArguments } from './desktop/headless-arguments.ts';
import { IpcTransport } from './desktop/ipc-transport.ts';
import { MainWindow } from './desktop/main-window.ts';
import { denyPermissions, guardNavigation } from './desktop/navigation-guard.ts';
import { recoverPage } from './desktop/page-recovery.ts';
import { usePrivateFolder } from './desktop/private-folder.ts';
import { finishBeforeQuit } from './desktop/quit.ts';
import { becomeOnlyInstance } from './desktop/single-instance.ts';
import { endAfterStartFailure } from './desktop/start-failure.ts';
import { startTray } from './desktop/start-tray.ts';
import { TrustedSenders } from './desktop/trusted-sender.ts';
import { WindowBounds } from './desktop/window-bounds.ts';

const { env, platform } = process;
// From out/main/main.js, packaged or not.
const appFolder = join(import.meta.dirname, '..', '..');
const rendererFolder = join(appFolder, 'out', 'renderer');

const headless = headlessArguments(process.argv, app.isPackaged);
if (headless === undefined) {
  startDesktop();
} else {
  const { runHeadless } = await import('./desktop/run-headless.ts');
  app.exit(await runHeadless(headless, rendererFolder));
}

function startDesktop(): void {
  const folder = dataFolder(env, platform, homedir());
  usePrivateFolder(app, folder);
  const startedAgain = (argv: readonly string[]) => {
    window.show();
    const link = linkIn(argv);
    if (link !== undefined) attempt(async (core) => core.followLink(link));
  };
  if (!becomeOnlyInstance(app, startedAgain)) return app.quit();

  app.enableSandbox();
  registerAppScheme(protocol);
  const logger = fileLogger(folder);
  const address = appAddress(app.isPackaged, env['ELECTRON_RENDERER_URL']);
  guardNavigation(app, address.origin, logger);

  // The core and the window start side by side; what the page asks in the meantime waits for the core.
  const { version } = packageJson;
  const host = desktopHost({ app, clipboard, shell, version, platform, env });
  const core = createAppCore({ host, logger, env, homeFolder: homedir(), dataFolder: folder });
  const transport = new IpcTransport(
    ipcMain,
    core.then(({ bridge }) => bridge),
    new TrustedSenders(address.origin),
    logger,
  );
  const { isPackaged } = app;
  const preload = join(appFolder, 'out', 'preload', 'preload.cjs');
  const window = new MainWindow({
    url: address.url,
    create: (place) => createWindow({ title: packageJson.productName, preload, isPackaged }, place),
    places: new WindowBounds(folder),
    onCreated: ({ webContents }) => {
      transport.addWindow(webContents);
      recoverPage(webContents, Date.now, (reason) => logger.error('page gone', { reason }));
    },
  });
  const attempt = (action: (core: AppCore) => Promise<unknown>) => {
    core.then(action).catch((thrown: unknown) => logger.warn('action failed', { code: failureCode(thrown) }));
  };
  followLinks(app, process.argv, (link) => {
    attempt(async (core) => core.followLink(link));
    if (app.isReady()) window.show();
  });
  const menu = new AppMenuBar(() => attempt((core) => core.signOut()));

  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  finishBeforeQuit(
    app,
    () => window.prepareToQuit(),
    async () => {
      await (await core).close();
      await logger.flush();
    },
  );

  const ready = app.whenReady().then(() => {
    denyPermissions(session.defaultSession, logger);
    serveAppPage(protocol, rendererFolder, async (...asked) => (await core).previews(...asked));
    menu.show(language(DEFAULT_SETTINGS));
    window.show();
    app.on('activate', () => window.show());
  });
  Promise.all([core, ready]).then(
    ([{ overview, settings }]) => {
      settings.subscribe((changed) => menu.show(language(changed)));
      const tray = startTray({
        overview,
        settings,
        trayFolder: join(appFolder, 'build', 'tray'),
        language,
        logger,
        actions: {
          open: () => window.show(),
          signIn: (sessionId) => {
            window.show();
            attempt((core) => core.signIn(sessionId));
          },
          signOut: (sessionId) => attempt((core) => core.signOut(sessionId)),
          quit: () => app.quit(),
        },
      });
      if (tray !== undefined && platform !== 'darwin') window.closeToTray();
    },
    (thrown: unknown) => endAfterStartFailure(thrown, logger),
  );
}

/** The language to speak; the system's is known once the app is ready. */
function language(settings: Settings): Language {
  return resolveLanguage(settings.language, app.getPreferredSystemLanguages());
}
