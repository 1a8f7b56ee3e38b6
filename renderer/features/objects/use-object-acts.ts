import { type RefObject, useRef, useState } from 'react';
import type { ListingRow } from '../../../shared/listing.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import type { BigGridHandle, GridAct } from '../../ui/grid/big-grid-types.ts';
import type { GridMenuPlace } from '../../ui/grid/grid-types.ts';
import type { ObjectTable } from './use-object-table.ts';
import type { RowSelection } from './use-row-selection.ts';

export interface OpenMenu {
  readonly row: ListingRow;
  readonly place: GridMenuPlace;
}

export interface ObjectActsOptions {
  readonly table: ObjectTable;
  readonly selection: RowSelection;
  readonly grid: RefObject<BigGridHandle | null>;
  readonly onOpen: (row: ListingRow, where: 'here' | 'new-tab') => void;
}

/** What follows from what a person does in the table: rows are selected, looked for, opened. */
export function useObjectActs({ table, selection, grid, onOpen }: ObjectActsOptions) {
  const client = useBridge();
  const { listing, snapshot, current } = table;
  const [menu, setMenu] = useState<OpenMenu>();
  const finding = useRef<AbortController>(undefined);
  /** Where ranges begin, told like the index of a row: later moves of the rows are added. */
  const pivot = useRef<{ index: number; moved: number; origin: number }>(undefined);
  const { moved, origin, view } = snapshot;

  const setPivot = (index: number) => {
    pivot.current = { index, moved, origin };
  };
  const pivotNow = (otherwise: number) => {
    const { current: at } = pivot;
    return at === undefined || at.origin !== origin ? otherwise : Math.max(0, at.index + moved - at.moved);
  };
  const only = (index: number, id?: number) => {
    current.set(index);
    setPivot(index);
    selection.change({ kind: 'only', index, id });
  };
  /** The row that a person sees there. (Where an index was found out, what is shown may be older.) */
  const idSeen = (index: number) => listing.rows?.row(index)?.id;
  const goTo = (index: number) => {
    grid.current?.reveal(index);
    only(index);
  };
  const find = (text: string, match: 'begins' | 'equals', from: number) => {
    finding.current?.abort();
    const controller = new AbortController();
    finding.current = controller;
    return client
      .call('listing.find', { listingId: listing.listingId, view, text, match, from }, controller)
      .then(({ index }) => (controller.signal.aborted ? undefined : index))
      .catch(() => undefined);
  };
  const open = (index: number, where: 'here' | 'new-tab') => {
    const row = listing.rows?.row(index);
    if (row !== undefined) onOpen(row, where);
  };

  const act = (it: GridAct): void => {
    if (it.kind === 'all') return selection.change({ kind: 'all' });
    if (it.kind === 'type') {
      void find(it.text, 'begins', it.from).then((index) => index !== undefined && goTo(index));
      return;
    }
    const { index } = it;
    if (it.kind === 'move' && it.how === 'only') return only(index, idSeen(index));
    const from = pivotNow(current.index < 0 ? index : current.index);
    if (it.kind !== 'open' || !it.aside) current.set(index);
    switch (it.kind) {
      case 'move':
        if (it.how !== 'range') return;
        setPivot(from);
        return selection.change({ kind: 'range', from, to: index, add: false });
      case 'extend':
        setPivot(from);
        return selection.change({ kind: 'range', from, to: index, add: true });
      case 'toggle':
        setPivot(index);
        return selection.change({ kind: 'toggle', index, id: idSeen(index) });
      case 'open':
        return open(index, it.aside ? 'new-tab' : 'here');
      case 'menu': {
        const row = listing.rows?.row(index);
        if (row === undefined) return;
        if (!row.selected) only(index, row.id);
        return setMenu({ row, place: it.place });
      }
    }
  };
  /** Goes to a row without changing what is selected, unless nothing is; `still` leaves the screen as it is. */
  const returnTo = (index: number, still: boolean) => {
    if (!still) grid.current?.reveal(index);
    if (selection.summary.rows === 0) only(index);
    else current.set(index);
  };
  return { act, menu, closeMenu: () => setMenu(undefined), find, returnTo };
}
