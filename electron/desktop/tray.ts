import type { MenuItemConstructorOptions } from 'electron';
import type { Overview } from '../../shared/contract.ts';
import type { SessionId } from '../../shared/session.ts';
import type { Language } from '../../shared/settings.ts';
import { trayIconPath } from './tray-icon.ts';
import { nextTrayChange, type TrayEntry, trayMenu, trayStatus } from './tray-menu.ts';

export interface TrayActions {
  readonly open: () => void;
  readonly signIn: (sessionId: SessionId) => void;
  readonly signOut: (sessionId: SessionId) => void;
  readonly quit: () => void;
}

/** The part of Electron's Tray that matters here. */
export interface TrayIcon {
  setImage(path: string): void;
  setToolTip(text: string): void;
  setTitle(title: string, options?: { fontType: 'monospacedDigit' }): void;
  on(event: 'click', listener: () => void): unknown;
}

export interface SessionTrayOptions<Icon extends TrayIcon> {
  /** Makes the icon. @throws where the desktop has no place for one */
  readonly createIcon: (imagePath: string) => Icon;
  readonly setMenu: (icon: Icon, template: MenuItemConstructorOptions[]) => void;
  readonly trayFolder: string;
  readonly platform: NodeJS.Platform;
  readonly actions: TrayActions;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The icon beside the clock: how many sessions are signed in, how long each lasts, and the way back to the window. */
export class SessionTray<Icon extends TrayIcon = TrayIcon> {
  readonly #options: SessionTrayOptions<Icon>;
  readonly #icon: Icon;
  #overview: Pick<Overview, 'sessions'>;
  #language: Language;
  #timer: NodeJS.Timeout | undefined;
  /** What the icon shows; setting the same again would close an open menu on some desktops. */
  #shown: { readonly image: string; readonly tooltip: string; readonly menu: string };

  /** @throws what `createIcon` throws */
  constructor(options: SessionTrayOptions<Icon>, overview: Pick<Overview, 'sessions'>, language: Language) {
    this.#options = options;
    this.#overview = overview;
    this.#language = language;
    const { signedIn } = trayStatus(overview, options.now(), language);
    const image = trayIconPath(options.trayFolder, signedIn, options.platform);
    this.#icon = options.createIcon(image);
    this.#shown = { image, tooltip: '', menu: '' };
    // On macOS a click opens the menu; elsewhere that is the other button's work.
    if (options.platform !== 'darwin') this.#icon.on('click', options.actions.open);
    this.#render();
  }

  setOverview(overview: Pick<Overview, 'sessions'>): void {
    this.#overview = overview;
    this.#render();
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.#render();
  }

  /** Stops the clockwork; the icon goes with the app. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #render(): void {
    const { trayFolder, platform, setMenu, actions, now: clock } = this.#options;
    const now = clock();
    const { signedIn, tooltip } = trayStatus(this.#overview, now, this.#language);
    const entries = trayMenu(this.#overview, now, this.#language);
    const shown = {
      image: trayIconPath(trayFolder, signedIn, platform),
      tooltip,
      menu: JSON.stringify(entries),
    };
    if (shown.image !== this.#shown.image) this.#icon.setImage(shown.image);
    if (shown.tooltip !== this.#shown.tooltip) {
      this.#icon.setToolTip(tooltip);
      if (platform === 'darwin') {
        this.#icon.setTitle(signedIn === 0 ? '' : String(signedIn), { fontType: 'monospacedDigit' });
      }
    }
    if (shown.menu !== this.#shown.menu)
      setMenu(
        this.#icon,
        entries.map((entry) => menuItem(entry, actions)),
      );
    this.#shown = shown;
    this.#renderLater(now);
  }

  #renderLater(now: number): void {
    clearTimeout(this.#timer);
    const wait = nextTrayChange(this.#overview, now);
    if (wait !== undefined) this.#timer = setTimeout(() => this.#render(), wait);
  }
}

function menuItem(entry: TrayEntry, actions: TrayActions): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'no-sessions':
      return { label: entry.label, enabled: false };
    case 'open':
      return { label: entry.label, click: () => actions.open() };
    case 'quit':
      return { label: entry.label, click: () => actions.quit() };
    case 'sign-in':
      return { label: entry.label, click: () => actions.signIn(entry.sessionId) };
    case 'sign-out':
      return { label: entry.label, click: () => actions.signOut(entry.sessionId) };
  }
}
