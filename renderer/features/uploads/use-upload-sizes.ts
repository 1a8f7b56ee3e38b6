import { useCallback, useEffect, useRef, useState } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type { IncompleteUpload, UploadedParts } from '../../../shared/multipart-upload.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { createLimiter } from '../../bridge/limiter.ts';

/** Each size costs at least one ListParts, so they are asked for a few at a time and for rows in view only. */
const AT_ONCE = 4;

export type UploadSize = UploadedParts | 'failed';

export interface UploadSizes {
  readonly of: (uploadId: string) => UploadSize | undefined;
  /** Asks for one, unless that was done before. */
  readonly ask: (upload: IncompleteUpload) => void;
}

/** How much of each upload is there, as far as it was asked for. */
export function useUploadSizes(at: BucketAddress): UploadSizes {
  const client = useBridge();
  const [sizes, setSizes] = useState<ReadonlyMap<string, UploadSize>>(new Map());
  const [run] = useState(() => createLimiter(AT_ONCE));
  const asked = useRef(new Set<string>());
  const controller = useRef<AbortController>(undefined);
  useEffect(() => {
    const mine = new AbortController();
    controller.current = mine;
    asked.current.clear();
    return () => mine.abort();
  }, []);
  const latest = useRef(at);
  useEffect(() => {
    latest.current = at;
  });
  const ask = useCallback(
    ({ key, uploadId }: IncompleteUpload) => {
      const signal = controller.current?.signal;
      if (signal === undefined || asked.current.has(uploadId)) return;
      asked.current.add(uploadId);
      const know = (size: UploadSize) => {
        if (!signal.aborted) setSizes((known) => new Map(known).set(uploadId, size));
      };
      run(() => client.call('upload.parts', { at: latest.current, key, uploadId }, { signal })).then(
        know,
        () => know('failed'),
      );
    },
    [client, run],
  );
  return { of: (uploadId) => sizes.get(uploadId), ask };
}
