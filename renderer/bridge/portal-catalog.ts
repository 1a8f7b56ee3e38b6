import { useEffect, useState } from 'react';
import { type AppError, appError } from '../../shared/app-error.ts';
import type { PortalCatalog } from '../../shared/portal-catalog.ts';
import type { SessionView } from '../../shared/session.ts';
import { useBridge, useSnapshot } from './bridge-context.tsx';
import { toAppError } from './bridge-error.ts';
import { sessionEpoch } from './portal-accounts.ts';

export interface KeptCatalog {
  /** Undefined until the first snapshot of it. */
  readonly catalog: PortalCatalog | undefined;
  /** Why it could not be listed, or why it ended. */
  readonly error: AppError | undefined;
  /** Lists everything again. */
  readonly again: () => void;
}

/**
 * Lists every account and role of a session while the component is there.
 * @param session undefined, or not signed in: nothing is listed
 * @param now a list from a few minutes ago won't do
 */
export function usePortalCatalog(session: SessionView | undefined, now = false): KeptCatalog {
  const client = useBridge();
  const sessionId = session?.status.state === 'signed-in' ? session.id : undefined;
  const epoch = session === undefined ? 0 : sessionEpoch(session);
  const catalogs = useSnapshot('catalogs');
  const catalog = sessionId === undefined ? undefined : catalogs?.[sessionId];
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<{ readonly of: string; readonly error: AppError }>();
  // Another sign-in, or another attempt, is another list.
  const list = `${attempt} ${epoch}`;
  useEffect(() => {
    if (sessionId === undefined) return undefined;
    const fresh = list.startsWith('0 ') && !now ? {} : { fresh: true as const };
    const controller = new AbortController();
    const over = (error: AppError) => {
      if (!controller.signal.aborted) setFailure({ of: list, error });
    };
    client.call('catalog.keep', { sessionId, ...fresh }, { signal: controller.signal }).then(
      () => over(appError('work.gone', {})),
      (thrown: unknown) => over(toAppError(thrown)),
    );
    return () => controller.abort();
  }, [client, sessionId, list, now]);
  return {
    catalog,
    error: (failure?.of === list ? failure.error : undefined) ?? catalog?.error,
    again: () => setAttempt((count) => count + 1),
  };
}
