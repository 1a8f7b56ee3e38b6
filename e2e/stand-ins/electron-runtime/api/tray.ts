import { theRuntime } from '../runtime.ts';
import { electronEvent } from '../strict/electron-event.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import type { Rectangle } from '../window/rectangle.ts';
import { shownDisplays } from '../window/displays.ts';
import { control } from './control.ts';
import { Menu } from './menu.ts';
import { type NativeImage, toImage } from './native-image.ts';

const EVENTS = [
  'click',
  'right-click',
  'double-click',
  'mouse-enter',
  'mouse-leave',
  'balloon-click',
  'mouse-up',
  'mouse-down',
];

/** An icon beside the clock. Nothing is drawn; `__electronStandIn.trays` shows what would be. */
export class Tray extends StrictEmitter {
  #image: NativeImage;
  #toolTip = '';
  #title = '';
  #menu: Menu | null = null;
  #destroyed = false;

  constructor(image: unknown) {
    super('Tray', EVENTS);
    theRuntime().afterReady('Tray');
    this.#image = toImage(image);
    control.trays.push(this);
  }

  setImage(image: unknown): void {
    this.#alive();
    this.#image = toImage(image);
  }

  setPressedImage(image: unknown): void {
    toImage(image);
  }

  setToolTip(text: string): void {
    this.#alive();
    this.#toolTip = text;
  }

  setTitle(title: string): void {
    this.#alive();
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setContextMenu(menu: Menu | null): void {
    this.#alive();
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Must pass a Menu or null.');
    this.#menu = menu;
  }

  popUpContextMenu(menu: Menu | null = this.#menu): void {
    menu?.popup();
  }

  closeContextMenu(): void {
    this.#menu?.closePopup();
  }

  getBounds(): Rectangle {
    const { bounds } = shownDisplays()[0];
    return { x: bounds.x + bounds.width - 24, y: bounds.y, width: 24, height: 24 };
  }

  destroy(): void {
    this.#destroyed = true;
    control.trays.splice(control.trays.indexOf(this), 1);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** For tests: what a person would see. */
  get _shown(): { toolTip: string; title: string; image: NativeImage; menu: Menu | null } {
    return { toolTip: this.#toolTip, title: this.#title, image: this.#image, menu: this.#menu };
  }

  /** For tests: what a person does. */
  _click(event: 'click' | 'right-click' | 'double-click' = 'click'): void {
    this.emit(event, electronEvent({}), this.getBounds(), { x: 0, y: 0 });
  }

  #alive(): void {
    if (this.#destroyed) throw new TypeError('Tray is destroyed');
  }
}
