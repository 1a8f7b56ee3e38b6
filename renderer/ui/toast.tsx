import { useEffect } from 'react';
import { hideToast, useToast } from './toast-store.ts';
import styles from './toast.module.css';

const SHOWN_MS = 3000;

/** Where short notices appear and are read out. */
export function ToastRegion() {
  const { toast } = useToast();
  useEffect(() => {
    if (toast === undefined) return undefined;
    const timer = setTimeout(() => hideToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div role="status" className={styles.region}>
      {toast !== undefined && (
        <div key={toast.id} className={styles.toast}>
          {toast.text}
        </div>
      )}
    </div>
  );
}
