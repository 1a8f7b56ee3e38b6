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
import { errorWords } from '../../../shared/messages/messages.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { parseLocation, type S3Location } from '../../../shared/s3-location.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { BucketActions } from './bucket-actions.ts';
import type { BucketList } from './use-bucket-list.ts';
import styles from './buckets.module.css';

export interface OpenBucketFieldProps {
  readonly target: RoleTarget;
  readonly list: BucketList;
  readonly actions: BucketActions;
}

/** Opens a bucket by name, `s3://` URI, ARN or address, and keeps it where it isn't listed. */
export function OpenBucketField({ target, list, actions }: OpenBucketFieldProps) {
  const { messages } = useSpeech();
  const words = messages.page.buckets;
  const client = useBridge();
  const overlay = use(OverlayTriggerStateContext);
  const [text, setText] = useState('');
  const location = parseLocation(text);
  const go = (meant: S3Location) => {
    setText('');
    overlay?.close();
    actions.open(meant, 'here');
  };
  const opening = useMutation({
    mutationFn: ({ bucket }: S3Location) => client.call('bucket.open', { target, bucket }),
    onSuccess: (opened, meant) => {
      const listed = list.buckets.some(({ name }) => name === meant.bucket);
      if (!listed) actions.remember({ ...opened, name: meant.bucket });
      go(meant);
    },
    onError: (thrown, meant) => {
      // The bucket as a whole may be closed and this folder of it open, or its readers have to agree to pay: its view
      // finds that out, and offers what helps.
      if (toAppError(thrown).code === 's3.access-denied') go(meant);
    },
  });
  // Too short a name isn't wrong yet while one is still typing it.
  const malformed = location === undefined && couldNeverBe(text);
  const failed = opening.error === null ? undefined : errorWords(messages, toAppError(opening.error));
  return (
    <Form
      className={cx(styles.openForm)}
      onSubmit={(event) => {
        event.preventDefault();
        if (location !== undefined && !opening.isPending) opening.mutate(location);
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
          <Button type="submit" isDisabled={location === undefined || opening.isPending}>
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
  if (trimmed === '' || /^(s3:\/?\/?|arn:.*|https?:.*)$/i.test(trimmed)) return false;
  return !/^[a-z0-9][a-z0-9.-]*$/i.test(trimmed) || trimmed.length > 2;
}
