import { theRuntime } from '../runtime.ts';
import { electronEvent } from '../strict/electron-event.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import { Menu } from './menu.ts';
import { focusedWindow, moveFocus } from '../window/focused-window.ts';
import type { Page, PageOptions } from '../window/page.ts';
import { BROWSER_WINDOW_EVENTS } from '../window/page-event-names.ts';
import { type PreloadFile, readPreload } from '../window/page-channel.ts';
import { checkedRectangle, type Rectangle } from '../window/rectangle.ts';
import { checkWindowOptions, type WindowOptions } from '../window/window-options.ts';
import { type WindowPlace, WindowPlacement } from '../window/window-placement.ts';
import { theApp } from './app.ts';
import { WebContents, type WindowOpenDetails } from './web-contents.ts';

const windows = new Map<number, BrowserWindow>();
let lastId = 0;

export class BrowserWindow extends StrictEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  readonly #options: WindowOptions;
  readonly #preload: PreloadFile | undefined;
  readonly #placement: WindowPlacement;
  #background: string;
  #title: string;
  #visible: boolean;
  #wasReady = false;
  #hasFocus = false;
  #closing = false;
  #destroyed = false;

  constructor(options: WindowOptions = {}) {
    super('BrowserWindow', BROWSER_WINDOW_EVENTS);
    theRuntime().afterReady('BrowserWindow');
    checkWindowOptions(options);
    this.#options = options;
    this.#title = options.title ?? theApp.getName();
    this.#background = options.backgroundColor ?? '#ffffff';
    this.#visible = options.show ?? true;
    const path = options.webPreferences?.preload;
    this.#preload = path === undefined ? undefined : readPreload(path);
    this.#placement = new WindowPlacement(options, (event) => this.emit(event, electronEvent({})));
    this.webContents = new WebContents({
      pageOptions: () => this.#pageOptions(),
      pageOpened: (page) => this.#pageOpened(page),
      titled: (title) => this.#titled(title),
      readyToShow: () => this.#readyToShow(),
      close: () => this.close(),
      focus: () => this.focus(),
      isFocused: () => this.isFocused(),
      gone: () => this.#gone(),
      openChild: (details, answer) => openChild(details, answer),
    });
    windows.set(this.id, this);
    theApp.emit('web-contents-created', electronEvent({}), this.webContents);
    theApp.emit('browser-window-created', electronEvent({}), this);
    if (this.#visible) this.#focus();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.#alive();
    if (this.#visible) return;
    this.#visible = true;
    this.#placement.visible(true);
    this.emit('show', electronEvent({}));
  }

  hide(): void {
    this.#alive();
    if (!this.#visible) return;
    this.#visible = false;
    this.#blur();
    this.#placement.visible(false);
    this.emit('hide', electronEvent({}));
  }

  focus(): void {
    this.#alive();
    if (this.#visible) this.#focus();
  }

  blur(): void {
    this.#blur();
  }

  isVisible(): boolean {
    return this.#visible && !this.#destroyed;
  }

  isFocused(): boolean {
    return focusedWindow() === this;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isMinimized(): boolean {
    return this.#placement.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#placement.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.#placement.state === 'fullscreen';
  }

  minimize(): void {
    this.#blur();
    this.#state('minimized');
  }

  maximize(): void {
    this.showInactive();
    this.#state('maximized');
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#state('normal');
  }

  restore(): void {
    if (this.isMinimized()) this.#state(this.#placement.before);
  }

  setFullScreen(on: boolean): void {
    if (on !== this.isFullScreen()) this.#state(on ? 'fullscreen' : 'normal');
  }

  getBounds(): Rectangle {
    this.#alive();
    return this.#placement.bounds;
  }

  getNormalBounds(): Rectangle {
    this.#alive();
    return this.#placement.normalBounds;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#alive();
    this.#placement.setBounds(checkedRectangle(bounds, this.#placement.normalBounds));
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#alive();
    this.#title = title;
  }

  /** Menus are drawn by the desktop; of the window's own nothing shows here. */
  setMenu(menu: Menu | null): void {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Must pass a Menu or null.');
  }

  setBackgroundColor(colour: string): void {
    this.#background = colour;
  }

  getBackgroundColor(): string {
    return this.#background;
  }

  /** Asks the window to close; a listener of `close` may keep it. */
  close(): void {
    this._tryClose();
  }

  _tryClose(): boolean {
    if (this.#destroyed || this.#closing) return true;
    const event = electronEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
    return !event.defaultPrevented;
  }

  /** Closes the window whatever anybody says. */
  destroy(): void {
    if (this.#closing) return;
    this.#closing = true;
    const { _targetId: targetId } = this.webContents;
    if (targetId === undefined) this.webContents._destroy();
    else theRuntime().targets.close(targetId);
  }

  #pageOptions(): PageOptions {
    return {
      preload: this.#preload,
      additionalArguments: this.#options.webPreferences?.additionalArguments ?? [],
      background: this.#background,
      bounds: this.#placement.bounds,
    };
  }

  #pageOpened(page: Page): void {
    this.#placement.attach(page, this.#visible);
    if (this.#preload?.error !== undefined) this.webContents._preloadFailed(this.#preload.error);
  }

  #titled(title: string): void {
    const event = electronEvent({});
    this.webContents.emit('page-title-updated', event, title, true);
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.#title = title;
  }

  #readyToShow(): void {
    if (this.#wasReady) return;
    this.#wasReady = true;
    this.emit('ready-to-show', electronEvent({}));
  }

  #state(state: WindowPlace): void {
    this.#alive();
    this.#placement.setState(state);
  }

  #focus(): void {
    if (this.isFocused()) return;
    moveFocus(this);
    this.#hasFocus = true;
    this.emit('focus', electronEvent({}));
    theApp.emit('browser-window-focus', electronEvent({}), this);
  }

  #blur(): void {
    if (!this.#hasFocus) return;
    this.#hasFocus = false;
    if (this.isFocused()) moveFocus(undefined);
    this.emit('blur', electronEvent({}));
    theApp.emit('browser-window-blur', electronEvent({}), this);
  }

  #gone(): void {
    this.#destroyed = true;
    if (this.isFocused()) moveFocus(undefined);
    windows.delete(this.id);
    this.emit('closed', electronEvent({}));
    theApp._windowGone(windows.size);
  }

  #alive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }
}

function openChild({ url }: WindowOpenDetails, answer: object): BrowserWindow {
  const { overrideBrowserWindowOptions = {} } = answer as { overrideBrowserWindowOptions?: WindowOptions };
  const child = new BrowserWindow(overrideBrowserWindowOptions);
  void child.loadURL(url).catch(() => undefined);
  return child;
}

theApp._windows = () => BrowserWindow.getAllWindows();
