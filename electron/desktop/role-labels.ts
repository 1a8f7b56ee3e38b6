import type { MenuRole } from '../../shared/messages/en/menu-roles.ts';
import { messagesFor } from '../../shared/messages/messages.ts';
import type { Language } from '../../shared/settings.ts';

/** The platform's own words for standard menu items. */
export function roleLabels(
  language: Language,
  platform: NodeJS.Platform,
): Readonly<Record<MenuRole, string>> {
  const { label, macos } = messagesFor(language).menuRoles;
  return platform === 'darwin' ? { ...label, ...macos } : label;
}
