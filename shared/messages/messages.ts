/**
 * The message catalogue. Every sentence that a person reads stands in `en/` and `ja/`; both have the same
 * type, so a missing sentence or a missing gap in one is a compile error.
 */
import type { AppError } from '../app-error.ts';
import type { Language } from '../settings.ts';
import type { ConnectMessages } from './en/connect.ts';
import type { DurationMessages } from './en/duration.ts';
import type { ErrorMessages, ErrorWords } from './en/errors.ts';
import type { HostMessages } from './en/host.ts';
import type { MenuRoleMessages } from './en/menu-roles.ts';
import type { DetailsMessages } from './en/details.ts';
import type { NavigationMessages } from './en/navigation.ts';
import type { ObjectMessages } from './en/objects.ts';
import type { PageMessages } from './en/page.ts';
import type { ProfilesMessages } from './en/profiles.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

export interface Messages {
  readonly errors: ErrorMessages;
  readonly host: HostMessages;
  readonly menuRoles: MenuRoleMessages;
  readonly page: PageMessages;
  readonly objects: ObjectMessages;
  readonly navigation: NavigationMessages;
  readonly details: DetailsMessages;
  readonly connect: ConnectMessages;
  readonly profiles: ProfilesMessages;
  readonly duration: DurationMessages;
}

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, ja };

export function messagesFor(language: Language): Messages {
  return CATALOGUES[language];
}

/** An error in words. */
export function errorWords(messages: Messages, error: AppError): ErrorWords {
  // The code picks the function whose parameters are this error's; the union hides that from the compiler.
  const words = messages.errors[error.code] as (params: AppError['params']) => ErrorWords;
  return words(error.params);
}

/** Time left in words, e.g. `7h 02m`, `9m`, `45s`; never negative. @param ms milliseconds */
export function durationWords(messages: Messages, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return messages.duration.seconds({ seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return messages.duration.minutes({ minutes });
  return messages.duration.hoursMinutes({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
