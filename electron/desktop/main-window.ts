import type { PlacedWindow, WindowPlace } from './window-bounds.ts';

/** The part of Electron's BrowserWindow that matters here. */
export interface AppWindow extends PlacedWindow {
  once(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: Parameters<PlacedWindow['on']>[0], listener: () => void): unknown;
  isMinimized(): boolean;
  restore(): void;
  maximize(): void;
  show(): void;
  hide(): void;
  focus(): void;
  loadURL(url: string): Promise<void>;
}

export interface MainWindowOptions<Window extends AppWindow> {
  /** The page's address. */
  readonly url: string;
  /** Makes a hidden window at the place where the last one was. */
  readonly create: (place: WindowPlace | undefined) => Window;
  readonly places: { load(): WindowPlace | undefined; follow(window: PlacedWindow): void };
  /** Called with each window before its page is loaded. */
  readonly onCreated: (window: Window) => void;
}

/** The app's one window: made when first shown, hidden or closed when the person closes it. */
export class MainWindow<Window extends AppWindow> {
  readonly #options: MainWindowOptions<Window>;
  #window: Window | undefined;
  #closesToTray = false;
  #quitting = false;

  constructor(options: MainWindowOptions<Window>) {
    this.#options = options;
  }

  /** From now on closing the window only hides it: there is a tray icon that brings it back. */
  closeToTray(): void {
    this.#closesToTray = true;
  }

  /** The app is about to end: closing means closing now. */
  prepareToQuit(): void {
    this.#quitting = true;
  }

  /** Brings the window to the front; makes it where there is none. */
  show(): void {
    if (this.#window === undefined) return this.#create();
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  #create(): void {
    const { create, places, onCreated, url } = this.#options;
    const place = places.load();
    const window = create(place);
    this.#window = window;
    window.once('ready-to-show', () => {
      if (place?.maximized === true) window.maximize();
      window.show();
    });
    window.on('close', (event) => {
      if (this.#quitting || !this.#closesToTray) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      this.#window = undefined;
    });
    places.follow(window);
    onCreated(window);
    // A page that can't be loaded leaves an empty window; Electron logs why.
    window.loadURL(url).catch(() => undefined);
  }
}
