import { Menu, Tray } from 'electron';
import type { Language, Settings } from '../../shared/settings.ts';
import type { AppCore } from '../core/app-core.ts';
import type { Logger } from '../core/ports.ts';
import { SessionTray, type TrayActions } from './tray.ts';

export interface StartTrayOptions extends Pick<AppCore, 'overview' | 'settings'> {
  readonly trayFolder: string;
  readonly actions: TrayActions;
  readonly language: (settings: Settings) => Language;
  readonly logger: Logger;
}

/** Puts the icon beside the clock. Undefined where the desktop has no place for it; the app works without. */
export function startTray(options: StartTrayOptions): SessionTray<Tray> | undefined {
  const { overview, settings, trayFolder, actions, language, logger } = options;
  try {
    const tray = new SessionTray(
      {
        createIcon: (path) => new Tray(path),
        setMenu: (icon, template) => icon.setContextMenu(Menu.buildFromTemplate(template)),
        trayFolder,
        platform: process.platform,
        actions,
        now: Date.now,
      },
      overview.value,
      language(settings.value),
    );
    overview.subscribe((changed) => tray.setOverview(changed));
    settings.subscribe((changed) => tray.setLanguage(language(changed)));
    return tray;
  } catch (thrown) {
    logger.warn('no tray icon', { reason: thrown instanceof Error ? thrown.message : typeof thrown });
    return undefined;
  }
}
