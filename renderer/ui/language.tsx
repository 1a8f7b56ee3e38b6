import { createContext, use, useMemo } from 'react';
import { type Messages, messagesFor } from '../../shared/messages/messages.ts';
import { type LanguageSetting, resolveLanguage } from '../../shared/settings.ts';
import type { Language } from '../../shared/settings.ts';

export interface Speech {
  readonly language: Language;
  /** BCP 47 tag for dates and numbers: the person's own variety of the language, as in `en-GB`. */
  readonly locale: string;
  readonly messages: Messages;
}

function speechFor(setting: LanguageSetting, systemLanguages: readonly string[]): Speech {
  const language = resolveLanguage(setting, systemLanguages);
  const own = systemLanguages.find((tag) => tag.toLowerCase().split('-')[0] === language);
  return { language, locale: own ?? language, messages: messagesFor(language) };
}

export const SpeechContext = createContext<Speech>(speechFor('en', ['en']));

/** The language, and its messages. */
export function useSpeech(): Speech {
  return use(SpeechContext);
}

/** What the page says, in the person's language. */
export function usePageWords(): Messages['page'] {
  return use(SpeechContext).messages.page;
}

export function useSpeechFor(setting: LanguageSetting): Speech {
  const { languages } = navigator;
  return useMemo(() => speechFor(setting, languages), [setting, languages]);
}
