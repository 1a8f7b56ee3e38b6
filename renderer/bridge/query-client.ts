import { QueryClient } from '@tanstack/react-query';
import { toAppError } from './bridge-error.ts';

/**
 * The core retries where it makes sense and tells when something changed, so the page never asks again by
 * itself. `always`: the host is on this machine, whatever the browser thinks of the network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Infinity,
        gcTime: 30 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        refetchOnMount: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Once the host is back, asks again what failed only because it was away. */
export function retryDisconnected(queries: QueryClient): void {
  void queries.refetchQueries({
    type: 'active',
    predicate: ({ state }) =>
      state.status === 'error' && toAppError(state.error).code === 'bridge.disconnected',
  });
}
