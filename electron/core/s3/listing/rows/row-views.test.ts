/** Sorting, filtering and selecting against a model that does the same in the plainest way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListingView, SelectionChange } from '../../../../../shared/listing.ts';
import { StoredListing } from './stored-listing.ts';
import { type TestObject, byBytes, testPage } from './test-pages.ts';

const SPEC = { bucket: 'b', partition: 'aws', baseUrl: '', prefix: 'p/', keep: 'rows' } as const;
const BY_NAME: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };

const anyName = fc
  .array(
    fc.constantFrom(
      'a',
      'A',
      'b',
      'B',
      'ab',
      '/',
      '.',
      '*',
      'é',
      'É',
      'ß',
      'Σ',
      'σ',
      'ς',
      'k',
      '\u212a',
      '😀',
      '\uffee',
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const anySize = fc.oneof(fc.nat(3), fc.nat(), fc.maxSafeNat());
const anyObject = fc.record({
  size: anySize,
  seconds: fc.oneof(fc.nat(3), fc.nat()),
  storageClass: fc.constantFrom('STANDARD', 'GLACIER', 'DEEP_ARCHIVE'),
});
const anyRows = fc.record({
  objects: fc.dictionary(anyName, anyObject, { maxKeys: 30 }),
  folders: fc.uniqueArray(anyName, { maxLength: 8 }),
  ordered: fc.boolean(),
  shift: fc.nat(),
});
const anyFilter = fc
  .array(fc.constantFrom('a', 'A', 'b', '*', '*', '?', '/', 'é', 'É', 'σ', 'K', '.', 's'), { maxLength: 4 })
  .map((parts) => parts.join(''));
const anyView: fc.Arbitrary<ListingView> = fc.record({
  sort: fc.record({
    column: fc.constantFrom('name', 'size', 'modified', 'class'),
    direction: fc.constantFrom('ascending', 'descending'),
  }),
  filter: fc.oneof(fc.constant(''), anyFilter),
});

interface ModelRow extends Omit<TestObject, 'key'> {
  readonly name: string;
  readonly isFolder: boolean;
}

type Generated = typeof anyRows extends fc.Arbitrary<infer Value> ? Value : never;

function modelRows({ objects, folders }: Generated): ModelRow[] {
  // S3 answers a key that ends in the delimiter as a folder, never as both.
  const onlyFolders = folders.map((name) => `${name}/`).filter((name) => !Object.hasOwn(objects, name));
  return [
    ...onlyFolders.map((name) => ({ name, isFolder: true })),
    ...Object.entries(objects).map(([name, object]) => ({ name, isFolder: false, ...object })),
  ];
}

/** Pages of five rows; in three ranges where the store is ordered. */
function filled(generated: Generated): StoredListing {
  const { ordered, shift } = generated;
  const listing = new StoredListing({ ...SPEC, ordered });
  const rows = modelRows(generated).sort((a, b) => (ordered ? byBytes(a.name, b.name) : 0));
  const pages: ModelRow[][] = [];
  for (let i = 0; i < rows.length; i += 5) pages.push(rows.slice(i, i + 5));
  const third = Math.ceil(pages.length / 3);
  const ranges = [0, 1, 2].map((range) => pages.slice(range * third, (range + 1) * third));
  // Each range in its own order, but the ranges in any.
  for (let i = 0; i < 3; i++) {
    const range = (i + shift) % 3;
    for (const page of ranges[range] ?? []) {
      const objects = page
        .filter(({ isFolder }) => !isFolder)
        .map(({ name, ...row }) => ({ key: `p/${name}`, ...row }));
      const folders = page.filter(({ isFolder }) => isFolder).map(({ name }) => `p/${name}`);
      expect(listing.add(range, testPage({ objects, folders }), {})).toMatchObject({
        ok: true,
        rows: page.length,
      });
    }
  }
  return listing;
}

function modelView(generated: Generated, { sort, filter }: ListingView): string[] {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const value = ({ size, seconds }: ModelRow) => (sort.column === 'size' ? size : seconds) ?? 0;
  return modelRows(generated)
    .filter(({ name }) => filter === '' || nameMatches(name, filter))
    .sort((a, b) => {
      if (a.isFolder !== b.isFolder) return a.isFolder ? -1 : 1;
      const names = byBytes(a.name, b.name);
      if (sort.column === 'name') return sign * names;
      if (a.isFolder) return names;
      if (sort.column === 'class') return sign * byBytes(a.storageClass ?? '', b.storageClass ?? '') || names;
      return sign * (value(a) - value(b)) || names;
    })
    .map(({ name }) => name);
}

/** The characters of these tests, folded by hand from Unicode's CaseFolding.txt (status C and S). */
const FOLDED: Readonly<Record<string, string>> = { É: 'é', Σ: 'σ', ς: 'σ', '\u212a': 'k' };

function folded(text: string): string[] {
  return Array.from(text, (character) => FOLDED[character] ?? character.toLowerCase());
}

function nameMatches(name: string, filter: string): boolean {
  if (!/[*?]/.test(filter)) return folded(name).join('').includes(folded(filter).join(''));
  const whole = name.length > 1 && name.endsWith('/') && !filter.endsWith('/') ? name.slice(0, -1) : name;
  return globMatches(folded(whole), folded(filter));
}

function globMatches([letter, ...name]: string[], [mark, ...glob]: string[]): boolean {
  if (mark === undefined) return letter === undefined;
  if (mark === '*') {
    return (
      globMatches(letter === undefined ? [] : [letter, ...name], glob) ||
      (letter !== undefined && globMatches(name, [mark, ...glob]))
    );
  }
  return letter !== undefined && (mark === '?' || mark === letter) && globMatches(name, glob);
}

function shown(listing: StoredListing, view: ListingView) {
  return listing.rows(view, 0, 1000);
}

const PATIENCE = { timeout: 60_000 };

describe('views', PATIENCE, () => {
  it('sort and filter as the model does', () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyView, { minLength: 1, maxLength: 5 }), (generated, views) => {
        const listing = filled(generated);
        for (const view of [BY_NAME, ...views]) {
          const { rows, total, covers } = shown(listing, view);
          expect(rows.map(({ name }) => name)).toEqual(modelView(generated, view));
          expect(total).toBe(rows.length);
          expect(covers).toBe(modelRows(generated).length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('read any window, and find each row by its id', () => {
    fc.assert(
      fc.property(anyRows, anyView, fc.nat(50), fc.nat(50), (generated, view, from, count) => {
        const listing = filled(generated);
        const all = shown(listing, view).rows;
        expect(listing.rows(view, from, count).rows).toEqual(all.slice(from, from + count));
        all.forEach(({ id }, index) => {
          expect(listing.rows(view, 0, 1, id)).toMatchObject({
            from: index,
            anchorIndex: index,
            rows: [{ id }],
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  it('do not run away on a glob with many stars', () => {
    const listing = new StoredListing({ ...SPEC, ordered: true });
    listing.add(
      1,
      testPage({ objects: [{ key: `p/${'a'.repeat(1000)}` }, { key: `p/${'é'.repeat(500)}` }] }),
      {},
    );
    const many = (letter: string) => `${`*${letter}`.repeat(200)}*x`;
    expect(shown(listing, { ...BY_NAME, filter: many('a') }).total).toBe(0);
    expect(shown(listing, { ...BY_NAME, filter: many('é') }).total).toBe(0);
  });
});

const anyChange: fc.Arbitrary<SelectionChange> = fc.oneof(
  fc.record({ kind: fc.constant('only' as const), index: fc.nat(40) }),
  fc.record({ kind: fc.constant('toggle' as const), index: fc.nat(40) }),
  fc.record({ kind: fc.constant('range' as const), from: fc.nat(40), to: fc.nat(40), add: fc.boolean() }),
  fc.constant({ kind: 'all' as const }),
  fc.constant({ kind: 'none' as const }),
);

/** Indexes beyond the end mean the last row. */
function modelSelect(selected: Set<string>, view: readonly string[], change: SelectionChange): Set<string> {
  const last = view.length - 1;
  if (change.kind === 'none') return new Set();
  if (change.kind === 'all') return new Set(view);
  if (change.kind === 'range') {
    const [from, to] = [change.from, change.to].map((index) => Math.min(index, last)).sort((a, b) => a - b);
    return new Set([...(change.add ? selected : []), ...view.slice(from, (to ?? 0) + 1)]);
  }
  const name = view[Math.min(change.index, last)];
  if (name === undefined) return selected;
  if (change.kind === 'only') return new Set([name]);
  return selected.has(name)
    ? new Set([...selected].filter((other) => other !== name))
    : new Set([...selected, name]);
}

describe('selection', PATIENCE, () => {
  const object = { size: 1, seconds: 1, storageClass: 'STANDARD' } as const;
  const twoRows = { objects: { a: object, b: object }, folders: [], ordered: true, shift: 0 };

  it.each(['only', 'toggle'] as const)('takes the row that was meant, wherever it is by now: %s', (kind) => {
    const listing = filled(twoRows);
    const b = shown(listing, BY_NAME).rows.find(({ name }) => name === 'b');
    // Another row stood in its place when it was clicked.
    listing.select(BY_NAME, { kind, index: 0, id: b?.id });
    expect(listing.selectedKeys(0, 9)).toEqual(['p/b']);
  });

  it('takes no other row for one that is gone or was filtered out', () => {
    const listing = filled(twoRows);
    listing.select(BY_NAME, { kind: 'toggle', index: 0, id: 77 });
    expect(listing.selectedKeys(0, 9)).toEqual([]);
    const a = shown(listing, BY_NAME).rows.find(({ name }) => name === 'a');
    listing.select({ ...BY_NAME, filter: 'b' }, { kind: 'only', index: 0, id: a?.id });
    expect(listing.selectedKeys(0, 9)).toEqual([]);
  });

  it('is what the model selects, in whichever views', () => {
    fc.assert(
      fc.property(anyRows, fc.array(fc.tuple(anyView, anyChange), { maxLength: 8 }), (generated, steps) => {
        const listing = filled(generated);
        const rows = modelRows(generated);
        let selected = new Set<string>();
        for (const [view, change] of steps) {
          selected = modelSelect(selected, modelView(generated, view), change);
          const chosen = rows.filter(({ name }) => selected.has(name));
          const bytes = chosen.reduce((sum, { size = 0 }) => sum + size, 0);
          const summary = listing.select(view, change);
          expect({ ...summary, bytes: 0 }).toEqual({
            rows: chosen.length,
            folders: chosen.filter(({ isFolder }) => isFolder).length,
            bytes: 0,
          });
          // Sums past 2^53 depend on the order in which they are made.
          expect(Math.abs(summary.bytes - bytes)).toBeLessThanOrEqual(bytes * 1e-12);
        }
        const keys = [...selected].map((name) => `p/${name}`).sort();
        expect([...listing.selectedKeys(0, 100)].sort()).toEqual(keys);
        expect([...listing.selectedKeys(0, 3), ...listing.selectedKeys(3, 100)].sort()).toEqual(keys);
        const marked = shown(listing, BY_NAME).rows.filter((row) => row.selected);
        expect(new Set(marked.map(({ name }) => name))).toEqual(selected);
      }),
      { numRuns: 150 },
    );
  });
});
