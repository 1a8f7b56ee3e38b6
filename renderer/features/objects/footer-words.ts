import type { ListingState, SelectionSummary } from '../../../shared/listing.ts';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatNumber } from '../../ui/format.ts';
import type { Speech } from '../../ui/language.tsx';

const counted = (locale: string, count: number) => ({ count, text: formatNumber(locale, count) });

/** What a listing holds and how it stands, e.g. `412,000 objects so far · 3 folders · 1.2 GB`; parts of one line. */
export function listingWords(
  { messages, locale }: Speech,
  state: ListingState | undefined,
  search: boolean,
): readonly string[] {
  const { footer } = messages.objects;
  if (state === undefined) return [footer.beginning];
  const { phase, rows, folders, bytes, seen } = state;
  const arriving = phase === 'running' || phase === 'waiting';
  const parts: string[] = [];
  if (search) {
    const what = footer.found(counted(locale, rows));
    if (arriving && rows === 0) parts.push(footer.looked(counted(locale, seen)));
    else parts.push(footer.among({ what, ...counted(locale, seen) }));
    if (rows > 0) parts.push(formatBytes(locale, bytes));
  } else if (rows === 0) {
    // Nothing is said about a number before it is known.
    if (arriving) parts.push(footer.beginning);
    else if (phase === 'done') parts.push(footer.objects(counted(locale, 0)));
  } else {
    const objects = footer.objects(counted(locale, rows - folders));
    parts.push(phase === 'done' ? objects : footer.soFar({ what: objects }));
    if (folders > 0) parts.push(footer.folders(counted(locale, folders)));
    if (rows > folders) parts.push(formatBytes(locale, bytes));
  }
  if (phase === 'waiting') parts.push(footer.waiting);
  if (phase === 'stopped') parts.push(footer.stopped);
  if (phase === 'failed') parts.push(footer.failed);
  return parts;
}

/** How the last refresh went; empty where there was none. */
export function refreshWords({ messages, locale }: Speech, state: ListingState | undefined): string {
  const { footer } = messages.objects;
  const refresh = state?.refresh;
  if (refresh === undefined) return '';
  if (refresh.phase === 'running') return footer.refreshing;
  if (refresh.phase === 'failed') return footer.refreshFailed;
  const { added, removed, changed } = refresh;
  if (added + removed + changed === 0) return footer.refreshedSame;
  const text = (count: number) => formatNumber(locale, count);
  return footer.refreshed({ added: text(added), removed: text(removed), changed: text(changed) });
}

/** E.g. `3 selected · 1.2 MB`; empty where nothing is. */
export function selectionWords(
  { messages, locale }: Speech,
  { rows, folders, bytes }: SelectionSummary,
): string {
  const { footer } = messages.objects;
  if (rows === 0) return '';
  const what = footer.selected(counted(locale, rows));
  if (rows === folders) return what;
  const sized = footer.selectedSize({ what, size: formatBytes(locale, bytes) });
  return folders === 0 ? sized : footer.selectedFolders({ what: sized, ...counted(locale, folders) });
}

/** A time as people compare them: `412 ms`, `1.4 s`. */
export function tookWords({ messages, locale }: Speech, ms: number): string {
  const { units } = messages.page;
  if (ms < 1000) return units.ms({ n: formatNumber(locale, ms) });
  return units.s({ n: formatNumber(locale, ms / 1000, ms < 10_000 ? 1 : 0) });
}
