import type { ReactNode, Ref } from 'react';
import type { GridColumn, GridMenuPlace, GridSort } from './grid-types.ts';

/** What a person did in the grid. Indexes are those of the rows as they are shown. */
export type GridAct =
  /** `only`: this row and no other; `range`: all up to it; `focus`: the keyboard goes there, nothing else. */
  | { readonly kind: 'move'; readonly index: number; readonly how: 'only' | 'range' | 'focus' }
  | { readonly kind: 'toggle'; readonly index: number }
  /** All between the last row chosen alone and this one, and what was chosen before. */
  | { readonly kind: 'extend'; readonly index: number }
  | { readonly kind: 'all' }
  /** `aside`: in another tab. */
  | { readonly kind: 'open'; readonly index: number; readonly aside: boolean }
  | { readonly kind: 'menu'; readonly index: number; readonly place: GridMenuPlace }
  /** The beginning of a name was typed; the row is looked for from this index on. */
  | { readonly kind: 'type'; readonly text: string; readonly from: number };

export interface GridRange {
  /** The first row in view, and the last; both included. */
  readonly first: number;
  readonly last: number;
  /** How far it is scrolled, in rows; with a fraction. */
  readonly scroll: number;
}

export interface BigGridHandle {
  /** Scrolls as little as needed for a row to be in view. */
  readonly reveal: (index: number) => void;
  readonly focus: () => void;
}

/**
 * Rows are pulled by index and may not be there yet. Row objects have to stay the same for as long as nothing of
 * them changes, and `cell` as long as it draws the same.
 */
export interface BigGridProps<Id extends string, Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Id>[];
  readonly rowCount: number;
  /** Undefined for a row that hasn't come yet. */
  readonly row: (index: number) => Row | undefined;
  /** Changes whenever `row` may answer differently. */
  readonly revision: unknown;
  readonly rowId: (row: Row) => number;
  readonly isSelected: (row: Row) => boolean;
  readonly cell: (row: Row, column: Id) => ReactNode;
  /** What is read out for a cell, where it isn't what stands in it. Has to stay the same as `cell` has. */
  readonly cellLabel?: (row: Row, column: Id) => string | undefined;
  /** The row that the keyboard is on; -1 for none. */
  readonly current: number;
  readonly onAct: (act: GridAct) => void;
  /** Keys that aren't the grid's own; asked first. @returns whether it was answered */
  readonly onKey?: (event: React.KeyboardEvent) => boolean;
  readonly onRange: (range: GridRange) => void;
  readonly sort: GridSort<Id>;
  readonly onSort: (column: Id) => void;
  /** Beside each heading that sorts, for a tooltip: what the order covers. */
  readonly sortNote?: string | undefined;
  /** More rows are coming, so their number isn't known yet. */
  readonly busy: boolean;
  /** In rows, from where it was left; counts once rows are there. */
  readonly initialScroll: number;
  /** Rows that came in above those on the screen, in all since the beginning; the screen goes along. */
  readonly moved: number;
  /** Another value scrolls to the top. */
  readonly origin: number;
  readonly ref?: Ref<BigGridHandle>;
}
