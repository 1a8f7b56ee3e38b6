import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import { addressKey, type BucketAddress } from '../../../shared/bucket-address.ts';
import type { Preview } from '../../../shared/preview.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';

export interface PreviewRequest {
  readonly at: BucketAddress;
  readonly key: string;
  readonly versionId: string | undefined;
  readonly as: 'text' | 'hex' | undefined;
  /** Bytes; for hex only. */
  readonly offset: number | undefined;
}

export interface OpenPreview {
  /** The last that arrived for this object; stays while another part of it is fetched. */
  readonly preview: Preview | undefined;
  readonly error: AppError | undefined;
  readonly busy: boolean;
  readonly again: () => void;
}

interface State {
  readonly object: string;
  readonly preview?: Preview;
  readonly error?: AppError;
  readonly busy: boolean;
}

/** Looks into an object, and gives back what the host opened for it as soon as it isn't shown any more. */
export function usePreview({ at, key, versionId, as, offset }: PreviewRequest): OpenPreview {
  const client = useBridge();
  const object = JSON.stringify([addressKey(at), key, versionId ?? null]);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>({ object, busy: true });
  useEffect(() => {
    const controller = new AbortController();
    let source: string | undefined;
    setState((last) => (last.object === object ? { ...last, busy: true } : { object, busy: true }));
    client
      .call('preview.open', { at, key, versionId, as, offset }, { signal: controller.signal })
      .then((preview) => {
        source = 'source' in preview ? preview.source : undefined;
        if (controller.signal.aborted) close();
        else setState({ object, preview, busy: false });
      })
      .catch((thrown: unknown) => {
        if (!controller.signal.aborted) setState({ object, error: toAppError(thrown), busy: false });
      });
    function close() {
      // Nobody waits for it, and a host that is gone has closed it by itself.
      if (source !== undefined) client.call('preview.close', { source }).catch(() => {});
      source = undefined;
    }
    return () => {
      controller.abort();
      close();
    };
    // `object` says all there is to say of the address, the key and the version.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, object, as, offset, attempt]);
  const mine = state.object === object ? state : undefined;
  return {
    preview: mine?.preview,
    error: mine?.error,
    busy: mine?.busy ?? true,
    again: () => setAttempt((count) => count + 1),
  };
}
