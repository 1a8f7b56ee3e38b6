import type { SessionPhase } from '../../shared/session.ts';
import styles from './status-mark.module.css';

export type StatusMarkKind = SessionPhase | 'attention' | 'under-way';

/** A session's state as a shape: full, half, ring, exclamation mark, dashed ring. */
export function StatusMark({ kind, label }: { readonly kind: StatusMarkKind; readonly label: string }) {
  return (
    <svg className={styles[kind]} width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={label}>
      {kind === 'signed-in' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {kind === 'ends-soon' && (
        <>
          <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
        </>
      )}
      {kind === 'signed-out' && (
        <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      {kind === 'under-way' && (
        <circle
          cx="6"
          cy="6"
          r="4.25"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2.4 2"
        />
      )}
      {(kind === 'expired' || kind === 'attention') && (
        <>
          <rect x="5" y="0.5" width="2" height="7.5" rx="1" fill="currentColor" />
          <circle cx="6" cy="10.4" r="1.3" fill="currentColor" />
        </>
      )}
    </svg>
  );
}
