import { electronEvent } from '../strict/electron-event.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import { strictObject } from '../strict/strict-object.ts';
import { focusedWindow } from '../window/focused-window.ts';
import type { BrowserWindow } from './browser-window.ts';
import { checkMenuItemOptions, doRole, type ItemType, type MenuItemOptions } from './menu-item-options.ts';
import { ROLE_LABELS } from './menu-roles.ts';

let lastCommandId = 0;
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
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
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
    for (const item of this.items)
      if (item.type === 'radio') item.checked = item.commandId === chosen.commandId;
  }
}

/** An item of a menu. `click()` is what a person's click does. */
export class MenuItem {
  readonly id: string | undefined;
  readonly type: ItemType;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly sublabel: string;
  readonly toolTip: string;
  readonly icon: unknown;
  readonly submenu: Menu | undefined;
  readonly commandId = ++lastCommandId;
  readonly click: (event?: object, window?: BrowserWindow) => void;
  readonly registerAccelerator: boolean;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  menu: Menu | undefined;

  constructor(options: MenuItemOptions) {
    checkMenuItemOptions(options);
    // A key that is there with no value counts as not given, as with Electron.
    const role = options.role?.toLowerCase();
    const { submenu } = options;
    this.submenu =
      submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.role = role;
    this.id = options.id;
    this.accelerator = options.accelerator;
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.icon = options.icon ?? null;
    this.label = options.label ?? (role === undefined ? '' : (ROLE_LABELS[role] ?? ''));
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.registerAccelerator = options.registerAccelerator ?? true;
    const { click } = options;
    const item = strictObject(this, 'MenuItem');
    this.click = (event = electronEvent({}), window = focusedWindow() as BrowserWindow | undefined) => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.menu?._selectRadio(this);
      if (click !== undefined) click(item, window, event);
      else if (role !== undefined) doRole(role, window);
    };
    return item;
  }
}
