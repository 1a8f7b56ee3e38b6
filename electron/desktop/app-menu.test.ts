import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../shared/settings.ts';
import { appMenu } from './app-menu.ts';

type Item = MenuItemConstructorOptions;
const PLATFORMS = ['darwin', 'win32', 'linux'] as const;
const LANGUAGES: readonly Language[] = ['en', 'ja'];

function menu(platform: NodeJS.Platform, change: { language?: Language; isPackaged?: boolean } = {}): Item[] {
  return appMenu({ platform, language: 'en', isPackaged: true, signOutAll: () => undefined, ...change });
}
const items = (template: readonly Item[]): Item[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
const roles = (template: readonly Item[]) =>
  items(template).flatMap(({ role }) => (role === undefined ? [] : [role]));
const labels = (template: readonly Item[]) => template.map(({ label }) => label);

describe('appMenu', () => {
  it('has the menus of the platform', () => {
    expect(labels(menu('darwin'))).toEqual(['Bucket Porter', 'File', 'Edit', 'View', 'Window']);
    expect(labels(menu('win32'))).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
    expect(labels(menu('linux', { language: 'ja' }))).toEqual([
      'ファイル',
      '編集',
      '表示',
      'ウィンドウ',
      'ヘルプ',
    ]);
  });

  it.each(PLATFORMS)('lets one edit, zoom, quit and read about the app on %s', (platform) => {
    expect(roles(menu(platform))).toEqual(
      expect.arrayContaining([
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'resetZoom',
        'zoomIn',
        'zoomOut',
        'togglefullscreen',
        'minimize',
        'close',
        'quit',
        'about',
      ]),
    );
  });

  it('keeps what only macOS knows to macOS', () => {
    for (const role of ['services', 'hide', 'hideOthers', 'unhide', 'front', 'zoom']) {
      expect(roles(menu('darwin'))).toContain(role);
      expect(roles(menu('linux'))).not.toContain(role);
    }
  });

  it.each(PLATFORMS)('signs out of everything on %s', (platform) => {
    let signedOut = 0;
    const template = appMenu({
      platform,
      language: 'en',
      isPackaged: true,
      signOutAll: () => (signedOut += 1),
    });
    const item = items(template).find(({ label }) => label === 'Sign Out of All Sessions');
    (item?.click as (() => void) | undefined)?.();
    expect(signedOut).toBe(1);
  });

  it('has tools for developers only where it is developed', () => {
    for (const role of ['reload', 'toggleDevTools']) {
      expect(roles(menu('linux'))).not.toContain(role);
      expect(roles(menu('linux', { isPackaged: false }))).toContain(role);
    }
  });

  it('has only items that do something, in words of the language', () => {
    for (const platform of PLATFORMS) {
      for (const language of LANGUAGES) {
        for (const item of items(menu(platform, { language }))) {
          if (item.type === 'separator') continue;
          expect(item.label).toBeTruthy();
          expect(item.role ?? item.click ?? item.submenu).toBeDefined();
          if (language === 'ja' && item.label !== 'Bucket Porter')
            expect(item.label).toMatch(/[ぁ-んァ-ヶ一-龠]/);
        }
      }
    }
  });
});
