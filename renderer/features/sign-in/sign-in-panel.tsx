import { useEffect, useRef } from 'react';
import { loginCommand } from '../../../shared/command-line.ts';
import type { SessionView } from '../../../shared/session.ts';
import type { AppInfo } from '../../../shared/settings.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { CommandChip } from '../../ui/command-chip.tsx';
import { cx } from '../../ui/cx.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { usePageWords } from '../../ui/language.tsx';
import { usePageCommand } from '../../ui/page-commands.ts';
import { SignInProgress } from './sign-in-progress.tsx';
import styles from './sign-in-panel.module.css';

export interface SignInPanelProps {
  readonly session: SessionView;
  readonly state: SignInState | undefined;
  /** What will be shown afterwards, in words. */
  readonly purpose: string | undefined;
  readonly host: AppInfo['host'] | undefined;
  readonly onStart: () => void;
  readonly onCancel: () => void;
  /** Stands in a view that says already to what one signs in. */
  readonly inside?: boolean;
}

/** Signing in to one session, from the button to the code to what went wrong. */
export function SignInPanel(props: SignInPanelProps) {
  const { session, state, purpose, host, onStart, onCancel, inside = false } = props;
  const { signIn, common } = usePageWords();
  const panel = useRef<HTMLElement>(null);
  const { status } = session;
  const underWay = state !== undefined && state.step !== 'failed';
  // The button that had the focus is gone; Escape and the screen reader go on from the panel.
  useEffect(() => {
    if (underWay) panel.current?.focus();
  }, [underWay]);
  // Once it is done and gone, the focus goes to what comes in its place.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.querySelector('main')?.focus();
    },
    [],
  );
  usePageCommand('cancel', () => {
    if (state !== undefined) onCancel();
  });
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={signIn.title({ session: session.name })}
      className={cx(styles.panel, inside && styles.inside)}
    >
      {!inside && (
        <header>
          <h1 className={styles.title}>{signIn.title({ session: session.name })}</h1>
          {purpose !== undefined && <p className={styles.dim}>{purpose}</p>}
        </header>
      )}
      {underWay && <SignInProgress session={session} state={state} host={host} onCancel={onCancel} />}
      {state?.step === 'failed' && (
        <ErrorNotice
          error={state.error}
          remedies={{ 'sign-in': onStart, retry: onStart }}
          retryLabel={signIn.again}
          onDismiss={onCancel}
        />
      )}
      {state === undefined && (
        <>
          <p>
            {status.state === 'signed-out' && <strong>{signIn.reasons[status.reason]}</strong>}
            {common.gap}
            {signIn.intro}
          </p>
          <Button kind="primary" onPress={onStart}>
            {signIn.button}
          </Button>
        </>
      )}
      <footer className={styles.footer}>
        <DefinitionList
          entries={[
            ...(inside
              ? []
              : ([
                  [signIn.startUrl, session.startUrl],
                  [signIn.region, session.region],
                ] as const)),
            [signIn.equals, <CommandChip key="command" command={loginCommand(session)} />],
          ]}
        />
      </footer>
    </section>
  );
}
