import { useMemo } from 'react';
import type { Bucket, BucketPage } from '../../../shared/bucket.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { targetKey } from '../../../shared/role-target.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { type StreamedPages, useStreamedPages } from '../../bridge/streamed-pages.ts';
import { useOpenedBuckets } from './opened-buckets.ts';

export interface BucketList extends StreamedPages<BucketPage> {
  /** Identifies the list, for what belongs to it. */
  readonly key: string;
  /** Listed ones, then those opened by name that aren't among them. */
  readonly buckets: readonly Bucket[];
  /** Names of those that only were opened by name. */
  readonly openedByName: ReadonlySet<string>;
}

/**
 * The buckets of a role's account, page by page.
 * @param epoch changes with each sign-in, so that nothing of an earlier one is shown
 */
export function useBucketList(target: RoleTarget, sessionId: string, epoch: number): BucketList {
  const client = useBridge();
  const key = `${targetKey(target)} ${epoch}`;
  const streamed = useStreamedPages<BucketPage>({
    queryKey: ['buckets.page', sessionId, key],
    fetchPage: (token, signal) => {
      const params = token === undefined ? { target } : { target, continuationToken: token };
      return client.call('buckets.page', params, { signal });
    },
    nextToken: (page) => page.continuationToken,
  });
  const opened = useOpenedBuckets(key);
  const { pages } = streamed;
  const lists = useMemo(() => {
    const listed = pages?.flatMap((page) => page.buckets) ?? [];
    if (opened.length === 0) return { buckets: listed, openedByName: new Set<string>() };
    const names = new Set(listed.map(({ name }) => name));
    const extra = opened.filter(({ name }) => !names.has(name));
    return { buckets: [...listed, ...extra], openedByName: new Set(extra.map(({ name }) => name)) };
  }, [pages, opened]);
  return { ...streamed, ...lists, key };
}
