import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { deleteBucketCommand } from '../../../shared/details-command.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import { Button } from '../../ui/button.tsx';
import { CommandList } from '../../ui/command-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { ProductionGuard, useProductionCheck } from '../../ui/production-guard.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './bucket-work.module.css';

export interface DeleteBucketDialogProps {
  readonly at: BucketAddress;
  readonly onDeleted: () => void;
  /** The person wants to empty it first. */
  readonly onEmpty: () => void;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** Deletes an empty bucket, once its name is typed. */
export function DeleteBucketDialog({ at, onDeleted, onEmpty, onClose, onSignIn }: DeleteBucketDialogProps) {
  const { messages } = useSpeech();
  const { bucketWork } = messages.details;
  const words = bucketWork.remove;
  const client = useBridge();
  const [typed, setTyped] = useState('');
  const production = useProductionCheck(at.target);
  const deleting = useMutation({
    mutationFn: () => client.call('bucket.delete', { at, typed }),
    onSuccess: onDeleted,
  });
  const ready = typed === at.bucket && production.passed && !deleting.isPending;
  const submit = () => {
    if (ready) deleting.mutate();
  };
  const error = deleting.error === null ? undefined : toAppError(deleting.error);
  const full = error?.code === 's3.bucket-not-empty';
  return (
    <Dialog
      role="alertdialog"
      title={words.title({ bucket: at.bucket })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{bucketWork.cancel}</Button>
          <Button kind="danger" onPress={submit} isDisabled={!ready}>
            {deleting.isPending ? words.running : words.submit}
          </Button>
        </>
      }
    >
      <p>{words.body}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={words.type({ bucket: at.bucket })}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            deleting.reset();
          }}
          autoFocus
        />
      </form>
      <ProductionGuard check={production} onSubmit={submit} />
      {error !== undefined && (
        <ErrorNotice error={error} remedies={{ retry: submit, 'sign-in': onSignIn }}>
          {full && (
            <div className={styles.way}>
              <Button onPress={onEmpty}>{words.empty}</Button>
            </div>
          )}
        </ErrorNotice>
      )}
      <CommandList
        title={bucketWork.commands}
        commands={[deleteBucketCommand(at)]}
        what={bucketWork.copyCommands}
      />
    </Dialog>
  );
}
