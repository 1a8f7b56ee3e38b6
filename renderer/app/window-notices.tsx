import type { Overview } from '../../shared/contract.ts';
import { SignOutNotice } from '../features/sign-ins/sign-out-notice.tsx';
import { dismissUndoFailure, useUndoFailure } from '../ui/config-undo.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { FollowedLink } from './use-deep-links.ts';
import type { SessionActions } from './use-session-actions.ts';
import styles from './shell.module.css';

export interface WindowNoticesProps {
  readonly overview: Overview | undefined;
  readonly actions: SessionActions;
  readonly link: FollowedLink;
}

/** Above what is shown: how what was asked of the window as a whole went. */
export function WindowNotices({ overview, actions, link }: WindowNoticesProps) {
  const undoFailure = useUndoFailure().error;
  const failures = [
    { error: actions.error, dismiss: actions.dismiss },
    { error: undoFailure, dismiss: dismissUndoFailure },
    link,
  ];
  return (
    <>
      {actions.report !== undefined && (
        <SignOutNotice
          report={actions.report}
          nameOf={(id) => overview?.sessions.find((session) => session.id === id)?.name ?? id}
          onDismiss={actions.dismiss}
        />
      )}
      {failures.map(
        ({ error, dismiss }) =>
          error !== undefined && (
            <div key={error.code} className={styles.notice}>
              <ErrorNotice error={error} onDismiss={dismiss} />
            </div>
          ),
      )}
    </>
  );
}
