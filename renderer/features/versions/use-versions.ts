import { useEffect, useMemo, useRef } from 'react';
import { addressKey, type BucketAddress } from '../../../shared/bucket-address.ts';
import type { ObjectVersion, VersionPage } from '../../../shared/object-details.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useBucketDetails } from '../../bridge/bucket-details.ts';
import { type StreamedPages, useStreamedPages } from '../../bridge/streamed-pages.ts';

export type VersionScope =
  { readonly kind: 'object'; readonly key: string } | { readonly kind: 'folder'; readonly prefix: string };

export interface Versions extends StreamedPages<VersionPage> {
  /** Newest first for each key. */
  readonly versions: readonly ObjectVersion[];
  readonly folders: readonly string[];
  /** Known only once there is no version that says otherwise, and the bucket says so itself. */
  readonly neverVersioned: boolean;
}

/** The versions of an object, or of everything in a folder, page by page. */
export function useVersions(at: BucketAddress, scope: VersionScope): Versions {
  const client = useBridge();
  const streamed = useStreamedPages<VersionPage>({
    queryKey: ['versions.page', addressKey(at), scope],
    fetchPage: (next, signal) => client.call('versions.page', { at, scope, next }, { signal }),
    nextToken: (page) => page.next,
  });
  const { pages, refresh, loading } = streamed;
  // What an earlier look at it left is shown at once, and asked for again.
  const old = useRef(pages !== undefined && !loading);
  useEffect(() => {
    if (old.current) refresh();
    old.current = false;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it appears
  }, []);
  const lists = useMemo(
    () => ({
      versions: pages?.flatMap((page) => page.versions) ?? [],
      folders: [...new Set(pages?.flatMap((page) => page.folders))],
    }),
    [pages],
  );
  const plain = lists.versions.every(({ versionId, deleteMarker }) => versionId === 'null' && !deleteMarker);
  const suspect = pages !== undefined && !loading && plain && lists.versions.length > 0;
  const bucket = useBucketDetails(at, suspect);
  return {
    ...streamed,
    ...lists,
    neverVersioned: suspect && bucket.value?.versioning.state === 'none',
  };
}
