import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { BucketPage } from '../../shared/bucket.ts';
import { type RoleTarget, targetKey } from '../../shared/role-target.ts';
import type { SessionView } from '../../shared/session.ts';
import { useSnapshot } from './bridge-context.tsx';
import { sessionEpoch } from './portal-accounts.ts';

/** Where the list of a role's buckets is kept. @param session undefined for a profile that needs no sign-in */
export function bucketListKey(target: RoleTarget, session: SessionView | undefined) {
  const epoch = session === undefined ? 0 : sessionEpoch(session);
  return ['buckets.page', session?.id ?? '', `${targetKey(target)} ${epoch}`] as const;
}

/**
 * The names of a role's buckets as far as they are known: listed, or opened by name. It asks for nothing.
 * @returns a function, so that a long list is only gone through when it is wanted
 */
export function useKnownBuckets(
  target: RoleTarget | undefined,
  session: SessionView | undefined,
): () => readonly string[] {
  const queries = useQueryClient();
  const places = useSnapshot('places');
  const remembered = useMemo(() => {
    const key = target === undefined ? '' : targetKey(target);
    return (places?.buckets ?? []).filter((one) => targetKey(one.target) === key);
  }, [places, target]);
  return useCallback(() => {
    if (target === undefined) return [];
    const loaded = queries.getQueryData<InfiniteData<BucketPage>>(bucketListKey(target, session));
    const listed = loaded?.pages.flatMap((page) => page.buckets.map(({ name }) => name)) ?? [];
    return [...new Set([...listed, ...remembered.map(({ bucket }) => bucket)])].sort();
  }, [queries, target, session, remembered]);
}
