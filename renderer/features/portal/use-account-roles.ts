import { useQueries } from '@tanstack/react-query';
import type { PortalRole } from '../../../shared/portal.ts';
import type { SessionView } from '../../../shared/session.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import type { BridgeClient } from '../../bridge/client.ts';
import { sessionEpoch } from '../../bridge/portal-accounts.ts';
import type { AccountRoles } from './portal-rows.ts';

export interface OpenAccountRoles {
  readonly of: (accountId: string) => AccountRoles;
  readonly retry: (accountId: string) => void;
}

/** The roles of the accounts that are open, asked for as they are opened. */
export function useAccountRoles(session: SessionView, open: readonly string[]): OpenAccountRoles {
  const client = useBridge();
  const results = useQueries({
    queries: open.map((accountId) => ({
      queryKey: ['portal.roles', session.id, sessionEpoch(session), accountId],
      queryFn: ({ signal }: { signal: AbortSignal }) => allRoles(client, session.id, accountId, signal),
    })),
  });
  const result = (accountId: string) => results[open.indexOf(accountId)];
  return {
    of: (accountId) => {
      const { data, error, isFetching } = result(accountId) ?? {};
      const failed = error === null || error === undefined || isFetching === true;
      return { roles: data, error: failed ? undefined : toAppError(error) };
    },
    retry: (accountId) => void result(accountId)?.refetch(),
  };
}

async function allRoles(
  client: BridgeClient,
  sessionId: string,
  accountId: string,
  signal: AbortSignal,
): Promise<readonly PortalRole[]> {
  const roles: PortalRole[] = [];
  let nextToken: string | undefined;
  do {
    const params = nextToken === undefined ? { sessionId, accountId } : { sessionId, accountId, nextToken };
    const page = await client.call('portal.roles', params, { signal });
    roles.push(...page.items);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return roles;
}
