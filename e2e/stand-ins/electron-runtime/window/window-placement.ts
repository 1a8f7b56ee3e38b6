import type { Page } from './page.ts';
import { checkedRectangle, type Rectangle } from './rectangle.ts';
import { shownDisplays } from './displays.ts';
import type { WindowOptions } from './window-options.ts';

export type WindowPlace = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** Where a window is. It is kept here, and Chromium follows. */
export class WindowPlacement {
  state: WindowPlace = 'normal';
  /** What it was before it was minimized. */
  before: WindowPlace = 'normal';
  normalBounds: Rectangle;
  readonly #minWidth: number;
  readonly #minHeight: number;
  readonly #emit: (event: string) => void;
  #page: Page | undefined;
  #windowId: Promise<number> | undefined;
  #visible = true;

  constructor(options: WindowOptions, emit: (event: string) => void) {
    const { minWidth = 0, minHeight = 0 } = options;
    this.#minWidth = minWidth;
    this.#minHeight = minHeight;
    this.#emit = emit;
    const area = shownDisplays()[0].workArea;
    const width = Math.max(minWidth, options.width ?? 800);
    const height = Math.max(minHeight, options.height ?? 600);
    // Without a place, Electron puts a window in the middle.
    const middle = { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2 };
    const { x = middle.x, y = middle.y } = options;
    this.normalBounds = checkedRectangle({ x, y, width, height }, area);
  }

  get bounds(): Rectangle {
    const display = shownDisplays()[0];
    if (this.state === 'maximized') return display.workArea;
    return this.state === 'fullscreen' ? display.bounds : this.normalBounds;
  }

  attach(page: Page, visible: boolean): void {
    this.#page = page;
    this.#visible = visible;
    this.#windowId = page.session
      .send<{ windowId: number }>('Browser.getWindowForTarget')
      .then(({ windowId }) => windowId);
    this.#windowId.catch(() => undefined);
    this.#apply();
  }

  visible(is: boolean): void {
    this.#visible = is;
    this.#apply();
  }

  setBounds(bounds: Rectangle): void {
    const { x, y } = bounds;
    const width = Math.max(this.#minWidth, bounds.width);
    const height = Math.max(this.#minHeight, bounds.height);
    const before = this.normalBounds;
    this.normalBounds = { x, y, width, height };
    this.#apply();
    if (before.width !== width || before.height !== height) this.#emit('resize');
    if (before.x !== x || before.y !== y) this.#emit('move');
  }

  setState(state: WindowPlace): void {
    const was = this.state;
    if (was === state) return;
    if (state === 'minimized') this.before = was;
    this.state = state;
    this.#apply();
    if (was === 'minimized') this.#emit('restore');
    if (was === 'fullscreen') this.#emit('leave-full-screen');
    if (state === 'minimized') this.#emit('minimize');
    if (state === 'maximized') this.#emit('maximize');
    if (state === 'normal' && was === 'maximized') this.#emit('unmaximize');
    if (state === 'fullscreen') this.#emit('enter-full-screen');
    if (state !== 'minimized' && was !== 'minimized') this.#emit('resize');
  }

  /** Tells Chromium. The inside of the window has the window's size: the desktop draws no frame here. */
  #apply(): void {
    const page = this.#page;
    if (page === undefined || this.#windowId === undefined) return;
    const { x, y, width, height } = this.bounds;
    const hidden = !this.#visible || this.state === 'minimized';
    void this.#windowId.then(
      (windowId) => {
        if (hidden) {
          // A page without a display is never seen; minimizing it would only stop it from being drawn.
          if (process.env['DISPLAY'] !== undefined) {
            page.session.tell('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
          }
          return;
        }
        page.session.tell('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
        page.session.tell('Browser.setWindowBounds', {
          windowId,
          bounds: { left: x, top: y, width, height },
        });
        page.session.tell('Browser.setContentsSize', { windowId, width, height });
      },
      () => undefined,
    );
  }
}
