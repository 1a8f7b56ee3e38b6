import { electronEvent } from '../strict/electron-event.ts';
import { refuseUnknownKeys } from '../strict/missing.ts';
import { strictObject } from '../strict/strict-object.ts';
import { theApp } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { Menu } from './menu.ts';
import { checkAccelerator, ROLE_LABELS } from './menu-roles.ts';

type ItemType = 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';

export interface MenuItemOptions {
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;
  readonly role?: string;
  readonly type?: ItemType;
  readonly label?: string;
  readonly sublabel?: string;
  readonly toolTip?: string;
  readonly accelerator?: string;
  readonly icon?: unknown;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly registerAccelerator?: boolean;
  readonly acceleratorWorksWhenHidden?: boolean;
  readonly submenu?: Menu | readonly MenuItemOptions[];
  readonly id?: string;
}

const OPTIONS = [
  ...['click', 'role', 'type', 'label', 'sublabel', 'toolTip', 'accelerator', 'icon', 'enabled', 'visible'],
  ...['checked', 'registerAccelerator', 'acceleratorWorksWhenHidden', 'submenu', 'id'],
];
const TYPES: readonly string[] = ['normal', 'separator', 'submenu', 'checkbox', 'radio'];
let lastCommandId = 0;

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
    refuseUnknownKeys(options, OPTIONS, 'MenuItem option');
    // A key that is there with no value counts as not given, as with Electron.
    const role = options.role?.toLowerCase();
    if (role !== undefined && !(role in ROLE_LABELS)) throw new Error(`The menu role "${options.role}" is unknown.`);
    const { submenu } = options;
    this.submenu = submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    if (!TYPES.includes(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
    if (this.type === 'submenu' && this.submenu === undefined) throw new Error('Invalid submenu');
    if (options.accelerator !== undefined) checkAccelerator(options.accelerator);
    this.role = role;
    this.id = options.id;
    this.accelerator = options.accelerator;
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.icon = options.icon ?? null;
    this.label = options.label ?? (role === undefined ? '' : (ROLE_LABELS[role] ?? ''));
    if (this.label === '' && this.type !== 'separator') {
      throw new Error('A menu item needs a label, a role, or the type "separator".');
    }
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.registerAccelerator = options.registerAccelerator ?? true;
    const { click } = options;
    const item = strictObject(this, 'MenuItem');
    this.click = (event = electronEvent({}), window = BrowserWindow.getFocusedWindow() ?? undefined) => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.menu?._selectRadio(this);
      if (click !== undefined) click(item, window, event);
      else if (role !== undefined) doRole(role, window);
    };
    return item;
  }
}

/** What the stand-in can do of a role; the rest is the desktop's. */
function doRole(role: string, window: BrowserWindow | undefined): void {
  if (role === 'quit') theApp.quit();
  else if (role === 'close') window?.close();
  else if (role === 'minimize') window?.minimize();
  else if (role === 'reload') window?.reload();
  else if (role === 'togglefullscreen') window?.setFullScreen(!window.isFullScreen());
  else if (role === 'toggledevtools') window?.webContents.openDevTools();
  else throw new Error(`The Electron stand-in can't do what the menu role "${role}" does.`);
}
