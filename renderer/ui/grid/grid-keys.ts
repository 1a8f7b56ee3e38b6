export interface GridPosition {
  /** The row that has the focus; -1 for none. */
  readonly index: number;
  readonly rowCount: number;
  /** Rows that fit into view. */
  readonly pageSize: number;
}

/** Where a key moves the row focus to (ARIA grid pattern, by rows), or undefined for keys that don't. */
export function moveInGrid(key: string, { index, rowCount, pageSize }: GridPosition): number | undefined {
  if (rowCount === 0) return undefined;
  const target = destination(key, index, rowCount, Math.max(1, pageSize));
  return target === undefined ? undefined : Math.min(rowCount - 1, Math.max(0, target));
}

function destination(key: string, index: number, rowCount: number, pageSize: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + pageSize;
    case 'PageUp':
      return index - pageSize;
    case 'Home':
      return 0;
    case 'End':
      return rowCount - 1;
    default:
      return undefined;
  }
}
