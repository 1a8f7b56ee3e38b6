import { type ReactNode, useCallback, useEffect, useId, useMemo, useState } from 'react';
import type { RoleTarget } from '../../../shared/role-target.ts';
import type { SessionView } from '../../../shared/session.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { usePageCommand } from '../../ui/page-commands.ts';
import type { BucketActions, BucketViewMemory } from './bucket-actions.ts';
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
  /** Undefined where the profile needs no sign-in. */
  readonly session: SessionView | undefined;
  readonly onSignIn: () => void;
  /** What else helps where the profile itself is wrong. */
  readonly profileHelp?: ReactNode;
  readonly actions: BucketActions;
  /** How the view was left, as it told `onMemory`; undefined for the first visit. */
  readonly memory: BucketViewMemory | undefined;
  readonly onMemory: (memory: BucketViewMemory) => void;
}

/** The buckets that one role can list, as a table. */
export function BucketView(props: BucketViewProps) {
  const { target, role, session, onSignIn, profileHelp, actions, memory, onMemory } = props;
  const list = useBucketList(target, session);
  const titleId = useId();
  const [filter, setFilter] = useState(memory?.filter ?? '');
  const [sort, setSort] = useState(memory?.sort ?? FIRST_SORT);
  const [selected, setSelected] = useState(memory?.selected);
  const { buckets, error } = list;
  const order = useMemo(() => orderBuckets(buckets, filter, sort), [buckets, filter, sort]);
  const shown = useCallback((index: number) => buckets[order[index] ?? -1], [buckets, order]);
  const partition = list.pages?.[0]?.partition;
  const context = useMemo(() => ({ target, partition }), [target, partition]);
  usePageCommand('refresh', list.refresh);
  useEffect(() => onMemory({ filter, sort, selected }), [onMemory, filter, sort, selected]);
  const field = <OpenBucketField target={target} list={list} actions={actions} />;
  const denied = error?.code === 's3.access-denied';
  return (
    <section className={styles.view} aria-labelledby={titleId}>
      <RoleHeader titleId={titleId} target={target} role={role} session={session} onSignIn={onSignIn} />
      <BucketToolbar
        filter={filter}
        onFilter={setFilter}
        list={list}
        order={order}
        shown={shown}
        selected={buckets.find(({ name }) => name === selected)}
        context={context}
        onCreate={actions.create}
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
            {error.code.startsWith('profile.') && profileHelp}
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
        context={context}
        actions={actions}
      />
      <BucketFooter list={list} shown={order.length} filtered={filter !== ''} />
    </section>
  );
}
