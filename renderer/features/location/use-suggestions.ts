import { useEffect, useMemo, useState } from 'react';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import {
  bucketSuggestions,
  type KnownPlace,
  keyQuery,
  keySuggestions,
  placeSuggestions,
  type Suggestion,
} from './suggestion.ts';

/** How long a person pauses between letters, at most; S3 is asked only then. */
const PAUSE_MS = 150;
const NONE: readonly string[] = [];

export interface SuggestionSources {
  readonly target: RoleTarget | undefined;
  /** Names of the buckets that are known. */
  readonly buckets: () => readonly string[];
  readonly places: readonly KnownPlace[];
}

/**
 * What a text may become: keys, buckets, places one has been to.
 * @param text undefined while nothing was typed yet
 */
export function useSuggestions(text: string | undefined, sources: SuggestionSources): readonly Suggestion[] {
  const { target, buckets, places } = sources;
  const query = text === undefined ? undefined : keyQuery(text);
  const keys = useKeys(target, query?.bucket, query?.text);
  return useMemo(() => {
    const remembered = placeSuggestions(text, places);
    if (text === undefined) return remembered;
    const near =
      query === undefined ? bucketSuggestions(text, buckets()) : keySuggestions(query.bucket, keys);
    const known = new Set(near.map((one) => one.text));
    return [...near, ...remembered.filter((one) => !known.has(one.text))];
    // The query is a part of the text.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, places, buckets, keys]);
}

/** Keys that begin so, asked for once typing pauses; an answer to an earlier text is dropped. */
function useKeys(target: RoleTarget | undefined, bucket: string | undefined, text: string | undefined) {
  const client = useBridge();
  const [answer, setAnswer] = useState<{ bucket: string; text: string; keys: readonly string[] }>();
  useEffect(() => {
    if (target === undefined || bucket === undefined || text === undefined) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      client.call('location.complete', { at: { target, bucket }, text }, { signal: controller.signal }).then(
        ({ keys }) => {
          if (!controller.signal.aborted) setAnswer({ bucket, text, keys });
        },
        // A completion that can't be had is no news; the view says what is wrong once one goes there.
        () => {},
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, target, bucket, text]);
  return useMemo(() => {
    if (answer === undefined || answer.bucket !== bucket || text === undefined) return NONE;
    // While the next answer is under way, those of the last that still fit.
    return text.startsWith(answer.text) ? answer.keys.filter((key) => key.startsWith(text)) : NONE;
  }, [answer, bucket, text]);
}
