import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { cx } from './cx.ts';
import { hideToast, useToast } from './toast-store.ts';
import styles from './toast.module.css';

const SHOWN_MS = 3000;
/** One that offers something waits until it can be reached. */
const OFFERED_MS = 12_000;

/** Where short notices appear and are read out. */
export function ToastRegion() {
  const { toast } = useToast();
  // The one that is pointed at or has the focus stays.
  const [held, setHeld] = useState<number>();
  const action = toast?.action;
  useEffect(() => {
    if (toast === undefined || held === toast.id) return undefined;
    const timer = setTimeout(() => hideToast(toast.id), toast.action === undefined ? SHOWN_MS : OFFERED_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <div role="status" className={styles.region}>
      {toast !== undefined && (
        <div
          key={toast.id}
          className={styles.toast}
          onPointerEnter={() => setHeld(toast.id)}
          onPointerLeave={() => setHeld(undefined)}
          onFocus={() => setHeld(toast.id)}
          onBlur={() => setHeld(undefined)}
        >
          {toast.text}
          {action !== undefined && (
            <Button
              className={cx(styles.action)}
              onPress={() => {
                setHeld(undefined);
                hideToast(toast.id);
                action.act();
              }}
            >
              {action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
