import { useQuery } from '@tanstack/react-query';
import type { ConfigSectionView } from '../../shared/config-change.ts';
import { useBridge } from './bridge-context.tsx';
import { loaded, type Loaded } from './bucket-details.ts';

/** A profile or session as it stands in the files now; nothing of an earlier look is shown. */
export function useConfigSection(kind: 'profile' | 'session', name: string): Loaded<ConfigSectionView> {
  const client = useBridge();
  const query = useQuery({
    queryKey: ['config.section', kind, name],
    queryFn: ({ signal }) => client.call('config.section', { kind, name }, { signal }),
    refetchOnMount: 'always',
    gcTime: 0,
  });
  return loaded(query);
}
