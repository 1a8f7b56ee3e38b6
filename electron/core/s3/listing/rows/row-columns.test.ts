/** Names kept without what they share with their neighbours, against the plain list of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from './byte-compare.ts';
import { findRow } from './find-row.ts';
import { makeView } from './make-view.ts';
import { RowColumns } from './row-columns.ts';
import { ListOrder, type RowOrder } from './row-order.ts';
import { StorageClassCodes } from './storage-class-codes.ts';
import { byBytes } from './test-pages.ts';

const CLASSES = new StorageClassCodes();
const BY_NAME = { column: 'name', direction: 'ascending' } as const;
const FACTS = { isFolder: false, size: 1, modified: 2, storageClass: 0, etagHash: 0 };

/** Folders in folders: neighbours share much, some more than a byte can say. */
const anyPart = fc.constantFrom(
  'a/',
  'b/',
  'ab/',
  'host-01/',
  '請求書/',
  '😀',
  `${'long'.repeat(80)}/`,
  'x',
  '0',
  '',
);
const anyName = fc.array(anyPart, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const anyNames = fc.array(anyName, { minLength: 1, maxLength: 70 });
const anyPlaces = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
const anyColumns = fc.record({
  names: anyNames,
  isSorted: fc.boolean(),
  isOrdered: fc.boolean(),
  places: anyPlaces,
});

function filled(names: readonly string[], isOrdered: boolean): RowColumns {
  const columns = new RowColumns(isOrdered);
  names.forEach((name) => add(columns, name));
  return columns;
}

function add(columns: RowColumns, name: string): number {
  columns.reserve(1);
  const bytes = utf8(`<${name}>`);
  return columns.add({ ...FACTS, bytes, nameFrom: 1, nameTo: bytes.length - 1 });
}

function orderOf(names: readonly string[]): RowOrder {
  return new ListOrder(
    Uint32Array.from(names, (_, id) => id),
    0,
  );
}

function idsOf(order: RowOrder): number[] {
  return Array.from({ length: order.total }, (_, index) => order.idAt(index));
}

describe('the names of rows', () => {
  it('are read in any order as they were added', () => {
    fc.assert(
      fc.property(anyColumns, ({ names, isSorted, isOrdered, places }) => {
        const added = isSorted ? names.toSorted(byBytes) : names;
        const columns = filled(added, isOrdered);
        const ids = [...places.map((place) => place % added.length), ...added.keys()];
        for (const id of ids) {
          const { bytes, nameFrom, nameTo } = columns.row(id);
          expect(columns.name(id)).toBe(added[id]);
          expect(fromUtf8(bytes, nameFrom, nameTo)).toBe(added[id]);
          expect(columns.isAscii(id)).toBe(/^[\0-\x7f]*$/.test(added[id] ?? ''));
        }
      }),
    );
  });

  it('are read right between additions', () => {
    fc.assert(
      fc.property(anyNames, anyPlaces, fc.boolean(), (names, places, isOrdered) => {
        const columns = new RowColumns(isOrdered);
        names.forEach((name, count) => {
          const early = (places[count % places.length] ?? 0) % (count + 1);
          expect(add(columns, name)).toBe(count);
          expect(columns.name(early)).toBe(names[early]);
        });
      }),
    );
  });

  it('compare as their bytes do, within a listing and with another one', () => {
    fc.assert(
      fc.property(anyColumns, anyNames, ({ names, isOrdered, places }, theirs) => {
        const columns = filled(names, isOrdered);
        const others = filled(theirs, isOrdered);
        places.forEach((place, turn) => {
          const a = place % names.length;
          const b = (places[turn - 1] ?? 0) % names.length;
          const c = (places[turn - 1] ?? 0) % theirs.length;
          expect(Math.sign(columns.compareNames(a, b))).toBe(byBytes(names[a] ?? '', names[b] ?? ''));
          expect(Math.sign(columns.compareNames(a, c, others))).toBe(
            byBytes(names[a] ?? '', theirs[c] ?? ''),
          );
        });
      }),
    );
  });

  it('are filtered and found as plain ones are', () => {
    const anyText = fc.constantFrom('a/', 'host-01/a', '書/', '😀', 'longlong', '01/x', 'none');
    fc.assert(
      fc.property(anyColumns, anyText, ({ names, isOrdered, places: [place = 0] }, text) => {
        const columns = filled(names, isOrdered);
        const order = orderOf(names);
        const view = makeView({ sort: BY_NAME, filter: text }, order, columns, CLASSES);
        expect(idsOf(view)).toEqual([...names.keys()].filter((id) => names[id]?.includes(text)));
        const from = place % names.length;
        const turned = [...names.keys()].map((step) => (from + step) % names.length);
        const begins = turned.find((id) => names[id]?.startsWith(text));
        expect(findRow(order, columns, text, 'begins', from)).toBe(begins);
        const whole = names[(place * 7) % names.length] ?? '';
        expect(findRow(order, columns, whole, 'equals', from)).toBe(turned.find((id) => names[id] === whole));
      }),
    );
  });

  it('move to the next block of memory where one is full', () => {
    const columns = new RowColumns();
    // A group of sixteen takes some 240 kB here, so the blocks of 4 MB end within one.
    const nameOf = (id: number) =>
      `${String(id).padStart(6, '0')}${String.fromCharCode(97 + (id % 26)).repeat(15_001)}`;
    const count = 700;
    for (let id = 0; id < count; id++) {
      add(columns, nameOf(id));
      expect(columns.name(id & ~15)).toBe(nameOf(id & ~15));
    }
    for (let id = 0; id < count; id++) expect(columns.name(id)).toBe(nameOf(id));
  });

  it('are gone once they are released', () => {
    const columns = filled(['a', 'ab'], true);
    expect(columns.name(1)).toBe('ab');
    columns.release();
    expect(columns.count).toBe(0);
    expect(() => columns.name(1)).toThrow(RangeError);
  });
});
