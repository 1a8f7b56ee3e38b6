import type { RoleTarget } from './role-target.ts';

/** What the app remembers about how a person likes it; kept in the app's own folder, never in `~/.aws`. */
export interface Settings {
  readonly language: LanguageSetting;
  /** Percent of the room that the details have beside the list; 0 where the layout decides. */
  readonly detailsShare?: number | undefined;
  /** The profile or role shown last, opened again at the next start. */
  readonly lastTarget?: RoleTarget | undefined;
}

export type Language = 'en' | 'ja';
export type LanguageSetting = 'system' | Language;

export type SettingsChange = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

export interface AppInfo {
  readonly version: string;
  /** Which host serves the page. */
  readonly host: 'desktop' | 'browser';
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Set where the app runs on sample data (`npm run demo`). */
  readonly demo: boolean;
}

export const DEFAULT_SETTINGS: Settings = { language: 'system' };

/**
 * The language to speak: the person's choice, else the first system language we know, else English.
 * @param systemLanguages BCP 47 tags, most wanted first.
 */
export function resolveLanguage(setting: LanguageSetting, systemLanguages: readonly string[]): Language {
  if (setting !== 'system') return setting;
  for (const tag of systemLanguages) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (primary === 'ja' || primary === 'en') return primary;
  }
  return 'en';
}
