import type { KeyBounds, PageDigest, RowStoreSpec } from '../row-store.ts';
import { compareBytes, utf8 } from './byte-compare.ts';
import { PageOrder } from './page-order.ts';
import { type PageFacts, PageScanner, hasFault } from './page-scanner.ts';
import { MOST_NAME_BYTES, type RowSource } from './row-columns.ts';
import { RowCriteria } from './row-criteria.ts';
import type { RowRange } from './row-ranges.ts';
import type { RowTable } from './row-table.ts';
import type { StorageClassCodes } from './storage-class-codes.ts';

type Kept = { rows: number; folders: number; bytes: number };

/** Takes pages into a table: those entries that lie within the bounds and meet the criteria. */
export class PageIntake {
  readonly #spec: RowStoreSpec;
  readonly #prefix: Uint8Array;
  readonly #scanner: PageScanner;
  readonly #criteria: RowCriteria | undefined;

  constructor(spec: RowStoreSpec, classes: StorageClassCodes) {
    this.#spec = spec;
    this.#prefix = utf8(spec.prefix);
    this.#scanner = new PageScanner(classes);
    this.#criteria = spec.criteria === undefined ? undefined : new RowCriteria(spec.criteria, classes);
  }

  /**
   * Of a page that can't be read whole, that holds a key outside the prefix, or whose order contradicts itself or the
   * range's earlier pages, nothing is kept.
   */
  take(table: RowTable, range: number, body: Uint8Array, bounds: KeyBounds): PageDigest {
    const facts = this.#scanner.scan(body);
    if (hasFault(facts)) return { ok: false, reason: facts };
    if (!this.#belongs()) return { ok: false, reason: 'malformed' };
    const order = new PageOrder(this.#scanner.entries);
    const from = bounds.after === undefined ? 0 : order.firstFrom(utf8(bounds.after), 'above');
    const to = bounds.before === undefined ? order.count : order.firstFrom(utf8(bounds.before), 'equal');
    const seen = Math.max(0, to - from);
    const disordered =
      this.#spec.ordered &&
      (order.disordered || (seen > 0 && !follows(order, from, table.ranges.get(range))));
    const kept: Kept = { rows: 0, folders: 0, bytes: 0 };
    if (seen > 0 && !disordered) {
      const seenRange = table.ranges.see(range, order.keyBytes(from), order.keyBytes(to - 1));
      this.#keep(table, seenRange, order.indexes.subarray(from, to), kept);
    }
    return digest(order, facts, { seen, disordered, reachedEnd: to < order.count, ...kept });
  }

  #belongs(): boolean {
    const { text, keyFrom, keyTo, count } = this.#scanner.entries;
    const prefix = this.#prefix;
    for (let i = 0; i < count; i++) {
      const from = keyFrom[i] ?? 0;
      const nameLength = (keyTo[i] ?? 0) - from - prefix.length;
      if (nameLength < 0 || nameLength > MOST_NAME_BYTES) return false;
      if (compareBytes(text, from, from + prefix.length, prefix, 0, prefix.length) !== 0) return false;
    }
    return true;
  }

  #keep(table: RowTable, range: RowRange, indexes: Uint32Array, kept: Kept): void {
    const { columns, totals } = table;
    const { isFolder } = this.#scanner.entries;
    const keepsRows = this.#spec.keep === 'rows';
    if (keepsRows) columns.reserve(indexes.length);
    // Folders first: each kind then has ids in a row.
    for (const kind of [1, 0]) {
      const firstId = columns.count;
      for (const entry of indexes) {
        if (isFolder[entry] !== kind) continue;
        const row = this.#row(entry);
        if (this.#criteria?.meets(row) === false) continue;
        if (keepsRows) columns.add(row);
        if (kind === 0) totals.add(row.storageClass, row.size);
        kept.bytes += row.size;
      }
      (kind === 1 ? range.folders : range.objects).push(firstId, columns.count - firstId);
      kept.rows += columns.count - firstId;
      if (kind === 1) kept.folders = kept.rows;
    }
    if (kept.rows > 0) table.version++;
  }

  #row(entry: number): RowSource {
    const { text, keyFrom, keyTo, isFolder, size, modified, storageClass, etagHash } = this.#scanner.entries;
    return {
      bytes: text,
      nameFrom: (keyFrom[entry] ?? 0) + this.#prefix.length,
      nameTo: keyTo[entry] ?? 0,
      isFolder: isFolder[entry] === 1,
      size: size[entry] ?? 0,
      modified: modified[entry] ?? 0,
      storageClass: storageClass[entry] ?? 0,
      etagHash: etagHash[entry] ?? 0,
    };
  }
}

/** Whether an entry comes after all that its range has seen. */
function follows(order: PageOrder, place: number, range: RowRange | undefined): boolean {
  return range === undefined || order.compareTo(place, range.last) > 0;
}

function digest(
  order: PageOrder,
  { isTruncated, nextToken }: PageFacts,
  counts: Kept & { seen: number; disordered: boolean; reachedEnd: boolean },
): PageDigest {
  return {
    ok: true,
    ...counts,
    ...(order.count === 0 ? {} : { first: order.key(0), last: order.key(order.count - 1) }),
    isTruncated,
    ...(nextToken === undefined ? {} : { nextToken }),
    samples: order.samples(),
  };
}
