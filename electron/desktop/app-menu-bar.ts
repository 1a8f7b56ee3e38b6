import { app, Menu } from 'electron';
import type { Language } from '../../shared/settings.ts';
import { appMenu } from './app-menu.ts';

/** Keeps the application menu in the person's language. */
export class AppMenuBar {
  readonly #signOutAll: () => void;
  #shown: Language | undefined;

  constructor(signOutAll: () => void) {
    this.#signOutAll = signOutAll;
  }

  show(language: Language): void {
    // Building it anew for every change of another setting would close a menu that is open.
    if (language === this.#shown) return;
    this.#shown = language;
    const { isPackaged } = app;
    const template = appMenu({
      platform: process.platform,
      language,
      isPackaged,
      signOutAll: this.#signOutAll,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
