import type { ReactNode } from 'react';

export interface GridColumn<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** A CSS grid track, e.g. `minmax(0, 1fr)` or `120px`. */
  readonly width: string;
  readonly sortable?: boolean;
  /** Numbers stand at the right. */
  readonly align?: 'end';
  /** The heading is for screen readers only. */
  readonly quiet?: boolean;
}

export interface GridSort<Id extends string = string> {
  readonly column: Id;
  readonly direction: 'ascending' | 'descending';
}

/** Makes the grid a treegrid: rows have levels, and some can be opened. */
export interface GridLevels {
  /** From 1. */
  readonly level: (index: number) => number;
  /** Undefined for rows that can't be opened. */
  readonly expanded: (index: number) => boolean | undefined;
  readonly toggle: (index: number) => void;
}

export interface GridMenuPlace {
  /** Pixels in the window. */
  readonly x: number;
  readonly y: number;
}

/**
 * Rows are asked for by index, so that the grid holds nothing per row: a list of a million costs as much
 * as one of twenty.
 */
export interface GridProps<Id extends string = string> {
  readonly label: string;
  readonly columns: readonly GridColumn<Id>[];
  readonly rowCount: number;
  /** A stable identity of the row, so that it keeps the focus when rows move. */
  readonly rowKey: (index: number) => string;
  readonly cell: (index: number, column: Id, focused: boolean) => ReactNode;
  /** -1 for none. */
  readonly selectedIndex: number;
  readonly onSelect: (index: number, by: 'pointer' | 'keyboard') => void;
  /** Enter, or a double click. */
  readonly onOpen?: (index: number) => void;
  readonly onMenu?: (index: number, place: GridMenuPlace) => void;
  readonly sort?: GridSort<Id>;
  readonly onSort?: (column: Id) => void;
  readonly levels?: GridLevels;
  /** More rows are coming, so their number isn't known yet. */
  readonly busy: boolean;
}
