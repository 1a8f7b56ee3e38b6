import type { ReactNode } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { HeldListing } from '../../bridge/listings.ts';
import type { RowsSnapshot } from '../../bridge/listing-rows.ts';
import type { ListingCommands } from './use-listing-commands.ts';
import styles from './objects.module.css';

export interface ObjectErrorsProps {
  readonly listing: HeldListing;
  readonly snapshot: RowsSnapshot;
  readonly commands: ListingCommands;
  readonly onSignIn: () => void;
  readonly deniedHelp?: ReactNode;
}

/** What went wrong, above the rows that came before it did. */
export function ObjectErrors({ listing, snapshot, commands, onSignIn, deniedHelp }: ObjectErrorsProps) {
  const { state, error, rows, renew } = listing;
  const refresh = state?.refresh;
  const [shown, retry] =
    error !== undefined
      ? [error, renew]
      : state?.phase === 'failed'
        ? [state.error, commands.resume]
        : snapshot.error !== undefined
          ? [snapshot.error, () => rows?.invalidate()]
          : refresh?.phase === 'failed'
            ? [refresh.error, commands.refresh]
            : [];
  if (shown === undefined || retry === undefined) return null;
  return (
    <div className={styles.error}>
      <ErrorNotice error={shown} remedies={{ retry, 'sign-in': onSignIn }}>
        {shown.code === 's3.access-denied' && deniedHelp}
      </ErrorNotice>
    </div>
  );
}
