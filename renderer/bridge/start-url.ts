import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { RegionSearch, StartUrlFinding } from '../../shared/start-url.ts';
import { useBridge } from './bridge-context.tsx';
import { BridgeError, toAppError } from './bridge-error.ts';

/** Long enough for the next letter, short enough not to be waited for. */
const PAUSE_MS = 350;

export interface StartUrlCheck {
  /** What is known of the text as it stands; undefined while it isn't. */
  readonly finding: StartUrlFinding | undefined;
  readonly error: AppError | undefined;
  readonly checking: boolean;
  readonly again: () => void;
}

/** Makes out a start URL as it is typed, after a short pause. An empty text is left alone. */
export function useStartUrlCheck(text: string): StartUrlCheck {
  const client = useBridge();
  const wanted = text.trim();
  const settled = useSettled(wanted);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['start-url.check', settled],
    queryFn: ({ signal }) => client.call('start-url.check', { text: settled }, { signal }),
    enabled: settled !== '',
    // What could not be reached may be reachable the next time.
    gcTime: 60_000,
  });
  const current = settled === wanted && wanted !== '';
  return {
    finding: current ? data : undefined,
    error: current && error !== null && !isFetching ? toAppError(error) : undefined,
    checking: wanted !== '' && (!current || isFetching),
    again: () => void refetch(),
  };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return undefined;
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [settled, value]);
  return settled;
}

export interface RegionSearching {
  readonly result: RegionSearch | undefined;
  readonly error: AppError | undefined;
  readonly searching: boolean;
  /** The person ended it before it came to anything. */
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/** Asks region after region whether it knows a portal. @param wanted nothing is asked while it is false */
export function useRegionSearch(startUrl: string, wanted: boolean): RegionSearching {
  const client = useBridge();
  const queries = useQueryClient();
  const [stopped, setStopped] = useState(false);
  const queryKey = ['start-url.find-region', startUrl];
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.call('start-url.find-region', { startUrl }, { signal }),
    enabled: wanted && !stopped,
    gcTime: 60_000,
  });
  const cancelled = error instanceof BridgeError && error.error.code === 'bridge.cancelled';
  return {
    result: isFetching ? undefined : data,
    error: error === null || cancelled || isFetching ? undefined : toAppError(error),
    searching: isFetching,
    stopped: stopped && data === undefined,
    stop: () => {
      setStopped(true);
      void queries.cancelQueries({ queryKey });
    },
    again: () => {
      setStopped(false);
      void refetch();
    },
  };
}
