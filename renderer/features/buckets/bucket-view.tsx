import { useCallback, useMemo, useState } from 'react';
import type { RoleTarget } from '../../../shared/role-target.ts';
import type { SessionView } from '../../../shared/session.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { usePageCommand } from '../../ui/page-commands.ts';
import { BucketArea } from './bucket-area.tsx';
import { BucketFooter } from './bucket-footer.tsx';
import { FIRST_SORT, nextSort, orderBuckets } from './bucket-order.ts';
import { BucketToolbar } from './bucket-toolbar.tsx';
import { OpenBucketField } from './open-bucket-field.tsx';
import { type RoleFacts, RoleHeader } from './role-header.tsx';
import { useBucketList } from './use-bucket-list.ts';
import styles from './buckets.module.css';

export interface BucketViewProps {
  readonly target: RoleTarget;
  readonly role: RoleFacts;
  readonly session: SessionView;
  /** See `sessionEpoch`. */
  readonly epoch: number;
  readonly onSignIn: () => void;
}

/** The buckets that one role can list, as a table. */
export function BucketView({ target, role, session, epoch, onSignIn }: BucketViewProps) {
  const list = useBucketList(target, session.id, epoch);
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState(FIRST_SORT);
  const [selected, setSelected] = useState<string>();
  const { buckets, error } = list;
  const order = useMemo(() => orderBuckets(buckets, filter, sort), [buckets, filter, sort]);
  const shown = useCallback((index: number) => buckets[order[index] ?? -1], [buckets, order]);
  const partition = list.pages?.[0]?.partition;
  usePageCommand('refresh', list.refresh);
  const field = <OpenBucketField target={target} list={list} onOpened={setSelected} />;
  const denied = error?.code === 's3.access-denied';
  return (
    <section className={styles.view} aria-labelledby="bucket-view-title">
      <RoleHeader target={target} role={role} session={session} onSignIn={onSignIn} />
      <BucketToolbar
        filter={filter}
        onFilter={setFilter}
        list={list}
        order={order}
        shown={shown}
        selected={buckets.find(({ name }) => name === selected)}
        partition={partition}
        openField={denied ? undefined : field}
      />
      {error !== undefined && (
        <div className={styles.error}>
          <ErrorNotice
            error={error}
            remedies={{
              retry: error && list.pages !== undefined ? list.resume : list.refresh,
              'sign-in': onSignIn,
            }}
          >
            {denied && <div className={styles.inlineField}>{field}</div>}
          </ErrorNotice>
        </div>
      )}
      <BucketArea
        list={list}
        order={order}
        shown={shown}
        filter={filter}
        sort={sort}
        onSort={(column) => setSort(nextSort(sort, column))}
        selected={selected}
        onSelect={setSelected}
        partition={partition}
      />
      <BucketFooter list={list} shown={order.length} filtered={filter !== ''} />
    </section>
  );
}
