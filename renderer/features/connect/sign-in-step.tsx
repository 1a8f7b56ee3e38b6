import { type ReactNode, useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import type { SessionView } from '../../../shared/session.ts';
import { toAppError } from '../../bridge/bridge-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import styles from './connect.module.css';

export interface SignInStepProps {
  /** What is signed in to; undefined before it was made. */
  readonly session: SessionView | undefined;
  /** Makes it, and begins to sign in; ends when it is there. @throws {BridgeError} */
  readonly onBegin: () => Promise<void>;
  /** A sign-in under way, or what became of it. */
  readonly renderProgress: (session: SessionView) => ReactNode;
}

/** Signing in, before anything is written. */
export function SignInStep({ session, onBegin, renderProgress }: SignInStepProps) {
  const { connect } = useSpeech().messages;
  const words = connect.signIn;
  const [preparing, setPreparing] = useState(false);
  const [error, setError] = useState<AppError>();
  if (session !== undefined) return renderProgress(session);
  const begin = async () => {
    setError(undefined);
    setPreparing(true);
    try {
      await onBegin();
    } catch (thrown) {
      setError(toAppError(thrown));
    }
    setPreparing(false);
  };
  return (
    <div className={styles.form}>
      <p>{words.intro}</p>
      {error !== undefined && <ErrorNotice error={error} remedies={{ retry: () => void begin() }} />}
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => void begin()} isDisabled={preparing}>
          {preparing ? words.preparing : words.button}
        </Button>
      </div>
    </div>
  );
}
