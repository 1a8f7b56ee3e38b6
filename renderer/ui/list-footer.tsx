import { Button } from './button.tsx';
import { usePageWords } from './language.tsx';
import styles from './list-footer.module.css';

export interface ListFooterProps {
  /** How many rows there are and whether more are coming, in words. */
  readonly text: string;
  readonly busy: boolean;
  readonly onStop?: (() => void) | undefined;
  readonly onResume?: (() => void) | undefined;
}

/** Under a list: its count, and a way to stop or go on with loading. */
export function ListFooter({ text, busy, onStop, onResume }: ListFooterProps) {
  const { common } = usePageWords();
  return (
    <div className={styles.footer}>
      {busy && <span className={styles.pulse} aria-hidden />}
      <span role="status">{text}</span>
      {onStop !== undefined && (
        <Button kind="quiet" onPress={onStop}>
          {common.stop}
        </Button>
      )}
      {onResume !== undefined && (
        <Button kind="quiet" onPress={onResume}>
          {common.loadRest}
        </Button>
      )}
    </div>
  );
}
