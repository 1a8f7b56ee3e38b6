import { useEffect, useState } from 'react';
import type { BucketAddress } from '../../shared/bucket-address.ts';
import { DetailsPanel, type DetailsSubject } from '../features/details/details-panel.tsx';
import { ObjectPreview } from '../features/preview/object-preview.tsx';
import styles from './shell.module.css';

export interface DetailsPaneProps {
  readonly at: BucketAddress;
  readonly subject: DetailsSubject;
  readonly onShowVersions?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** So that going through a list with the arrow keys doesn't ask for each row's details. */
const SETTLE_MS = 150;

/** The details of what the keyboard is on, beside the list; what is inside stands above them. */
export function DetailsPane({ at, subject, ...rest }: DetailsPaneProps) {
  const [settled, setSettled] = useState({ at, subject });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ at, subject }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [at, subject]);
  const { at: shownAt, subject: shown } = settled;
  return (
    <div className={styles.details}>
      <DetailsPanel
        {...rest}
        at={shownAt}
        subject={shown}
        preview={
          shown.kind === 'object' ? (
            <ObjectPreview
              key={`${shown.key} ${shown.versionId ?? ''}`}
              at={shownAt}
              objectKey={shown.key}
              versionId={shown.versionId}
              onSignIn={rest.onSignIn}
            />
          ) : undefined
        }
      />
    </div>
  );
}
