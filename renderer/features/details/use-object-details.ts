import { useQuery } from '@tanstack/react-query';
import { addressKey, type BucketAddress } from '../../../shared/bucket-address.ts';
import type { ObjectDetails } from '../../../shared/object-details.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { FRESH, type Loaded, loaded } from '../../bridge/bucket-details.ts';

/** What HeadObject and its neighbours tell of an object, or of one version of it. */
export function useObjectDetails(
  at: BucketAddress,
  key: string,
  versionId: string | undefined,
): Loaded<ObjectDetails> {
  const client = useBridge();
  const query = useQuery({
    queryKey: ['object.details', addressKey(at), key, versionId ?? null],
    queryFn: ({ signal }) => client.call('object.details', { at, key, versionId }, { signal }),
    ...FRESH,
  });
  return loaded(query);
}
