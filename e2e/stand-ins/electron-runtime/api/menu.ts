import { StrictEmitter } from '../strict/strict-emitter.ts';
import { MenuItem, type MenuItemOptions } from './menu-item.ts';

let applicationMenu: Menu | null = null;

/** A menu, as a list of items. `popup` shows nothing, but tests can read which menu is open. */
export class Menu extends StrictEmitter {
  readonly items: MenuItem[] = [];
  /** Whether `popup` was called, and `closePopup` not yet. */
  _isOpen = false;

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close']);
  }

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new Menu();
    for (const item of template) {
      if (typeof item !== 'object' || item === null) {
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
      }
      menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(at: number, item: MenuItem): void {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item');
    item.menu = this;
    this.items.splice(at, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item;
      const found = item.submenu?.getMenuItemById(id);
      if (found !== null && found !== undefined) return found;
    }
    return null;
  }

  popup(): void {
    this._isOpen = true;
    this.emit('menu-will-show', {});
  }

  closePopup(): void {
    this._isOpen = false;
    this.emit('menu-will-close', {});
  }

  _selectRadio(chosen: MenuItem): void {
    for (const item of this.items) if (item.type === 'radio') item.checked = item.commandId === chosen.commandId;
  }
}
