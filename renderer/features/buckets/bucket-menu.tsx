import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { Bucket } from '../../../shared/bucket.ts';
import { useCopy } from '../../ui/copy.ts';
import { cx } from '../../ui/cx.ts';
import type { GridMenuPlace } from '../../ui/grid/grid-types.ts';
import { usePageWords } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import { type BucketCopy, bucketCopy } from './bucket-copies.ts';
import styles from './buckets.module.css';

export interface BucketMenuProps {
  readonly bucket: Bucket;
  readonly partition: string | undefined;
  readonly place: GridMenuPlace;
  readonly onClose: () => void;
}

/** What one can do with a bucket, where the pointer is. */
export function BucketMenu({ bucket, partition, place, onClose }: BucketMenuProps) {
  const { buckets: words } = usePageWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const copy = useCopy();
  const act = (kind: BucketCopy) => {
    const text = bucketCopy(kind, bucket, partition);
    void copy(text, text);
  };
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: place.x, top: place.y }} />
      <Popover
        isOpen
        onOpenChange={onClose}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        className={cx(menu.popover)}
        aria-label={bucket.name}
      >
        <Menu
          className={cx(menu.menu)}
          aria-label={bucket.name}
          autoFocus="first"
          onAction={(key) => act(key as BucketCopy)}
          onClose={onClose}
        >
          <MenuItem id="name" className={cx(menu.item)}>
            {words.copyName}
          </MenuItem>
          <MenuItem id="uri" className={cx(menu.item)}>
            {words.copyUri}
          </MenuItem>
          <MenuItem id="arn" className={cx(menu.item)}>
            {words.copyArn}
          </MenuItem>
        </Menu>
      </Popover>
    </>
  );
}
