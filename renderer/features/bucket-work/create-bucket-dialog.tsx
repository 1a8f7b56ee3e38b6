import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bucket } from '../../../shared/bucket.ts';
import { brokenBucketNameRule } from '../../../shared/bucket-name.ts';
import { createBucketCommands } from '../../../shared/details-command.ts';
import type { NewBucket } from '../../../shared/new-bucket.ts';
import { looksLikeRegion } from '../../../shared/regions.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import { Button } from '../../ui/button.tsx';
import { CommandList } from '../../ui/command-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { RegionField } from '../../ui/region-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BucketOptions } from './bucket-options.tsx';
import { nameProblem } from './name-problem.ts';
import styles from './bucket-work.module.css';

export interface CreateBucketDialogProps {
  readonly target: RoleTarget;
  readonly defaultRegion?: string | undefined;
  readonly onCreated: (bucket: Bucket) => void;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** Makes a bucket: name, region, versions, public access, object lock. */
export function CreateBucketDialog(props: CreateBucketDialogProps) {
  const { target, defaultRegion = 'us-east-1', onCreated, onClose, onSignIn } = props;
  const { messages } = useSpeech();
  const { bucketWork } = messages.details;
  const words = bucketWork.create;
  const client = useBridge();
  const [bucket, setBucket] = useState<NewBucket>({
    name: '',
    region: defaultRegion,
    versioning: false,
    blockPublicAccess: true,
    objectLock: false,
  });
  const creating = useMutation({
    mutationFn: (wanted: NewBucket) => client.call('bucket.create', { target, bucket: wanted }),
    onSuccess: onCreated,
  });
  const change = (part: Partial<NewBucket>) => {
    setBucket({ ...bucket, ...part });
    creating.reset();
  };
  const wanted = { ...bucket, region: bucket.region.trim().toLowerCase() };
  const complete = brokenBucketNameRule(wanted.name) === undefined && looksLikeRegion(wanted.region);
  const problem = nameProblem(wanted.name);
  const error = creating.error === null ? undefined : toAppError(creating.error);
  // It is there, only not as it was wanted; making it again would fail.
  const halfMade = error?.code === 's3.bucket-half-made';
  const submit = () => {
    if (complete && !creating.isPending && !halfMade) creating.mutate(wanted);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{bucketWork.cancel}</Button>
          {halfMade ? (
            <Button kind="primary" onPress={() => onCreated({ name: wanted.name, region: wanted.region })}>
              {words.open}
            </Button>
          ) : (
            <Button kind="primary" onPress={submit} isDisabled={!complete || creating.isPending}>
              {creating.isPending ? words.running : words.submit}
            </Button>
          )}
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={words.name}
          value={bucket.name}
          onChange={(name) => change({ name })}
          hint={words.nameHint}
          problem={problem === undefined ? undefined : words.badName[problem]}
          autoFocus
        />
        <RegionField
          label={words.region}
          value={bucket.region}
          onChange={(region) => change({ region })}
          hint={words.regionHint}
        />
        <BucketOptions bucket={bucket} onChange={change} />
        {/* Enter in a field sends the form; the button that shows is in the footer, outside of it. */}
        <button type="submit" hidden />
      </form>
      {error !== undefined && (
        <ErrorNotice
          error={error}
          remedies={{ 'sign-in': onSignIn, ...(halfMade ? {} : { retry: submit }) }}
        />
      )}
      {wanted.name === '' ? (
        <p className={styles.dim}>{words.nameFirst}</p>
      ) : (
        <CommandList
          title={bucketWork.commands}
          commands={createBucketCommands(target, wanted)}
          what={bucketWork.copyCommands}
          open
        />
      )}
    </Dialog>
  );
}
