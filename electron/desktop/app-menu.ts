import type { MenuItemConstructorOptions } from 'electron';
import { messagesFor } from '../../shared/messages/messages.ts';
import type { Language } from '../../shared/settings.ts';
import type { MenuRole } from '../../shared/messages/en/menu-roles.ts';
import { roleLabels } from './role-labels.ts';

export interface AppMenuOptions {
  readonly platform: NodeJS.Platform;
  readonly language: Language;
  /** Adds what only developers need. */
  readonly isPackaged: boolean;
  readonly signOutAll: () => void;
}

type Item = MenuItemConstructorOptions;
const SEPARATOR: Item = { type: 'separator' };

/** The application menu, by the conventions of the platform and in the person's language. */
export function appMenu(options: AppMenuOptions): Item[] {
  const { platform, language, isPackaged, signOutAll } = options;
  const words = messagesFor(language).host.menu;
  const labels = roleLabels(language, platform);
  const roles = (...names: MenuRole[]): Item[] => names.map((role) => ({ role, label: labels[role] }));
  const mac = platform === 'darwin';
  const signOut: Item = { label: words.signOutAll, click: () => signOutAll() };
  const quit: Item = { role: 'quit', label: words.quit };
  const about: Item = { role: 'about', label: words.about };

  const macAppMenu: Item = {
    label: messagesFor(language).host.appName,
    submenu: [
      about,
      SEPARATOR,
      ...roles('services'),
      SEPARATOR,
      ...roles('hide', 'hideOthers', 'unhide'),
      SEPARATOR,
      quit,
    ],
  };
  const file: Item = {
    label: words.file,
    submenu: mac ? [signOut, SEPARATOR, ...roles('close')] : [signOut, SEPARATOR, quit],
  };
  const edit: Item = {
    label: words.edit,
    submenu: [
      ...roles('undo', 'redo'),
      SEPARATOR,
      ...roles('cut', 'copy', 'paste'),
      SEPARATOR,
      ...roles('selectAll'),
    ],
  };
  const developer: Item[] = [{ role: 'reload', label: words.refresh }, { role: 'toggleDevTools' }, SEPARATOR];
  const view: Item = {
    label: words.view,
    submenu: [
      ...(isPackaged ? [] : developer),
      ...roles('resetZoom', 'zoomIn', 'zoomOut'),
      SEPARATOR,
      ...roles('togglefullscreen'),
    ],
  };
  const window: Item = {
    label: words.window,
    role: 'window',
    submenu: mac ? [...roles('minimize', 'zoom'), SEPARATOR, ...roles('front')] : roles('minimize', 'close'),
  };
  return mac
    ? [macAppMenu, file, edit, view, window]
    : [file, edit, view, window, { label: words.help, role: 'help', submenu: [about] }];
}
