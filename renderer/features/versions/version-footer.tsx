import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ListFooter } from '../../ui/list-footer.tsx';
import type { Versions } from './use-versions.ts';

/** How many versions and markers there are, and whether more are coming. */
export function VersionFooter({ list }: { readonly list: Versions }) {
  const { messages, locale } = useSpeech();
  const words = messages.details.versions;
  const { versions, loading, refreshing, stopped, pages } = list;
  const markers = versions.filter(({ deleteMarker }) => deleteMarker).length;
  const text = (count: number) => ({ count, text: formatNumber(locale, count) });
  const what = words.counted({
    versions: words.versions(text(versions.length - markers)),
    markers: words.markers(text(markers)),
  });
  const sentence = () => {
    if (pages === undefined) return loading ? words.loading : '';
    if (loading) return words.soFar({ what });
    return stopped ? words.stopped({ what }) : what;
  };
  const busy = loading || refreshing;
  return (
    <ListFooter
      text={sentence()}
      busy={busy}
      onStop={busy ? list.stop : undefined}
      onResume={stopped ? list.resume : undefined}
    />
  );
}
