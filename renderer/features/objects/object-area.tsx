import { type ReactNode, type Ref, useRef } from 'react';
import type { ListingRow } from '../../../shared/listing.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { BigGrid } from '../../ui/grid/big-grid.tsx';
import type { BigGridHandle, GridAct } from '../../ui/grid/big-grid-types.ts';
import { focusIt, useCarriedFocus } from '../../ui/grid/carried-focus.ts';
import { useSpeech } from '../../ui/language.tsx';
import { useObjectCell, useObjectCellLabel, useObjectColumns } from './object-columns.tsx';
import { standing } from './standing.ts';
import type { ObjectTable } from './use-object-table.ts';
import styles from './objects.module.css';

export interface ObjectAreaProps {
  readonly table: ObjectTable;
  readonly gridRef: Ref<BigGridHandle>;
  readonly label: string;
  readonly search: boolean;
  /** The whole bucket is listed. */
  readonly root: boolean;
  readonly onScrolled: () => void;
  readonly onAct: (act: GridAct) => void;
  readonly onKey: (event: React.KeyboardEvent) => boolean;
  readonly onResume: () => void;
  readonly onSearchInstead: () => void;
  readonly onEndSearch: () => void;
}

const rowId = (row: ListingRow) => row.id;
const isSelected = (row: ListingRow) => row.selected;

/** The table, or what stands in its place once it is known that there is none. */
export function ObjectArea(props: ObjectAreaProps) {
  const { table, gridRef, search, root, onKey } = props;
  const { messages, locale } = useSpeech();
  const words = messages.objects;
  const columns = useObjectColumns();
  const cellLabel = useObjectCellLabel();
  const { listing, snapshot, filter } = table;
  const cell = useObjectCell(snapshot.view.filter, search);
  const now = standing(listing, snapshot);
  const { rows, state } = listing;
  const count = (count: number) => ({ count, text: formatNumber(locale, count) });

  if (now === 'table' || now === 'coming') {
    const arriving = now === 'coming' || state?.phase === 'running' || state?.phase === 'waiting';
    return (
      <BigGrid
        ref={gridRef}
        label={props.label}
        columns={columns}
        rowCount={now === 'table' ? snapshot.total : 0}
        row={(index) => rows?.row(index)}
        revision={snapshot}
        rowId={rowId}
        isSelected={isSelected}
        cell={cell}
        cellLabel={cellLabel}
        current={table.current.index}
        onAct={props.onAct}
        onKey={onKey}
        onRange={(range) => {
          if (range.scroll !== table.scroll.current) props.onScrolled();
          table.onRange(range);
        }}
        sort={table.sort}
        onSort={table.turnSort}
        sortNote={arriving && snapshot.ready ? words.sortNote(count(snapshot.covers)) : undefined}
        busy={arriving || snapshot.turning}
        initialScroll={table.initialScroll}
        moved={snapshot.moved}
        origin={snapshot.origin}
      />
    );
  }
  if (now === 'nothing-known') return <Note onKey={onKey} />;
  if (now === 'no-match' || now === 'no-match-so-far') {
    const say = now === 'no-match' ? words.empty.noMatch : words.empty.noMatchSoFar;
    return (
      <Note onKey={onKey}>
        <EmptyState
          title={words.empty.noMatchTitle}
          body={say({ filter: snapshot.view.filter || filter, ...count(snapshot.covers) })}
        >
          <div className={styles.noteButtons}>
            <Button onPress={() => table.setFilter('')}>{words.empty.clearFilter}</Button>
            {!search && <Button onPress={props.onSearchInstead}>{words.empty.searchInstead}</Button>}
          </div>
        </EmptyState>
      </Note>
    );
  }
  if (now === 'stopped') {
    return (
      <Note onKey={onKey}>
        <EmptyState title={words.empty.stoppedTitle} body={words.empty.stopped}>
          <Button onPress={props.onResume}>{messages.page.common.loadRest}</Button>
        </EmptyState>
      </Note>
    );
  }
  if (search) {
    return (
      <Note onKey={onKey}>
        <EmptyState title={words.empty.foundTitle} body={words.empty.found(count(state?.seen ?? 0))}>
          <Button onPress={props.onEndSearch}>{words.empty.backToFolder}</Button>
        </EmptyState>
      </Note>
    );
  }
  return (
    <Note onKey={onKey}>
      <EmptyState
        title={root ? words.empty.bucketTitle : words.empty.folderTitle}
        body={root ? words.empty.bucket : words.empty.folder}
      />
    </Note>
  );
}

interface NoteProps {
  readonly onKey: (event: React.KeyboardEvent) => boolean;
  readonly children?: ReactNode;
}

/** In the table's place, and as well a place for the keyboard. */
function Note({ onKey, children }: NoteProps) {
  const element = useRef<HTMLDivElement>(null);
  useCarriedFocus(element, focusIt);
  return (
    <div
      ref={element}
      className={styles.note}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && onKey(event)) event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}
