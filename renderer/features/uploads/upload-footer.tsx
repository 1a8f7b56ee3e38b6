import type { IncompleteUpload, IncompleteUploadPage } from '../../../shared/multipart-upload.ts';
import type { StreamedPages } from '../../bridge/streamed-pages.ts';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ListFooter } from '../../ui/list-footer.tsx';
import type { UploadSizes } from './use-upload-sizes.ts';

export interface UploadFooterProps {
  readonly list: StreamedPages<IncompleteUploadPage>;
  readonly uploads: readonly IncompleteUpload[];
  readonly sizes: UploadSizes;
}

/** How many there are and what they add up to, saying for how many that is known. */
export function UploadFooter({ list, uploads, sizes }: UploadFooterProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.uploads;
  const { pages, loading, refreshing, stopped } = list;
  const count = uploads.length;
  let bytes = 0;
  let known = 0;
  for (const { uploadId } of uploads) {
    const size = sizes.of(uploadId);
    if (size === undefined || size === 'failed') continue;
    bytes += size.bytes;
    known += 1;
  }
  const number = (value: number) => formatNumber(locale, value);
  const what = words.uploads({ count, text: number(count) });
  const sum =
    known === count
      ? words.sum({ bytes: formatBytes(locale, bytes) })
      : words.sumSoFar({ bytes: formatBytes(locale, bytes), known: number(known), of: number(count) });
  const sentence = () => {
    if (pages === undefined) return loading ? words.loading : '';
    if (loading) return words.soFar({ what });
    if (stopped) return words.stopped({ what });
    return count === 0 ? what : `${what} · ${sum}`;
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
