import { useQuery } from '@tanstack/react-query';
import type { AppError } from '../../shared/app-error.ts';
import { addressKey, type BucketAddress } from '../../shared/bucket-address.ts';
import type { BucketDetails } from '../../shared/bucket-details.ts';
import { useBridge } from './bridge-context.tsx';
import { toAppError } from './bridge-error.ts';

export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: AppError | undefined;
  readonly busy: boolean;
  readonly again: () => void;
}

interface Query<Value> {
  readonly data: Value | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
}

/** What a view needs of a query. */
export function loaded<Value>({ data, error, isFetching, refetch }: Query<Value>): Loaded<Value> {
  return {
    value: data,
    error: error === null || isFetching ? undefined : toAppError(error),
    busy: isFetching,
    again: () => void refetch(),
  };
}

// What was seen last is shown at once when one comes back, and asked for again: settings and objects change.
export const FRESH = { refetchOnMount: 'always', gcTime: 60_000 } as const;

/** A bucket's settings. @param wanted nothing is asked for while it is false */
export function useBucketDetails(at: BucketAddress, wanted = true): Loaded<BucketDetails> {
  const client = useBridge();
  const query = useQuery({
    queryKey: ['bucket.details', addressKey(at)],
    queryFn: ({ signal }) => client.call('bucket.details', { at }, { signal }),
    enabled: wanted,
    ...FRESH,
  });
  return loaded(query);
}
