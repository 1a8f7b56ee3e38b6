import type { Bucket } from '../../../shared/bucket.ts';
import { useCopy } from '../../ui/copy.ts';
import type { GridMenuPlace } from '../../ui/grid/grid-types.ts';
import { useSpeech } from '../../ui/language.tsx';
import { PointMenu, type PointMenuItem } from '../../ui/point-menu.tsx';
import type { BucketActions } from './bucket-actions.ts';
import { type BucketContext, type BucketCopy, bucketCopy } from './bucket-copies.ts';

export interface BucketMenuProps {
  readonly bucket: Bucket;
  readonly context: BucketContext;
  /** It only was opened by name. */
  readonly openedByName: boolean;
  readonly actions: BucketActions;
  readonly place: GridMenuPlace;
  readonly onClose: () => void;
}

/** What one can do with a bucket, where the pointer is. */
export function BucketMenu({ bucket, context, openedByName, actions, place, onClose }: BucketMenuProps) {
  const { messages } = useSpeech();
  const { buckets: copies } = messages.page;
  const words = messages.navigation.buckets;
  const copy = useCopy();
  const copyAs = (kind: BucketCopy) => () => {
    const text = bucketCopy(kind, bucket, context);
    void copy(text, text);
  };
  const { name } = bucket;
  const location = { bucket: name, key: '' };
  const forget: PointMenuItem = [words.forget, () => actions.forget(name)];
  return (
    <PointMenu
      label={name}
      place={place}
      onClose={onClose}
      groups={[
        [
          [words.open, () => actions.open(location, 'here')],
          [words.openInTab, () => actions.open(location, 'new-tab')],
          [words.details, () => actions.showDetails(name)],
        ],
        [
          [copies.copyName, copyAs('name')],
          [copies.copyUri, copyAs('uri')],
          [copies.copyArn, copyAs('arn')],
          [words.copyCommand, copyAs('command')],
        ],
        [
          ...(openedByName ? [forget] : []),
          [words.empty, () => actions.empty(name)],
          [words.remove, () => actions.remove(name)],
        ],
      ]}
    />
  );
}
