import { useState } from 'react';
import { useSnapshot } from '../../bridge/bridge-context.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { DeletionNotice } from './deletion-notice.tsx';
import { useOpenDeletions } from './open-deletions.ts';
import { ReopenedDeletion } from './reopened-deletion.tsx';
import styles from './bucket-work.module.css';

export interface DeletionNoticesProps {
  readonly onSignIn?: (() => void) | undefined;
}

/** Deletions that go on, or have ended, without their dialog; newest first. */
export function DeletionNotices({ onSignIn }: DeletionNoticesProps) {
  const { messages } = useSpeech();
  const words = messages.details.deletions.notices;
  const all = useSnapshot('deletions') ?? {};
  const hidden = useOpenDeletions(({ ids }) => ids);
  const [reopened, setReopened] = useState<string>();
  const shown = Object.entries(all)
    .filter(([id]) => !hidden.has(id))
    .toSorted(([, one], [, other]) => other.startedAt - one.startedAt);
  const state = reopened === undefined ? undefined : all[reopened];
  return (
    <>
      {shown.length > 0 && (
        <section className={styles.notices} aria-label={words.label}>
          {shown.map(([id, each]) => (
            <DeletionNotice key={id} deletionId={id} state={each} onOpen={() => setReopened(id)} />
          ))}
        </section>
      )}
      {reopened !== undefined && state !== undefined && (
        <ReopenedDeletion
          deletionId={reopened}
          state={state}
          onClose={() => setReopened(undefined)}
          onSignIn={onSignIn}
        />
      )}
    </>
  );
}
