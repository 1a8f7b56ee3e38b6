import { ExternalLink, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { type AppError, appError } from '../../../shared/app-error.ts';
import { errorWords } from '../../../shared/messages/messages.ts';
import type { SessionView } from '../../../shared/session.ts';
import type { AppInfo } from '../../../shared/settings.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import buttons from '../../ui/button.module.css';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import styles from './sign-in-panel.module.css';

export interface SignInProgressProps {
  readonly session: SessionView;
  readonly state: Exclude<SignInState, { step: 'failed' }>;
  readonly host: AppInfo['host'] | undefined;
  readonly onCancel: () => void;
}

/** A sign-in under way: the code, the way to the page, how long the code works, and what happens next. */
export function SignInProgress({ session, state, host, onCancel }: SignInProgressProps) {
  const { messages } = useSpeech();
  const { signIn, common } = messages.page;
  const client = useBridge();
  const [problem, setProblem] = useState<AppError>();
  const waiting = state.step === 'waiting' ? state : undefined;
  const shownProblem = problem ?? waiting?.pageTrouble;
  const refused = waiting?.pageTrouble?.code === 'page.refused';
  const openPage = async (url: string) => {
    setProblem(undefined);
    try {
      const { opened } = await client.call('sign-in.open-page', { sessionId: session.id });
      if (!opened) setProblem(appError('page.not-opened', { url }));
    } catch (thrown) {
      setProblem(toAppError(thrown));
    }
  };
  return (
    <>
      <p role="status">{waiting === undefined ? signIn.asking : signIn.codeLabel}</p>
      <div className={styles.code}>
        {waiting === undefined ? (
          <span className={styles.pending} aria-hidden />
        ) : (
          <>
            <output className={styles.userCode}>{waiting.userCode}</output>
            <CopyButton text={waiting.userCode} what={signIn.code} />
          </>
        )}
      </div>
      <div className={styles.wait}>
        {waiting !== undefined && <Countdown from={waiting.startedAt} until={waiting.expiresAt} />}
      </div>
      <div className={styles.actions}>
        {waiting !== undefined && host === 'browser' && !refused && (
          <a
            className={cx(buttons.button, buttons.primary)}
            href={waiting.verificationUriComplete}
            target="_blank"
            rel="noopener noreferrer"
          >
            <ExternalLink size={14} aria-hidden />
            {signIn.openPage}
          </a>
        )}
        {waiting === undefined && (
          <Button kind="primary" icon={<ExternalLink size={14} aria-hidden />} isDisabled>
            {signIn.openPage}
          </Button>
        )}
        {waiting !== undefined && host !== 'browser' && !refused && (
          <Button
            kind="primary"
            icon={<ExternalLink size={14} aria-hidden />}
            onPress={() => void openPage(waiting.verificationUriComplete)}
          >
            {signIn.openPage}
          </Button>
        )}
        <Button onPress={onCancel}>{signIn.cancel}</Button>
      </div>
      {waiting !== undefined && (
        <div className={styles.way}>
          <p>
            {waiting.pageOpened && signIn.opened}
            {common.gap}
            {signIn.next}
          </p>
          <p className={styles.dim}>{signIn.orCopy}</p>
          <p className={styles.address}>
            <code>{waiting.verificationUriComplete}</code>
            <CopyButton text={waiting.verificationUriComplete} what={signIn.address} />
          </p>
        </div>
      )}
      {waiting?.trouble !== undefined && (
        <p role="status" className={styles.trouble}>
          <RefreshCw size={14} aria-hidden />
          <span>
            {errorWords(messages, waiting.trouble).what}
            {common.gap}
            {signIn.trouble}
          </span>
        </p>
      )}
      {shownProblem !== undefined && (
        <ErrorNotice
          error={shownProblem}
          {...(problem !== undefined && { onDismiss: () => setProblem(undefined) })}
        />
      )}
    </>
  );
}
