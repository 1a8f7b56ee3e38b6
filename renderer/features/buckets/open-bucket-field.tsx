import { useMutation } from '@tanstack/react-query';
import { use, useState } from 'react';
import {
  FieldError,
  Form,
  Input,
  Label,
  OverlayTriggerStateContext,
  Text,
  TextField,
} from 'react-aria-components';
import { parseBucketInput } from '../../../shared/bucket-name.ts';
import { errorWords } from '../../../shared/messages/messages.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useSpeech } from '../../ui/language.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { addOpenedBucket } from './opened-buckets.ts';
import type { BucketList } from './use-bucket-list.ts';
import styles from './buckets.module.css';

export interface OpenBucketFieldProps {
  readonly target: RoleTarget;
  readonly list: BucketList;
  readonly onOpened: (name: string) => void;
}

/** Opens a bucket by name, `s3://` URI or ARN, and adds it to the table. */
export function OpenBucketField({ target, list, onOpened }: OpenBucketFieldProps) {
  const { messages } = useSpeech();
  const words = messages.page.buckets;
  const client = useBridge();
  const overlay = use(OverlayTriggerStateContext);
  const [text, setText] = useState('');
  const bucket = parseBucketInput(text);
  const opening = useMutation({
    mutationFn: (name: string) => client.call('bucket.open', { target, bucket: name }),
    onSuccess: (opened) => {
      addOpenedBucket(list.key, opened);
      onOpened(opened.name);
      showToast(words.alreadyThere({ bucket: opened.name }));
      setText('');
      overlay?.close();
    },
  });
  // Too short a name isn't wrong yet while one is still typing it.
  const malformed = bucket === undefined && couldNeverBe(text);
  const failed = opening.error === null ? undefined : errorWords(messages, toAppError(opening.error));
  return (
    <Form
      className={cx(styles.openForm)}
      onSubmit={(event) => {
        event.preventDefault();
        if (bucket !== undefined && !opening.isPending) opening.mutate(bucket);
      }}
    >
      <TextField
        className={cx(styles.openField)}
        value={text}
        onChange={(value) => {
          setText(value);
          opening.reset();
        }}
        isInvalid={malformed || failed !== undefined}
        autoFocus={overlay !== null}
      >
        <Label className={cx(styles.openLabel)}>{words.openLabel}</Label>
        <div className={styles.openLine}>
          <Input className={cx(styles.openInput)} spellCheck="false" autoComplete="off" />
          <Button type="submit" isDisabled={bucket === undefined || opening.isPending}>
            {opening.isPending ? words.opening : words.open}
          </Button>
        </div>
        <FieldError className={cx(styles.fieldError)}>
          {failed === undefined
            ? words.notABucket
            : `${failed.what}${messages.page.common.gap}${failed.next}`}
        </FieldError>
        {!malformed && failed === undefined && (
          <Text slot="description" className={cx(styles.hint)}>
            {words.openHint}
          </Text>
        )}
      </TextField>
    </Form>
  );
}

/** Whether no further typing at the end could make it a bucket's name, URI or ARN. */
function couldNeverBe(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || /^(s3:\/?\/?|arn:[a-z:-]*)$/i.test(trimmed)) return false;
  return !/^[a-z0-9][a-z0-9.-]*$/i.test(trimmed) || trimmed.length > 2;
}
