import { useState } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type { DeletionScope, DeletionSpec } from '../../../shared/deletion.ts';
import { useSnapshot } from '../../bridge/bridge-context.tsx';
import { DeletionFrame } from './deletion-frame.tsx';
import { useCountedDeletion } from './use-counted-deletion.ts';

export interface DeletionDialogProps {
  readonly at: BucketAddress;
  readonly scope: DeletionScope;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** Counts what would be deleted, shows it, and deletes it once it is confirmed. */
export function DeletionDialog({ at, scope, onClose, onSignIn }: DeletionDialogProps) {
  // Emptying a bucket means all of it, as in the S3 console; elsewhere the gentler choice comes first.
  const [what, setWhat] = useState<DeletionSpec['what']>(
    scope.kind === 'bucket' ? 'all-versions' : 'current',
  );
  const { deletionId, error, recount, release } = useCountedDeletion(at, scope, what);
  const state = useSnapshot('deletions')?.[deletionId];
  return (
    <DeletionFrame
      key={deletionId}
      deletionId={deletionId}
      spec={{ at, scope, what }}
      state={state}
      countError={error}
      onWhat={setWhat}
      onRecount={recount}
      onRun={release}
      onClose={onClose}
      onSignIn={onSignIn}
    />
  );
}
