import type { ReactNode } from 'react';
import { usePageWords } from '../ui/language.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import styles from './shell.module.css';

export interface ShellProps {
  readonly banners: ReactNode;
  readonly sidebar: ReactNode;
  readonly activity: ReactNode;
  readonly status: ReactNode;
  readonly children: ReactNode;
}

/** The regions of the window. F6 goes from one to the next. */
export function Shell({ banners, sidebar, activity, status, children }: ShellProps) {
  const { regions } = usePageWords();
  return (
    <div className={styles.shell}>
      <div className={styles.banners} data-region>
        {banners}
      </div>
      <nav className={styles.sidebar} aria-label={regions.sidebar} data-region>
        {sidebar}
      </nav>
      <main className={styles.main} aria-label={regions.main} tabIndex={-1} data-region>
        {children}
      </main>
      {activity !== false && (
        <section className={styles.activity} aria-label={regions.activity} data-region>
          {activity}
        </section>
      )}
      <footer className={styles.status} aria-label={regions.status} data-region>
        {status}
      </footer>
      <ToastRegion />
    </div>
  );
}
