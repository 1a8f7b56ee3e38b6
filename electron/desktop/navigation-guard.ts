import type { Session, WebContents } from 'electron';
import type { Logger } from '../core/ports.ts';
import { originOf } from './app-address.ts';

type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** Keeps every page where it is: no other origin, no further window, no webview. */
export function guardNavigation(
  app: {
    on(event: 'web-contents-created', listener: (event: unknown, contents: WebContents) => void): unknown;
  },
  appOrigin: string,
  logger: Logger,
): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, appOrigin, logger));
}

export function guardContents(contents: GuardedContents, appOrigin: string, logger: Logger): void {
  const refuse = (what: string) => logger.warn('refused', { what });
  const stayHome = (what: string) => (event: { readonly url: string; preventDefault(): void }) => {
    if (originOf(event.url) === appOrigin) return;
    event.preventDefault();
    refuse(what);
  };
  contents.on('will-navigate', stayHome('navigation'));
  contents.on('will-frame-navigate', stayHome('frame navigation'));
  contents.on('will-redirect', stayHome('redirect'));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    refuse('webview');
  });
  contents.setWindowOpenHandler(() => {
    refuse('new window');
    return { action: 'deny' };
  });
}

/** The page asks the system for nothing: no camera, no notifications, no devices, no downloads. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
  >,
  logger: Logger,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    logger.warn('refused', { what: 'permission', permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    logger.warn('refused', { what: 'download' });
  });
}
