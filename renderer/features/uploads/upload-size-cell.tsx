import { useEffect } from 'react';
import type { IncompleteUpload } from '../../../shared/multipart-upload.ts';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { UploadSize, UploadSizes } from './use-upload-sizes.ts';
import styles from './uploads.module.css';

export interface UploadSizeCellProps {
  readonly upload: IncompleteUpload;
  readonly size: UploadSize | undefined;
  readonly ask: UploadSizes['ask'];
}

/** How much of an upload is there; coming into view it asks. */
export function UploadSizeCell({ upload, size, ask }: UploadSizeCellProps) {
  const { messages, locale } = useSpeech();
  const { uploads: words, object } = messages.details;
  useEffect(() => ask(upload), [ask, upload]);
  if (size === undefined) return <span className={styles.dim}>…</span>;
  if (size === 'failed') {
    return (
      <span className={styles.dim} title={words.sizeUnknown}>
        –
      </span>
    );
  }
  const parts = object.partCount({ count: size.parts, text: formatNumber(locale, size.parts) });
  return <span title={parts}>{formatBytes(locale, size.bytes)}</span>;
}
