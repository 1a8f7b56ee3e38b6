import { useMemo } from 'react';
import type { Bucket, BucketPage } from '../../../shared/bucket.ts';
import { type RoleTarget, targetKey } from '../../../shared/role-target.ts';
import type { SessionView } from '../../../shared/session.ts';
import { useBridge, useSnapshot } from '../../bridge/bridge-context.tsx';
import { bucketListKey } from '../../bridge/known-buckets.ts';
import { type StreamedPages, useStreamedPages } from '../../bridge/streamed-pages.ts';

export interface BucketList extends StreamedPages<BucketPage> {
  /** Listed ones, then those opened by name that aren't among them. */
  readonly buckets: readonly Bucket[];
  /** Names of those that only were opened by name. */
  readonly openedByName: ReadonlySet<string>;
}

/**
 * The buckets of a role's account, page by page, and those that it opened by name.
 * @param session with each sign-in to it nothing of an earlier one is shown; undefined where none is needed
 */
export function useBucketList(target: RoleTarget, session: SessionView | undefined): BucketList {
  const client = useBridge();
  const streamed = useStreamedPages<BucketPage>({
    queryKey: bucketListKey(target, session),
    fetchPage: (token, signal) => {
      const params = token === undefined ? { target } : { target, continuationToken: token };
      return client.call('buckets.page', params, { signal });
    },
    nextToken: (page) => page.continuationToken,
  });
  const opened = useOpenedByName(target);
  const { pages, loading } = streamed;
  const lists = useMemo(() => {
    const listed = pages?.flatMap((page) => page.buckets) ?? [];
    // Which of them are listed, too, is known once the list is complete.
    if (opened.length === 0 || loading) return { buckets: listed, openedByName: new Set<string>() };
    const names = new Set(listed.map(({ name }) => name));
    const extra = opened.filter(({ name }) => !names.has(name));
    return { buckets: [...listed, ...extra], openedByName: new Set(extra.map(({ name }) => name)) };
  }, [pages, opened, loading]);
  return { ...streamed, ...lists };
}

function useOpenedByName(target: RoleTarget): readonly Bucket[] {
  const remembered = useSnapshot('places')?.buckets;
  const key = targetKey(target);
  return useMemo(() => {
    const mine = remembered?.filter((one) => targetKey(one.target) === key) ?? [];
    return mine.map(({ bucket, region }) => ({ name: bucket, ...(region === undefined ? {} : { region }) }));
  }, [remembered, key]);
}
