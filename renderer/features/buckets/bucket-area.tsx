import { useMemo, useState } from 'react';
import type { Bucket } from '../../../shared/bucket.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDateTime, formatExactTime } from '../../ui/format.ts';
import { GridSkeleton } from '../../ui/grid/grid-skeleton.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import type { GridColumn, GridMenuPlace } from '../../ui/grid/grid-types.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { BucketActions } from './bucket-actions.ts';
import type { BucketContext } from './bucket-copies.ts';
import { BucketMenu } from './bucket-menu.tsx';
import { BucketName } from './bucket-name.tsx';
import type { BucketColumn, BucketSort } from './bucket-order.ts';
import type { BucketList } from './use-bucket-list.ts';
import styles from './buckets.module.css';

export interface BucketAreaProps {
  readonly list: BucketList;
  readonly order: Uint32Array;
  readonly shown: (index: number) => Bucket | undefined;
  readonly filter: string;
  readonly sort: BucketSort;
  readonly onSort: (column: BucketColumn) => void;
  readonly selected: string | undefined;
  readonly onSelect: (name: string) => void;
  readonly context: BucketContext;
  readonly actions: BucketActions;
}

/** The table, or what stands in its place while there is none. */
export function BucketArea(props: BucketAreaProps) {
  const { list, order, shown, filter, sort, onSort, selected, onSelect, context, actions } = props;
  const { messages, locale } = useSpeech();
  const words = messages.page.buckets;
  const [menu, setMenu] = useState<{ bucket: Bucket; place: GridMenuPlace }>();
  const columns = useMemo<readonly GridColumn<BucketColumn>[]>(
    () => [
      { id: 'name', label: words.name, width: 'minmax(0, 1fr)', sortable: true },
      { id: 'region', label: words.region, width: 'minmax(110px, 150px)', sortable: true },
      { id: 'created', label: words.created, width: 'minmax(150px, 170px)', sortable: true },
    ],
    [words],
  );
  const selectedIndex = useMemo(
    () => (selected === undefined ? -1 : order.findIndex((_, index) => shown(index)?.name === selected)),
    [order, shown, selected],
  );
  const { buckets, openedByName, error, loading, pages, stopped } = list;

  if (buckets.length === 0) {
    if (loading || (list.refreshing && pages === undefined)) return <GridSkeleton columns={columns} />;
    if (stopped) {
      return (
        <EmptyState title={words.stoppedTitle} body={words.stoppedBody}>
          <Button onPress={list.resume}>{words.load}</Button>
        </EmptyState>
      );
    }
    if (error !== undefined || pages === undefined) return <div className={styles.filler} />;
    return <EmptyState title={words.emptyTitle} body={words.empty} />;
  }
  if (order.length === 0 && !loading) {
    return <EmptyState title={words.noMatchTitle} body={words.noMatch({ filter })} />;
  }
  const open = (bucket: string, where: 'here' | 'new-tab') => actions.open({ bucket, key: '' }, where);
  const cell = (index: number, column: BucketColumn) => {
    const bucket = shown(index);
    if (bucket === undefined) return null;
    if (column === 'region') return bucket.region ?? '–';
    if (column === 'created') {
      const { createdAt } = bucket;
      if (createdAt === undefined) return '–';
      return <span title={formatExactTime(locale, createdAt)}>{formatDateTime(locale, createdAt)}</span>;
    }
    return (
      <BucketName
        name={bucket.name}
        part={filter}
        openedByName={openedByName.has(bucket.name)}
        onOpen={(where) => open(bucket.name, where)}
      />
    );
  };
  return (
    <>
      <Grid
        label={words.label}
        columns={columns}
        rowCount={order.length}
        rowKey={(index) => shown(index)?.name ?? String(index)}
        cell={cell}
        selectedIndex={selectedIndex}
        onSelect={(index) => onSelect(shown(index)?.name ?? '')}
        onOpen={(index) => {
          const bucket = shown(index);
          if (bucket !== undefined) open(bucket.name, 'here');
        }}
        onMenu={(index, place) => {
          const bucket = shown(index);
          if (bucket !== undefined) setMenu({ bucket, place });
        }}
        sort={sort}
        onSort={onSort}
        busy={loading}
      />
      {menu !== undefined && (
        <BucketMenu
          bucket={menu.bucket}
          context={context}
          openedByName={openedByName.has(menu.bucket.name)}
          actions={actions}
          place={menu.place}
          onClose={() => setMenu(undefined)}
        />
      )}
    </>
  );
}
