import type {
  ClassTotal,
  ListingRow,
  ListingRows,
  ListingView,
  RowTextForm,
  SelectionChange,
  SelectionSummary,
} from '../../../../../shared/listing.ts';
import type { KeyBounds, PageDigest, RowStoreSpec } from '../row-store.ts';
import { boundaryIds } from './key-boundaries.ts';
import { findRow } from './find-row.ts';
import { type Differences, mergeRefresh } from './merge-refresh.ts';
import { NO_TIME } from './page-entries.ts';
import { PageIntake } from './page-intake.ts';
import type { RowOrder } from './row-order.ts';
import { RowSelection } from './row-selection.ts';
import { RowTable } from './row-table.ts';
import { rowText } from './row-text.ts';
import { RowViews } from './row-views.ts';
import { StorageClassCodes } from './storage-class-codes.ts';

/** The rows of one listing: what a {@link RowStore} does, at once and on the thread that calls. */
export class StoredListing {
  readonly #spec: RowStoreSpec;
  readonly #now: () => number;
  readonly #classes = new StorageClassCodes();
  readonly #intake: PageIntake;
  readonly #selection: RowSelection;
  #table: RowTable;
  #views: RowViews;
  /** The rows of a refresh under way. */
  #aside: RowTable | undefined;
  #version = 0;

  /** @param now Milliseconds of a clock that never goes back */
  constructor(spec: RowStoreSpec, now: () => number = () => performance.now()) {
    this.#spec = spec;
    this.#now = now;
    this.#intake = new PageIntake(spec, this.#classes);
    this.#table = new RowTable(spec.ordered);
    this.#selection = new RowSelection(this.#table.columns);
    this.#views = this.#newViews();
  }

  add(range: number, body: Uint8Array, bounds: KeyBounds): PageDigest {
    const digest = this.#intake.take(this.#aside ?? this.#table, range, body, bounds);
    if (digest.ok && digest.rows > 0 && this.#aside === undefined) this.#version++;
    return digest;
  }

  rows(view: ListingView, from: number, count: number, anchor?: number): ListingRows {
    const { order, covers } = this.#views.renewed(view);
    const anchorIndex = anchor === undefined ? undefined : order.indexOf(anchor);
    const first = Math.min(anchorIndex ?? from, order.total);
    const rows: ListingRow[] = [];
    order.visit(first, first + count, (id) => void rows.push(this.#row(id)));
    return {
      rows,
      from: first,
      total: order.total,
      covers,
      version: this.#version,
      ...(anchorIndex === undefined ? {} : { anchorIndex }),
    };
  }

  find(view: ListingView, text: string, match: 'begins' | 'equals', from: number): number | undefined {
    return findRow(this.#views.fixed(view).order, this.#table.columns, text, match, from);
  }

  select(view: ListingView, change: SelectionChange): SelectionSummary {
    this.#selection.change(this.#views.fixed(view).order, change);
    this.#version++;
    return this.#selection.summary;
  }

  selection(): SelectionSummary {
    return this.#selection.summary;
  }

  text(view: ListingView, form: RowTextForm): { text: string; rows: number; more: boolean } {
    const ids = this.#selectedInOrder(this.#views.fixed(view).order);
    return rowText(this.#spec, this.#table.columns, ids, form);
  }

  selectedKeys(from: number, count: number): readonly string[] {
    return this.#selection.ids(from, count).map((id) => this.#key(id));
  }

  classes(): readonly ClassTotal[] {
    return this.#table.totals.list(this.#classes);
  }

  boundaries(parts: number): readonly string[] {
    return boundaryIds(this.#table.byName(), this.#table.columns, parts).map((id) => this.#key(id));
  }

  beginRefresh(): void {
    this.abandonRefresh();
    this.#aside = new RowTable(this.#spec.ordered);
  }

  /** For totals, which know no keys, the numbers are how many objects there are more, or fewer. */
  finishRefresh(): Differences {
    const aside = this.#aside;
    if (aside === undefined) return { added: 0, removed: 0, changed: 0 };
    this.#aside = undefined;
    this.#version++;
    const grown = aside.totals.objects - this.#table.totals.objects;
    const { table, differences } = mergeRefresh(this.#table, aside, this.#selection);
    this.#table = table;
    aside.columns.release();
    this.#views.release();
    this.#views = this.#newViews();
    if (this.#spec.keep === 'rows') return differences;
    return { added: Math.max(0, grown), removed: Math.max(0, -grown), changed: 0 };
  }

  abandonRefresh(): void {
    this.#aside?.columns.release();
    this.#aside = undefined;
  }

  /** Gives the memory back at once; the listing is of no use afterwards. */
  release(): void {
    this.abandonRefresh();
    this.#views.release();
    this.#table.columns.release();
  }

  /** Those in the view first, in its order; then those that it doesn't show, in the order in which they came. */
  *#selectedInOrder(order: RowOrder): Iterable<number> {
    const shown = new Uint8Array(this.#table.columns.count);
    let left = this.#selection.summary.rows;
    for (let index = 0; left > 0 && index < order.total; index++) {
      const id = order.idAt(index);
      if (!this.#selection.has(id)) continue;
      shown[id] = 1;
      left--;
      yield id;
    }
    if (left > 0) for (const id of this.#selection.ids()) if (shown[id] !== 1) yield id;
  }

  #newViews(): RowViews {
    return new RowViews(this.#table, this.#classes, this.#now);
  }

  #key(id: number): string {
    return this.#spec.prefix + this.#table.columns.name(id);
  }

  #row(id: number): ListingRow {
    const { columns } = this.#table;
    const base = { id, name: columns.name(id), selected: this.#selection.has(id) };
    if (columns.isFolder(id)) return { ...base, kind: 'folder' };
    const modified = columns.modified(id);
    const storageClass = this.#classes.nameOf(columns.storageClass(id));
    return {
      ...base,
      kind: 'object',
      size: columns.size(id),
      ...(modified === NO_TIME ? {} : { modified: modified * 1000 }),
      ...(storageClass === undefined ? {} : { storageClass }),
    };
  }
}
