import { useEffect, useRef, useState } from 'react';
import { type AppError, appError } from '../../../shared/app-error.ts';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type { PreviewTable } from '../../../shared/preview.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';

export interface TableRequest {
  readonly at: BucketAddress;
  readonly key: string;
  readonly versionId: string | undefined;
}

export interface TableRows {
  readonly rows: PreviewTable['rows'];
  readonly busy: boolean;
  readonly error: AppError | undefined;
  /** Fetches the rows that follow. */
  readonly more: () => void;
}

/** The rows of a table, of which more can be fetched where the format allows to look into its middle. */
export function useTableRows(request: TableRequest, table: PreviewTable): TableRows {
  const client = useBridge();
  const [extra, setExtra] = useState<PreviewTable['rows']>([]);
  const [state, setState] = useState<{ busy: boolean; error?: AppError }>({ busy: false });
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const more = async () => {
    const mine = new AbortController();
    controller.current = mine;
    setState({ busy: true });
    try {
      const offset = table.rows.length + extra.length;
      const next = await client.call('preview.open', { ...request, offset }, { signal: mine.signal });
      if (next.kind !== 'table' || next.table.rows.length === 0) {
        throw toUnreadable(request.key);
      }
      setExtra((rows) => [...rows, ...next.table.rows]);
      setState({ busy: false });
    } catch (thrown) {
      if (mine.signal.aborted) return;
      setState({ busy: false, error: isAppError(thrown) ? thrown : toAppError(thrown) });
    }
  };
  return {
    rows: extra.length === 0 ? table.rows : [...table.rows, ...extra],
    busy: state.busy,
    error: state.error,
    more: () => void more(),
  };
}

// The object was a table a moment ago, so somebody has put another in its place.
function toUnreadable(key: string): AppError {
  return appError('preview.unreadable', { key, reason: 'changed' });
}

function isAppError(thrown: unknown): thrown is AppError {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'params' in thrown;
}
