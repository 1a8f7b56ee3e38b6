import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedLine } from '../../../shared/preview.ts';
import { diffRows } from './diff-rows.ts';

const lines = (kinds: string): ComparedLine[] =>
  kinds.split('').map((kind, index) => ({
    kind: kind === '+' ? 'added' : kind === '-' ? 'removed' : 'same',
    text: String(index),
  }));
const drawn = (kinds: string) =>
  diffRows(lines(kinds)).map((row) => (row.kind === 'gap' ? `(${row.lines})` : row.line.text));

describe('diffRows', () => {
  it('keeps three lines round a change and joins changes that are near', () => {
    expect(drawn('......+......')).toEqual(['(3)', '3', '4', '5', '6', '7', '8', '9', '(3)']);
    expect(drawn('-.....+')).toHaveLength(7);
    expect(drawn('....')).toEqual(['(4)']);
    expect(drawn('')).toEqual([]);
  });

  it('shows every change, and accounts for every line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', '.', '.', '+', '-'), maxLength: 60 }), (kinds) => {
        const rows = diffRows(lines(kinds));
        const total = rows.reduce((sum, row) => sum + (row.kind === 'gap' ? row.lines : 1), 0);
        expect(total).toBe(kinds.length);
        const changes = rows.filter((row) => row.kind === 'line' && row.line.kind !== 'same');
        expect(changes).toHaveLength(kinds.replaceAll('.', '').length);
      }),
    );
  });
});
