import type { PortalAccount, PortalPage } from '../../../shared/portal.ts';
import type { StreamedPages } from '../../bridge/streamed-pages.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ListFooter } from '../../ui/list-footer.tsx';

export interface PortalFooterProps {
  readonly list: StreamedPages<PortalPage<PortalAccount>>;
  readonly total: number;
  readonly shown: number;
  readonly filtered: boolean;
}

/** How many accounts there are, and whether more are coming. */
export function PortalFooter({ list, total, shown, filtered }: PortalFooterProps) {
  const { messages, locale } = useSpeech();
  const { portal: words, buckets } = messages.page;
  const { loading, refreshing, stopped, pages, error } = list;
  const text = formatNumber(locale, total);
  const what = filtered
    ? words.filtered({ shown: formatNumber(locale, shown), count: total, text })
    : words.count({ count: total, text });
  const sentence = () => {
    if (total === 0 && loading) return words.firstPage;
    if (total === 0 && (pages === undefined || error !== undefined)) return '';
    if (loading) return buckets.soFar({ what });
    if (stopped) return buckets.stopped({ what });
    return refreshing ? buckets.refreshing({ what }) : what;
  };
  return (
    <ListFooter
      text={sentence()}
      busy={loading || refreshing}
      onStop={loading || refreshing ? list.stop : undefined}
      onResume={stopped && total > 0 ? list.resume : undefined}
    />
  );
}
