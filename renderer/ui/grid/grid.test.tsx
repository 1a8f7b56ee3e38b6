import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveHeight } from '../../testing/render.tsx';
import { Grid } from './grid.tsx';

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(280);
});
afterEach(() => {
  cleanup();
  undo();
});

const COLUMNS = [{ id: 'name', label: 'Name', width: '1fr', sortable: true }] as const;

function List({ rowCount, touch }: { rowCount: number; touch?: (index: number) => void }) {
  const [selected, setSelected] = useState(-1);
  const [opened, setOpened] = useState('');
  return (
    <>
      <Grid
        label="List"
        columns={COLUMNS}
        rowCount={rowCount}
        rowKey={(index) => `key ${index}`}
        cell={(index) => {
          touch?.(index);
          return `row ${index}`;
        }}
        selectedIndex={selected}
        onSelect={setSelected}
        onOpen={(index) => setOpened(`opened ${index}`)}
        onMenu={(index, { x, y }) => setOpened(`menu ${index} at ${x},${y}`)}
        sort={{ column: 'name', direction: 'descending' }}
        busy={false}
      />
      <p>{opened}</p>
    </>
  );
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focused = () => document.activeElement?.textContent;

describe('Grid', () => {
  it('keeps the keyboard when the row that has it is taken away', () => {
    const { rerender } = render(<List rowCount={3} />);
    screen.getByRole('row', { name: 'row 0' }).focus();
    press('ArrowDown');
    press('ArrowDown');
    expect(focused()).toBe('row 2');
    rerender(<List rowCount={2} />);
    expect(focused()).toBe('row 1');
  });

  it('moves the focus and the selection with the keyboard, to rows that were not there before', () => {
    render(<List rowCount={1000} />);
    screen.getByRole('row', { name: 'row 0' }).focus();
    press('ArrowDown');
    expect(focused()).toBe('row 1');
    press('PageDown');
    expect(focused()).toBe('row 9');
    press('End');
    expect(focused()).toBe('row 999');
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('1001');
    press('Home');
    expect(focused()).toBe('row 0');
  });

  it('is one tab stop, and opens on Enter', () => {
    render(<List rowCount={20} />);
    const stops = screen.getAllByRole('row').filter((row) => row.tabIndex === 0);
    expect(stops.map((row) => row.textContent)).toEqual(['row 0']);
    stops[0]?.focus();
    press('ArrowDown');
    press('Enter');
    expect(screen.getByText('opened 1')).toBeTruthy();
  });

  it('asks for a menu where the pointer is', () => {
    render(<List rowCount={20} />);
    fireEvent.contextMenu(screen.getByRole('row', { name: 'row 3' }), { clientX: 40, clientY: 90 });
    expect(screen.getByText('menu 3 at 40,90')).toBeTruthy();
  });

  it('tells how many rows there are and how they are sorted', () => {
    render(<List rowCount={1000} />);
    expect(screen.getByRole('grid', { name: 'List' }).getAttribute('aria-rowcount')).toBe('1001');
    expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe('descending');
  });

  it('asks only for rows in view, of a million', () => {
    const touched = new Set<number>();
    render(<List rowCount={1_000_000} touch={(index) => touched.add(index)} />);
    expect(screen.getAllByRole('row').length).toBeLessThan(40);
    expect(touched.size).toBeLessThan(40);
    screen.getByRole('row', { name: 'row 0' }).focus();
    press('End');
    expect(focused()).toBe('row 999999');
    expect(touched.size).toBeLessThan(80);
  });
});
