import { useEffect } from 'react';
import type { DeletionState } from '../../../shared/deletion.ts';
import { DeletionFrame } from './deletion-frame.tsx';
import { closeDeletion, openDeletion } from './open-deletions.ts';

export interface ReopenedDeletionProps {
  readonly deletionId: string;
  readonly state: DeletionState;
  readonly onClose: () => void;
  readonly onSignIn?: (() => void) | undefined;
}

/** The dialog of a deletion that went on without it. */
export function ReopenedDeletion({ deletionId, state, onClose, onSignIn }: ReopenedDeletionProps) {
  useEffect(() => {
    openDeletion(deletionId);
    return () => closeDeletion(deletionId);
  }, [deletionId]);
  return (
    <DeletionFrame
      deletionId={deletionId}
      spec={state.spec}
      state={state}
      onClose={onClose}
      onSignIn={onSignIn}
    />
  );
}
