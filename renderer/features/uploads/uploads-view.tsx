import { useId, useState } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { uploadsCommand } from '../../../shared/details-command.ts';
import type { IncompleteUpload } from '../../../shared/multipart-upload.ts';
import { useIncompleteUploads } from '../../bridge/incomplete-uploads.ts';
import { CommandChip } from '../../ui/command-chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { AbortDialog } from './abort-dialog.tsx';
import { UploadBar } from './upload-bar.tsx';
import { UploadFooter } from './upload-footer.tsx';
import { UploadTable } from './upload-table.tsx';
import { useAbortUploads } from './use-abort-uploads.ts';
import { useUploadSizes } from './use-upload-sizes.ts';
import styles from './uploads.module.css';

export interface UploadsViewProps {
  readonly at: BucketAddress;
  readonly prefix: string;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** Uploads in parts that nobody finished; their parts are billed until they are aborted. */
export function UploadsView({ at, prefix, onClose, onSignIn }: UploadsViewProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.uploads;
  const list = useIncompleteUploads(at, prefix, useId());
  const sizes = useUploadSizes(at);
  const aborting = useAbortUploads(at);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly IncompleteUpload[]>();
  const { pages, error, loading } = list;
  const uploads = (pages?.flatMap((page) => page.uploads) ?? []).filter(
    ({ uploadId }) => !aborting.aborted.has(uploadId),
  );
  const chosen = uploads.filter(({ uploadId }) => selected.has(uploadId));
  const abort = async (which: readonly IncompleteUpload[]) => {
    setAsked(undefined);
    const count = await aborting.abort(which);
    if (count > 0) showToast(words.aborted({ count, text: formatNumber(locale, count) }));
  };
  return (
    <ViewFrame
      title={words.title}
      note={words.where({ uri: `s3://${at.bucket}/${prefix}` })}
      closeLabel={words.close}
      onClose={onClose}
    >
      <p className={styles.intro}>{words.intro}</p>
      {error !== undefined && (
        <div className={styles.error}>
          <ErrorNotice
            error={error}
            remedies={{ retry: pages === undefined ? list.refresh : list.resume, 'sign-in': onSignIn }}
          />
        </div>
      )}
      {aborting.error !== undefined && (
        <div className={styles.error}>
          <ErrorNotice
            error={aborting.error}
            remedies={{ 'sign-in': onSignIn }}
            onDismiss={aborting.dismiss}
          />
        </div>
      )}
      {uploads.length === 0 && !loading && pages !== undefined && error === undefined ? (
        <div className={styles.none}>
          <EmptyState {...words.none} />
        </div>
      ) : (
        <>
          <UploadBar chosen={chosen.length} progress={aborting.progress} onAbort={() => setAsked(chosen)} />
          <UploadTable
            prefix={prefix}
            uploads={uploads}
            sizes={sizes}
            selected={selected}
            onSelected={setSelected}
            onAbort={(upload) => setAsked([upload])}
            busy={loading}
          />
        </>
      )}
      <div className={styles.command}>
        <CommandChip command={uploadsCommand(at, prefix)} />
      </div>
      <UploadFooter list={list} uploads={uploads} sizes={sizes} />
      {asked !== undefined && (
        <AbortDialog
          at={at}
          uploads={asked}
          onAbort={() => void abort(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </ViewFrame>
  );
}
