import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { errorWords } from '../../../shared/messages/messages.ts';
import { useIncompleteUploads } from '../../bridge/incomplete-uploads.ts';
import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './folder-size.module.css';

export interface UploadCountProps {
  readonly at: BucketAddress;
  readonly prefix: string;
  readonly look: string;
  readonly onShow?: (() => void) | undefined;
}

/** How many incomplete uploads there are below the prefix, which no list of objects shows. */
export function UploadCount({ at, prefix, look, onShow }: UploadCountProps) {
  const { messages, locale } = useSpeech();
  const { uploads } = messages.details;
  const { size: words } = uploads;
  const { pages, loading, error } = useIncompleteUploads(at, prefix, look);
  const count = pages?.reduce((sum, page) => sum + page.uploads.length, 0) ?? 0;
  const text = formatNumber(locale, count);
  const sentence = () => {
    if (error !== undefined) return words.uploadsUnknown({ what: errorWords(messages, error).what });
    if (pages === undefined) return uploads.loading;
    if (loading) return words.uploadsAtLeast({ text });
    return count === 0 ? words.noUploads : words.uploadsToo({ count, text });
  };
  return (
    <p className={styles.uploads}>
      <span>{sentence()}</span>
      {count > 0 && onShow !== undefined && (
        <Button kind="quiet" onPress={onShow}>
          {words.showUploads}
        </Button>
      )}
    </p>
  );
}
