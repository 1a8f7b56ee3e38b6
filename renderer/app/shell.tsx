import type { ReactNode } from 'react';
import { useSpeech } from '../ui/language.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import styles from './shell.module.css';

export interface ShellProps {
  readonly banners: ReactNode;
  readonly location: ReactNode;
  readonly sidebar: ReactNode;
  readonly activity: ReactNode;
  readonly status: ReactNode;
  readonly children: ReactNode;
}

/** The regions of the window. F6 goes from one to the next. */
export function Shell({ banners, location, sidebar, activity, status, children }: ShellProps) {
  const { messages } = useSpeech();
  const { regions } = messages.page;
  return (
    <div className={styles.shell}>
      <div className={styles.banners} data-region>
        {banners}
      </div>
      <header className={styles.location} aria-label={messages.navigation.bar.label} data-region>
        {location}
      </header>
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
