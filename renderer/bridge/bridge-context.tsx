import { useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { EventName, Events } from '../../shared/contract.ts';
import type { AppInfo } from '../../shared/settings.ts';
import type { BridgeClient } from './client.ts';
import type { ConnectionState } from './transport.ts';

export const BridgeContext = createContext<BridgeClient | undefined>(undefined);

/** The bridge of this page. @throws where no provider stands above */
export function useBridge(): BridgeClient {
  const client = use(BridgeContext);
  if (client === undefined) throw new Error('no bridge above this component');
  return client;
}

/** The last snapshot of an event; undefined until the first arrives. */
export function useSnapshot<Name extends EventName>(event: Name): Events[Name] | undefined {
  const client = useBridge();
  const subscribe = useCallback((changed: () => void) => client.subscribe(event, changed), [client, event]);
  return useSyncExternalStore(subscribe, () => client.events.last(event));
}

export function useConnection(): ConnectionState {
  const client = useBridge();
  const subscribe = useCallback((changed: () => void) => client.watchState(changed), [client]);
  return useSyncExternalStore(subscribe, () => client.state);
}

/** Version, host and platform; undefined until they are known. */
export function useAppInfo(): AppInfo | undefined {
  const client = useBridge();
  return useQuery({
    queryKey: ['app.info'],
    queryFn: ({ signal }) => client.call('app.info', {}, { signal }),
  }).data;
}
