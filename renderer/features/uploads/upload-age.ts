import type { DetailsMessages } from '../../../shared/messages/en/details.ts';
import { formatNumber } from '../../ui/format.ts';

const MINUTE = 60_000;

/** How long ago, in the largest whole unit. @param ms milliseconds; below zero counts as zero */
export function ageInWords(words: DetailsMessages['uploads'], locale: string, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  const text = (count: number) => ({ count, text: formatNumber(locale, count) });
  if (minutes < 60) return words.minutesAgo(text(minutes));
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? words.hoursAgo(text(hours)) : words.daysAgo(text(Math.floor(hours / 24)));
}
