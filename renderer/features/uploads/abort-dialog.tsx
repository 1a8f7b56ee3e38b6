import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { abortUploadCommand } from '../../../shared/details-command.ts';
import type { IncompleteUpload } from '../../../shared/multipart-upload.ts';
import { Button } from '../../ui/button.tsx';
import { CommandList } from '../../ui/command-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ProductionGuard, useProductionCheck } from '../../ui/production-guard.tsx';
import styles from './uploads.module.css';

/** More commands than these nobody reads. */
const MOST_COMMANDS = 100;

export interface AbortDialogProps {
  readonly at: BucketAddress;
  readonly uploads: readonly IncompleteUpload[];
  readonly onAbort: () => void;
  readonly onClose: () => void;
}

/** Asks before uploads are aborted: their parts can't be brought back. */
export function AbortDialog({ at, uploads, onAbort, onClose }: AbortDialogProps) {
  const { messages, locale } = useSpeech();
  const { uploads: words, object } = messages.details;
  const production = useProductionCheck(at.target);
  const count = { count: uploads.length, text: formatNumber(locale, uploads.length) };
  const commands = uploads
    .slice(0, MOST_COMMANDS)
    .map(({ key, uploadId }) => abortUploadCommand(at, key, uploadId));
  return (
    <Dialog
      role="alertdialog"
      title={words.confirm.title(count)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {words.confirm.no}
          </Button>
          <Button kind="danger" onPress={onAbort} isDisabled={!production.passed}>
            {words.confirm.yes(count)}
          </Button>
        </>
      }
    >
      <p>{words.confirm.body}</p>
      <ul className={styles.keys}>
        {uploads.slice(0, 5).map(({ key, uploadId }) => (
          <li key={uploadId}>
            <code>{key}</code>
          </li>
        ))}
        {uploads.length > 5 && <li>…</li>}
      </ul>
      <ProductionGuard check={production} onSubmit={onAbort} />
      <CommandList title={object.commands} commands={commands} what={object.copyCommands} />
    </Dialog>
  );
}
