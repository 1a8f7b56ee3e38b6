import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { addressKey, type BucketAddress } from '../../../shared/bucket-address.ts';
import type { ObjectVersion } from '../../../shared/object-details.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { loaded } from '../../bridge/bucket-details.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { diffRows } from './diff-rows.ts';
import { DiffView } from './diff-view.tsx';
import styles from './versions.module.css';

export interface ComparisonProps {
  readonly at: BucketAddress;
  readonly older: ObjectVersion;
  readonly newer: ObjectVersion;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** What changed between two versions, as text. */
export function Comparison({ at, older, newer, onClose, onSignIn }: ComparisonProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.versions;
  const client = useBridge();
  const params = { at, key: older.key, older: older.versionId, newer: newer.versionId };
  const query = useQuery({
    // Versions never change, except the one from before versioning.
    queryKey: ['versions.compare', addressKey(at), params.key, params.older, params.newer, newer.etag],
    queryFn: ({ signal }) => client.call('versions.compare', params, { signal }),
    gcTime: 60_000,
  });
  const { value, error, again } = loaded(query);
  const rows = useMemo(() => diffRows(value?.lines ?? []), [value]);
  const number = (count: number) => formatNumber(locale, count);
  const changes =
    value === undefined ? undefined : { added: number(value.added), removed: number(value.removed) };
  return (
    <section className={styles.comparison} aria-label={words.comparison}>
      <header className={styles.comparisonHead}>
        <h3>{words.comparison}</h3>
        <span className={styles.dim}>
          {formatDateTime(locale, older.modified)} → {formatDateTime(locale, newer.modified)}
        </span>
        {changes !== undefined && (
          <span className={styles.changes} role="status" aria-label={words.changesLabel(changes)}>
            {words.changes(changes)}
          </span>
        )}
        <span className={styles.gap} />
        <IconButton small label={words.backToList} icon={<X size={14} />} onPress={onClose} />
      </header>
      {error !== undefined && <ErrorNotice error={error} remedies={{ retry: again, 'sign-in': onSignIn }} />}
      {error === undefined && value === undefined && (
        <p className={styles.dim} role="status">
          {words.comparing}
        </p>
      )}
      {value?.partial === true && <p className={styles.dim}>{words.cut}</p>}
      {value !== undefined &&
        (value.added + value.removed === 0 ? <p>{words.same}</p> : <DiffView rows={rows} />)}
    </section>
  );
}
