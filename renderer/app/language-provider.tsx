import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useSnapshot } from '../bridge/bridge-context.tsx';
import { SpeechContext, useSpeechFor } from '../ui/language.tsx';

/** Speaks the language of the settings, and tells the browser which it is. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const settings = useSnapshot('settings');
  const speech = useSpeechFor(settings?.language ?? 'system');
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech.language]);
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={speech.locale}>{children}</I18nProvider>
    </SpeechContext>
  );
}
