import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ListFooter } from '../../ui/list-footer.tsx';
import type { BucketList } from './use-bucket-list.ts';

export interface BucketFooterProps {
  readonly list: BucketList;
  readonly shown: number;
  readonly filtered: boolean;
}

/** How many buckets there are, and whether more are coming. */
export function BucketFooter({ list, shown, filtered }: BucketFooterProps) {
  const { messages, locale } = useSpeech();
  const words = messages.page.buckets;
  const { buckets, loading, refreshing, stopped, pages, error } = list;
  const count = buckets.length;
  const text = formatNumber(locale, count);
  const what = filtered
    ? words.filtered({ shown: formatNumber(locale, shown), count, text })
    : words.count({ count, text });
  const sentence = () => {
    if (count === 0 && loading) return words.firstPage;
    // Nothing is said about a number before it is known.
    if (count === 0 && (pages === undefined || error !== undefined)) return '';
    if (loading) return words.soFar({ what });
    if (stopped) return words.stopped({ what });
    return refreshing ? words.refreshing({ what }) : what;
  };
  return (
    <ListFooter
      text={sentence()}
      busy={loading || refreshing}
      onStop={loading || refreshing ? list.stop : undefined}
      onResume={stopped && count > 0 ? list.resume : undefined}
    />
  );
}
