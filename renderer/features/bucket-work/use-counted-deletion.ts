import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import { addressKey, type BucketAddress } from '../../../shared/bucket-address.ts';
import type { DeletionScope, DeletionSpec } from '../../../shared/deletion.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import type { BridgeClient } from '../../bridge/client.ts';
import { isUnderWay } from './deletion-sums.ts';
import { closeDeletion, openDeletion } from './open-deletions.ts';

export interface CountedDeletion {
  readonly deletionId: string;
  /** Why it could not even begin to be counted. */
  readonly error: AppError | undefined;
  /** Counts from the beginning. */
  readonly recount: () => void;
  /** From now on it is no longer put away with its dialog. */
  readonly release: () => void;
}

/** Counts a deletion, again for another choice of what; what wasn't begun is put away at the end. */
export function useCountedDeletion(
  at: BucketAddress,
  scope: DeletionScope,
  what: DeletionSpec['what'],
): CountedDeletion {
  const client = useBridge();
  const [attempt, setAttempt] = useState(0);
  const [current, setCurrent] = useState<{ id: string; error?: AppError }>({ id: '' });
  const released = useRef(false);
  const key = JSON.stringify([addressKey(at), scope, what]);
  useEffect(() => {
    const id = crypto.randomUUID();
    released.current = false;
    setCurrent({ id });
    openDeletion(id);
    const begun = client.call('deletion.count', { deletionId: id, spec: { at, scope, what } });
    begun.catch((thrown: unknown) => setCurrent({ id, error: toAppError(thrown) }));
    return () => {
      if (released.current) closeDeletion(id);
      else void putAway(client, id, begun);
    };
    // The key says all there is to say of what is deleted.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key, attempt]);
  return {
    deletionId: current.id,
    error: current.error,
    recount: () => setAttempt((count) => count + 1),
    release: () => {
      released.current = true;
    },
  };
}

/** Stops a deletion and takes it off the list, which has to wait until it has come to its stop. */
async function putAway(client: BridgeClient, deletionId: string, begun: Promise<unknown>): Promise<void> {
  try {
    await begun;
    await client.call('deletion.stop', { deletionId });
  } catch {
    // It never began, or the host is gone and took it along.
    return;
  }
  const stop = client.subscribe('deletions', (all) => {
    const state = all[deletionId];
    if (state === undefined || isUnderWay(state.phase)) return;
    queueMicrotask(() => stop());
    client.call('deletion.forget', { deletionId }).catch(() => {});
  });
}
