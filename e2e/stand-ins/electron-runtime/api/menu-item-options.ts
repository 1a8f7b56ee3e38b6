import { refuseUnknownKeys } from '../strict/missing.ts';
import { theApp } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { Menu, MenuItem } from './menu.ts';
import { checkAccelerator, ROLE_LABELS } from './menu-roles.ts';

export type ItemType = 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';

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
  'click',
  'role',
  'type',
  'label',
  'sublabel',
  'toolTip',
  'accelerator',
  'icon',
  'enabled',
  'visible',
  'checked',
  'registerAccelerator',
  'acceleratorWorksWhenHidden',
  'submenu',
  'id',
];
const TYPES: readonly string[] = ['normal', 'separator', 'submenu', 'checkbox', 'radio'];

/** @throws MissingApiError or Error for what Electron, or the stand-in, can't make an item of */
export function checkMenuItemOptions(options: MenuItemOptions): void {
  refuseUnknownKeys(options, OPTIONS, 'MenuItem option');
  const { role, type, submenu, accelerator, label = '' } = options;
  if (role !== undefined && !(role.toLowerCase() in ROLE_LABELS)) {
    throw new Error(`The menu role "${role}" is unknown.`);
  }
  if (type !== undefined && !TYPES.includes(type)) throw new Error(`Unknown menu item type: ${type}`);
  if (type === 'submenu' && submenu === undefined) throw new Error('Invalid submenu');
  if (accelerator !== undefined) checkAccelerator(accelerator);
  if (label === '' && role === undefined && type !== 'separator') {
    throw new Error('A menu item needs a label, a role, or the type "separator".');
  }
}

/** What the stand-in can do of a role; the rest is the desktop's. */
export function doRole(role: string, window: BrowserWindow | undefined): void {
  if (role === 'quit') theApp.quit();
  else if (role === 'close') window?.close();
  else if (role === 'minimize') window?.minimize();
  else if (role === 'reload') window?.reload();
  else if (role === 'togglefullscreen') window?.setFullScreen(!window.isFullScreen());
  else if (role === 'toggledevtools') window?.webContents.openDevTools();
  else throw new Error(`The Electron stand-in can't do what the menu role "${role}" does.`);
}
