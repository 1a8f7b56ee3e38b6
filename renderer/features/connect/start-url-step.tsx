import { useEffect, useState } from 'react';
import type { SessionView } from '../../../shared/session.ts';
import type { StartUrlFinding } from '../../../shared/start-url.ts';
import { useStartUrlCheck } from '../../bridge/start-url.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ExistingSessions, samePortal } from './existing-sessions.tsx';
import { StartUrlNews } from './start-url-news.tsx';
import styles from './connect.module.css';

export interface StartUrlStepProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly sessions: readonly SessionView[];
  readonly onUse: (session: SessionView) => void;
  readonly onNext: (finding: StartUrlFinding) => void;
}

/** The portal's address: made out as it is typed, and shown in other words before one goes on. */
export function StartUrlStep({ value, onChange, sessions, onUse, onNext }: StartUrlStepProps) {
  const { messages } = useSpeech();
  const { connect } = messages;
  const words = connect.startUrl;
  const { finding, error, checking, again } = useStartUrlCheck(value);
  // Enter was pressed, perhaps before the answer came.
  const [insisted, setInsisted] = useState(false);
  useEffect(() => {
    if (insisted && finding !== undefined) onNext(finding);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each answer
  }, [insisted, finding]);
  // Half an address is no mistake yet.
  const early = error?.code === 'start-url.not-understood' && !insisted;
  const same = finding === undefined ? [] : sessions.filter((session) => samePortal(session, finding));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setInsisted(value.trim() !== '');
      }}
    >
      <TextField
        label={words.label}
        value={value}
        onChange={(text) => {
          setInsisted(false);
          onChange(text);
        }}
        hint={words.hint}
      />
      {error !== undefined && !early && <ErrorNotice error={error} remedies={{ retry: again }} />}
      <div role="status">
        {checking && <p className={styles.dim}>{words.checking}</p>}
        {!checking && finding !== undefined && <StartUrlNews finding={finding} typed={value} />}
      </div>
      {same.length > 0 && <ExistingSessions title={connect.reuse.same} sessions={same} onUse={onUse} again />}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={value.trim() === ''}>
          {connect.next}
        </Button>
      </div>
      {value.trim() === '' && sessions.length > 0 && (
        <ExistingSessions title={connect.reuse.any} sessions={sessions} onUse={onUse} />
      )}
    </form>
  );
}
