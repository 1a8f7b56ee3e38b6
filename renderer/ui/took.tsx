import { formatNumber } from './format.ts';
import { useSpeech } from './language.tsx';

/** A duration as a person compares them: `412 ms`, `1.3 s`. */
export function Took({ ms }: { readonly ms: number }) {
  const { messages, locale } = useSpeech();
  const { units } = messages.page;
  if (ms < 1000) return units.ms({ n: formatNumber(locale, ms) });
  return units.s({ n: formatNumber(locale, ms / 1000, ms < 10_000 ? 1 : 0) });
}
