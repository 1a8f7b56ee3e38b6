import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { PortalAccount, PortalPage } from '../../shared/portal.ts';
import type { SessionView } from '../../shared/session.ts';

/** Changes with each sign-in, so that nothing of an earlier one is ever shown to the next person. */
export function sessionEpoch(session: SessionView): number {
  return session.status.state === 'signed-in' ? session.status.signedInAt : 0;
}

export function portalAccountsKey(session: SessionView) {
  return ['portal.accounts', session.id, sessionEpoch(session)] as const;
}

/** The name of an account where the portal's list was loaded already; it asks for nothing by itself. */
export function knownAccountName(
  queries: QueryClient,
  session: SessionView | undefined,
  accountId: string | undefined,
): string | undefined {
  if (session === undefined || accountId === undefined) return undefined;
  const loaded = queries.getQueryData<InfiniteData<PortalPage<PortalAccount>>>(portalAccountsKey(session));
  for (const page of loaded?.pages ?? []) {
    for (const account of page.items) if (account.accountId === accountId) return account.accountName;
  }
  return undefined;
}

/** The same, and again when it becomes known. */
export function useKnownAccountName(
  session: SessionView | undefined,
  accountId: string | undefined,
): string | undefined {
  const queries = useQueryClient();
  const subscribe = useCallback(
    (changed: () => void) => queries.getQueryCache().subscribe(changed),
    [queries],
  );
  return useSyncExternalStore(subscribe, () => knownAccountName(queries, session, accountId));
}
