import { durationWords } from '../../shared/messages/messages.ts';
import { useClock } from './clock.ts';
import { useSpeech } from './language.tsx';

/** How long something still lasts; renders again only when the words change. @param until Unix ms */
export function TimeLeft({ until }: { readonly until: number }) {
  const { messages } = useSpeech();
  return useClock((now) => durationWords(messages, until - now));
}
