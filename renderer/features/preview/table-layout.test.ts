import { describe, expect, it } from 'vitest';
import { columnWidths, numericColumns } from './table-layout.ts';

const table = {
  columns: [{ name: 'id' }, { name: 'text' }, { name: 'empty' }, { name: 'amount', type: 'DOUBLE' }],
  rows: [
    ['1', 'x'.repeat(500), '', '-1.5e3'],
    ['', 'あ', '', '.5'],
  ],
};

describe('a table’s layout', () => {
  it('gives every column room, but none of them everything', () => {
    const widths = columnWidths(table);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(64);
    expect(Math.max(...widths)).toBeLessThanOrEqual(360);
    expect(widths[1]).toBe(360);
  });

  it('finds the columns of numbers by what is in them', () => {
    expect(numericColumns(table)).toEqual([true, false, false, true]);
  });
});
