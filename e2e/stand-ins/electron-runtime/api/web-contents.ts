import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { encodeClone } from '../page/clone.ts';
import { schemeAddress } from '../scheme/scheme-address.ts';
import { electronEvent } from '../strict/electron-event.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import { LoadError } from '../window/net-errors.ts';
import { Page, type PageOptions } from '../window/page.ts';
import { WEB_CONTENTS_EVENTS } from '../window/page-event-names.ts';
import { IpcMain } from './ipc-main.ts';
import { theSession } from './session.ts';
import { WebFrameMain } from './web-frame-main.ts';

export interface WindowOpenDetails {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
}
type WindowOpenAnswer =
  { readonly action: 'deny' } | { readonly action: 'allow'; readonly [option: string]: unknown };

/** What a webContents needs of the window around it. */
export interface WindowOfContents {
  pageOptions(): PageOptions;
  /** Called once the page exists, before it goes anywhere. */
  pageOpened(page: Page): void;
  titled(title: string): void;
  readyToShow(): void;
  close(): void;
  focus(): void;
  isFocused(): boolean;
  /** The page is gone, from whichever side. */
  gone(): void;
  openChild(details: WindowOpenDetails, options: object): unknown;
}

const all = new Map<number, WebContents>();
let lastId = 0;

export class WebContents extends StrictEmitter {
  readonly id = ++lastId;
  readonly session = theSession;
  readonly ipc = new IpcMain('webContents.ipc');
  readonly mainFrame = new WebFrameMain('', null);
  readonly #window: WindowOfContents;
  #page: Promise<Page> | undefined;
  #opened: Page | undefined;
  #destroyed = false;
  #crashed = false;
  #isLoading = false;
  /** Whether a document of the app's is there, not none, and not Chromium's about what went wrong. */
  #hasDocument = false;
  #devTools = false;
  #title = '';
  #load: { url: string; resolve(): void; reject(error: Error): void } | undefined;
  #openHandler: ((details: object) => WindowOpenAnswer) | undefined;

  constructor(window: WindowOfContents) {
    super('webContents', WEB_CONTENTS_EVENTS);
    this.#window = window;
    all.set(this.id, this);
  }

  getType(): 'window' {
    return 'window';
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getTitle(): string {
    return this.#title;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isLoading(): boolean {
    return this.#isLoading;
  }

  isFocused(): boolean {
    return this.#window.isFocused();
  }

  focus(): void {
    this.#window.focus();
  }

  close(): void {
    this.#window.close();
  }

  /** Resolves once the page has loaded. @throws LoadError as Electron rejects */
  loadURL(url: string): Promise<void> {
    this.#alive();
    if (!URL.canParse(url)) return Promise.reject(new LoadError('net::ERR_INVALID_URL', url));
    this.#load?.reject(new LoadError('Aborted', this.#load.url));
    const loaded = new Promise<void>((resolve, reject) => {
      this.#load = { url, resolve, reject };
    });
    this.#go(schemeAddress.toChromium(url)).catch((error: unknown) => this._loadFailed(String(error), url));
    return loaded;
  }

  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolve(path)).href);
  }

  reload(): void {
    this.#crashed = false;
    this.#opened?.gate.expect(schemeAddress.toChromium(this.getURL()));
    this.#opened?.session.tell('Page.reload');
  }

  /** @throws Error "An object could not be cloned." for functions, symbols and the like */
  send(channel: string, ...args: unknown[]): void {
    this.#alive();
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    const text = encodeClone(args);
    const context = this.#opened?.frames.mainPreloadContext;
    // A page that isn't there yet hears nothing, as with Electron.
    if (context !== undefined) this.#opened?.channel.send(context, { k: 'message', channel, args: text });
  }

  /** @throws Error where the script throws */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    this.#alive();
    if (this.#page === undefined) throw new Error('There is no page to run a script in; load one first.');
    const { session } = await this.#page;
    if (this.#load !== undefined) await new Promise((resolve) => super.once('did-stop-loading', resolve));
    const { result, exceptionDetails } = await session.send<{
      result: { value?: unknown; description?: string };
      exceptionDetails?: object;
    }>('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true, userGesture });
    if (exceptionDetails !== undefined) throw new Error(result.description ?? String(result.value));
    return result.value;
  }

  setWindowOpenHandler(handler: (details: object) => WindowOpenAnswer): void {
    if (typeof handler !== 'function') throw new TypeError('Must pass a function.');
    this.#openHandler = handler;
  }

  openDevTools(): void {
    this.#devTools = true;
    this.emit('devtools-opened');
  }

  closeDevTools(): void {
    this.#devTools = false;
    this.emit('devtools-closed');
  }

  isDevToolsOpened(): boolean {
    return this.#devTools;
  }

  /** Makes the page's process crash, for tests of what happens then. */
  forcefullyCrashRenderer(): void {
    this.#opened?.session.tell('Page.navigate', { url: 'chrome://crash' });
  }

  async #go(url: string): Promise<void> {
    this.#page ??= Page.open(this, this.#window.pageOptions(), () => this._destroy());
    const { session, gate } = await this.#page;
    gate.expect(url);
    const { errorText } = await session.send<{ errorText?: string }>('Page.navigate', { url });
    if (errorText !== undefined) this._loadFailed(errorText, schemeAddress.toApp(url));
  }

  #alive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }

  // What follows is for the stand-in itself.

  get _targetId(): string | undefined {
    return this.#opened?.targetId;
  }

  get _openedPage(): Page | undefined {
    return this.#opened;
  }

  /** The page is there, and still held. */
  _opened(page: Page): void {
    this.#opened = page;
    this.#window.pageOpened(page);
  }

  _loading(is: boolean): void {
    if (this.#isLoading === is) return;
    this.#isLoading = is;
    this.emit(is ? 'did-start-loading' : 'did-stop-loading');
  }

  /** Another page has taken the place. */
  _committed(): void {
    this.#hasDocument = true;
  }

  _loaded(): void {
    if (!this.#hasDocument) return;
    const load = this.#load;
    this.#load = undefined;
    this._painted();
    this.emit('did-finish-load', electronEvent({}));
    load?.resolve();
  }

  _painted(): void {
    this.#window.readyToShow();
  }

  _loadFailed(reason: string, url: string): void {
    const load = this.#load;
    if (load === undefined && !this.#hasDocument) return;
    // A load that was given up leaves the page as it was.
    if (reason !== 'Aborted' && reason !== 'net::ERR_ABORTED') this.#hasDocument = false;
    this.#load = undefined;
    const error = new LoadError(reason, url);
    this.emit('did-fail-load', electronEvent({}), error.errno, error.code, url, true);
    load?.reject(error);
  }

  _titled(title: string): void {
    this.#title = title;
    this.#window.titled(title);
  }

  _crashed(): void {
    this.#crashed = true;
    this.emit('render-process-gone', electronEvent({}), { reason: 'crashed', exitCode: 5 });
  }

  _preloadFailed(error: Error): void {
    const { path = '' } = this.#window.pageOptions().preload ?? {};
    console.error(`Unable to load preload script: ${path}\n${error.stack ?? error.message}`);
    this.emit('preload-error', electronEvent({}), path, error);
  }

  _contextMenu(params: object): void {
    this.emit('context-menu', electronEvent({ ...params }), params);
  }

  _windowOpen(details: WindowOpenDetails): void {
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' };
    const answer = this.#openHandler?.({ ...details, referrer }) ?? { action: 'allow' };
    if (answer.action === 'deny') return;
    if (answer.action !== 'allow') throw new TypeError("setWindowOpenHandler must answer 'allow' or 'deny'.");
    const child = this.#window.openChild(details, answer);
    this.emit('did-create-window', child, details);
  }

  /** The page has gone, or never was. */
  _destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this.id);
    this.#load?.reject(new LoadError('Aborted', this.#load.url));
    this.#load = undefined;
    this.emit('destroyed', electronEvent({}));
    this.#window.gone();
  }
}

export const webContents = {
  getAllWebContents: (): WebContents[] => [...all.values()],
  getFocusedWebContents: (): WebContents | null => [...all.values()].find((one) => one.isFocused()) ?? null,
  fromId: (id: number): WebContents | undefined => all.get(id),
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    [...all.values()].find((contents) => contents._targetId === targetId),
};
