import { theRuntime } from '../runtime.ts';
import { schemeAddress } from '../scheme/scheme-address.ts';
import { electronEvent } from '../strict/electron-event.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import { strictObject } from '../strict/strict-object.ts';
import { protocol } from './protocol.ts';
import type { WebContents } from './web-contents.ts';
import { WebRequest } from './web-request.ts';

type PermissionRequestHandler = (
  contents: WebContents,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheckHandler = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: object,
) => boolean;

/** What Chromium calls the permissions that Electron asks for. */
const CHROMIUM_NAMES: Readonly<Record<string, readonly string[]>> = {
  media: ['camera', 'microphone'],
  'clipboard-sanitized-write': ['clipboard-write'],
};

class Session extends StrictEmitter {
  readonly protocol = protocol;
  readonly _webRequest = new WebRequest();
  readonly webRequest = this._webRequest.api;
  #request: PermissionRequestHandler | null = null;
  #check: PermissionCheckHandler | null = null;
  #device: unknown = null;

  constructor() {
    super('session', ['will-download']);
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.#request = checkHandler(handler);
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.#check = checkHandler(handler);
  }

  /** Kept, but never asked: the stand-in has no HID, serial or USB devices. */
  setDevicePermissionHandler(handler: ((details: object) => boolean) | null): void {
    this.#device = checkHandler(handler);
  }

  /** For tests: which of the three handlers are set. */
  _handlers(): { request: boolean; check: boolean; device: boolean } {
    return { request: this.#request !== null, check: this.#check !== null, device: this.#device !== null };
  }

  async clearStorageData(options: { origin?: string; storages?: string[] } = {}): Promise<void> {
    const origins = options.origin === undefined ? ['*'] : [schemeAddress.toChromium(options.origin)];
    const storageTypes = options.storages?.join(',') ?? 'all';
    for (const origin of origins) {
      await theRuntime().targets.browser.send('Storage.clearDataForOrigin', { origin, storageTypes });
    }
  }

  /** Asks the app about a page's wish and tells Chromium what it said. Without a handler Electron grants. */
  async _ask(contents: WebContents, permission: string, details: { requestingUrl: string }): Promise<void> {
    const request = this.#request;
    const origin = schemeAddress.originOf(details.requestingUrl);
    const granted =
      request === null
        ? (this.#check?.(contents, permission, origin, details) ?? true)
        : await new Promise<boolean>((resolve) => request(contents, permission, resolve, details));
    const { browser } = theRuntime().targets;
    const chromiumOrigin = new URL(schemeAddress.toChromium(details.requestingUrl)).origin;
    for (const name of CHROMIUM_NAMES[permission] ?? [permission]) {
      await browser.send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        origin: chromiumOrigin,
      });
    }
  }

  /** Chromium begins a download; the app may stop it. */
  _download(guid: string, url: string, filename: string, contents: WebContents | undefined): void {
    const browser = theRuntime().targets.browser;
    const cancel = () => browser.tell('Browser.cancelDownload', { guid });
    const item = strictObject(
      { getURL: () => schemeAddress.toApp(url), getFilename: () => filename, cancel },
      'DownloadItem',
    );
    const event = electronEvent({});
    this.emit('will-download', event, item, contents);
    if (event.defaultPrevented) cancel();
  }
}

function checkHandler<Handler>(handler: Handler): Handler {
  if (handler !== null && typeof handler !== 'function') throw new TypeError('Must pass a function or null.');
  return handler;
}

const defaultSession = new Session();

/** The one session of the stand-in. For itself; the app reaches it through `session`, once it is ready. */
export const theSession = defaultSession;

export const session = strictObject(
  {
    get defaultSession(): Session {
      theRuntime().afterReady('session.defaultSession');
      return defaultSession;
    },
  },
  'session',
);
