import { useId } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { folderSizeCommand } from '../../../shared/details-command.ts';
import type { ListingState } from '../../../shared/listing.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { type HeldListing, useHeldListing } from '../../bridge/listings.ts';
import { Button } from '../../ui/button.tsx';
import { CommandList } from '../../ui/command-list.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ClassTable } from './class-table.tsx';
import { sizeText } from './size-text.ts';
import { UploadCount } from './upload-count.tsx';
import styles from './folder-size.module.css';

export interface FolderSizeDialogProps {
  readonly at: BucketAddress;
  readonly prefix: string;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
  /** Shows the incomplete uploads below the prefix. */
  readonly onShowUploads?: (() => void) | undefined;
}

/** How many objects and bytes there are below a prefix, by storage class, counted as one watches. */
export function FolderSizeDialog({ at, prefix, onClose, onSignIn, onShowUploads }: FolderSizeDialogProps) {
  const { messages } = useSpeech();
  const { size: words } = messages.details.uploads;
  const { object } = messages.details;
  const client = useBridge();
  const { listingId, state, error, renew } = useHeldListing({ at, prefix, kind: 'measure' });
  const look = useId();
  const phase = state?.phase ?? 'running';
  const running = phase === 'running' || phase === 'waiting';
  const failure = error ?? (phase === 'failed' ? state?.error : undefined);
  const classes = state?.classes ?? [];
  // What fails here shows in the listing's own state.
  const tell = (name: 'listing.stop' | 'listing.resume') => {
    client.call(name, { listingId }).catch(() => {});
  };
  return (
    <Dialog
      title={words.title({ name: prefix === '' ? at.bucket : prefix })}
      onClose={onClose}
      footer={
        <>
          {running && failure === undefined && (
            <Button onPress={() => tell('listing.stop')}>{messages.page.common.stop}</Button>
          )}
          {phase === 'stopped' && <Button onPress={() => tell('listing.resume')}>{words.resume}</Button>}
          <Button onPress={onClose}>{words.close}</Button>
        </>
      }
    >
      <div className={styles.progress}>
        {failure === undefined && (
          <p role="status">
            <PhaseSentence state={state} />
          </p>
        )}
        {running && failure === undefined && <ProgressBar label={words.running} share={undefined} />}
      </div>
      {failure !== undefined && (
        <ErrorNotice
          error={failure}
          remedies={{
            retry: error === undefined ? () => tell('listing.resume') : renew,
            'sign-in': onSignIn,
          }}
        />
      )}
      <ClassTable classes={classes} />
      <div className={styles.below}>
        <p className={styles.dim}>{words.scope}</p>
        <CopyButton text={sizeText(classes)} what={words.copy} />
      </div>
      <UploadCount at={at} prefix={prefix} look={look} onShow={onShowUploads} />
      <CommandList
        title={object.commands}
        commands={[folderSizeCommand(at, prefix)]}
        what={object.copyCommands}
      />
    </Dialog>
  );
}

function PhaseSentence({ state }: Pick<HeldListing, 'state'>) {
  const { messages, locale } = useSpeech();
  const { size: words } = messages.details.uploads;
  const phase: ListingState['phase'] = state?.phase ?? 'running';
  if (phase === 'waiting') return words.waiting;
  if (phase === 'stopped') return words.stopped;
  if (phase === 'done' && state !== undefined) {
    const objects = state.classes?.reduce((sum, each) => sum + each.objects, 0) ?? 0;
    return objects === 0 ? words.none : words.done({ calls: formatNumber(locale, state.calls) });
  }
  return words.running;
}
