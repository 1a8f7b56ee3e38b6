import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type { IncompleteUpload } from '../../../shared/multipart-upload.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import { createLimiter } from '../../bridge/limiter.ts';

const AT_ONCE = 4;

export interface AbortUploads {
  /** Upload ids that are gone. */
  readonly aborted: ReadonlySet<string>;
  /** How far it is; undefined while nothing is being aborted. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  /** The first that failed; the others were tried all the same. */
  readonly error: AppError | undefined;
  readonly abort: (uploads: readonly IncompleteUpload[]) => Promise<number>;
  readonly dismiss: () => void;
}

/** Aborts uploads, a few at a time. */
export function useAbortUploads(at: BucketAddress): AbortUploads {
  const client = useBridge();
  const [aborted, setAborted] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<AbortUploads['progress']>();
  const [error, setError] = useState<AppError>();
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const abort = async (uploads: readonly IncompleteUpload[]) => {
    const run = createLimiter(AT_ONCE);
    let done = 0;
    let gone = 0;
    setError(undefined);
    setProgress({ done, of: uploads.length });
    const one = async ({ key, uploadId }: IncompleteUpload) => {
      // Whoever leaves stops what hasn't begun.
      if (!there.current) return;
      try {
        await client.call('upload.abort', { at, key, uploadId });
        gone += 1;
        setAborted((before) => new Set(before).add(uploadId));
      } catch (thrown) {
        setError((first) => first ?? toAppError(thrown));
      }
      done += 1;
      setProgress({ done, of: uploads.length });
    };
    await Promise.all(uploads.map((upload) => run(() => one(upload))));
    setProgress(undefined);
    return gone;
  };
  return { aborted, progress, error, abort, dismiss: () => setError(undefined) };
}
