import { cx } from '../../ui/cx.ts';
import { Highlight } from '../../ui/highlight.tsx';
import { useSpeech } from '../../ui/language.tsx';
import styles from './buckets.module.css';

export interface BucketNameProps {
  readonly name: string;
  /** What the list is filtered by. */
  readonly part: string;
  readonly openedByName: boolean;
  readonly onOpen: (where: 'here' | 'new-tab') => void;
}

/** A bucket's name, which opens it: a middle click, or one with Ctrl/Cmd, in a new tab. */
export function BucketName({ name, part, openedByName, onOpen }: BucketNameProps) {
  const { messages } = useSpeech();
  return (
    <>
      <button
        type="button"
        // By keyboard the row opens with Enter, so that the table stays one stop.
        tabIndex={-1}
        className={cx(styles.name)}
        title={name}
        onClick={(event) => onOpen(event.ctrlKey || event.metaKey ? 'new-tab' : 'here')}
        onAuxClick={(event) => {
          if (event.button === 1) onOpen('new-tab');
        }}
        // A double click would open it once more.
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <Highlight text={name} part={part} />
      </button>
      {openedByName && <span className={styles.tag}>{messages.page.buckets.openedByName}</span>}
    </>
  );
}
