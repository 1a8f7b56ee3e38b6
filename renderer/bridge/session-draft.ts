import { useMemo } from 'react';
import type { SsoSessionFields } from '../../shared/config-change.ts';
import type { SessionId, SessionKind } from '../../shared/session.ts';
import { useBridge } from './bridge-context.tsx';

export interface SessionDrafts {
  /** @throws {BridgeError} where it can't be made */
  readonly make: (session: SsoSessionFields, kind: SessionKind) => Promise<SessionId>;
  /** Puts one away; it is no harm where that fails. */
  readonly drop: (id: SessionId) => Promise<void>;
}

/** Sessions that are tried out before they are written. */
export function useSessionDrafts(): SessionDrafts {
  const client = useBridge();
  return useMemo(
    () => ({
      make: async (session, kind) => (await client.call('session.draft', { session, kind })).sessionId,
      drop: async (sessionId) => {
        await client.call('session.drop-draft', { sessionId }).catch(() => {});
      },
    }),
    [client],
  );
}
