import { type QueryKey, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { BridgeError, toAppError } from './bridge-error.ts';

export interface StreamedPages<Page> {
  /** What has arrived; undefined before the first page. */
  readonly pages: readonly Page[] | undefined;
  /** More pages are coming. */
  readonly loading: boolean;
  /** Everything is being asked for again while the old pages stay. */
  readonly refreshing: boolean;
  /** The person stopped it before the end. */
  readonly stopped: boolean;
  readonly error: AppError | undefined;
  readonly stop: () => void;
  /** Goes on after a stop or an error. */
  readonly resume: () => void;
  readonly refresh: () => void;
}

export interface StreamedPagesOptions<Page> {
  readonly queryKey: QueryKey;
  readonly fetchPage: (token: string | undefined, signal: AbortSignal) => Promise<Page>;
  readonly nextToken: (page: Page) => string | undefined;
}

/** Loads a list page by page to its end by itself, with a way to stop, go on and refresh. */
export function useStreamedPages<Page>(options: StreamedPagesOptions<Page>): StreamedPages<Page> {
  const { queryKey, fetchPage, nextToken } = options;
  const queries = useQueryClient();
  const [stopped, setStopped] = useState(false);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextToken,
  });
  const { data, isFetching, isError, hasNextPage, fetchNextPage, refetch } = query;
  const goOn = hasNextPage && !isFetching && !isError && !stopped;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);

  // What the person stopped is no error to show.
  const cancelled = query.error instanceof BridgeError && query.error.error.code === 'bridge.cancelled';
  const partial = query.isFetchNextPageError && data !== undefined;
  return {
    pages: data?.pages,
    loading: !stopped && ((isFetching && !query.isRefetching) || goOn),
    refreshing: query.isRefetching,
    stopped: stopped && (data === undefined || hasNextPage),
    error: query.error === null || cancelled || isFetching ? undefined : toAppError(query.error),
    stop: () => {
      setStopped(true);
      void queries.cancelQueries({ queryKey });
    },
    resume: () => {
      setStopped(false);
      if (partial) void fetchNextPage();
      else if (data === undefined || isError) void refetch();
    },
    refresh: () => {
      setStopped(false);
      void refetch();
    },
  };
}
