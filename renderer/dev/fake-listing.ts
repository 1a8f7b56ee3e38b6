import type {
  ListingRow,
  ListingRows,
  ListingState,
  ListingView,
  SelectionChange,
} from '../../shared/listing.ts';

/** A row without what the listing itself knows of it. */
export type FakeRow = Omit<ListingRow, 'id' | 'selected'>;

export interface FakeListingSource {
  readonly count: number;
  /** The row at a place in the order of names. */
  readonly row: (index: number) => FakeRow;
  /** How the listing stands, apart from its counts. */
  readonly state?: Partial<ListingState>;
  /** Rows that are there at once; all of them where absent. */
  readonly arrived?: number;
  /** Rows that come in ten times a second. */
  readonly pace?: number;
}

/** Stretches of names that are listed side by side, so that rows come in between others. */
const RANGES = 8;

/** A listing made of a function, in the page itself; what the worker behind the real one does, in short. */
export class FakeListing {
  readonly #source: FakeListingSource;
  readonly #selected = new Set<number>();
  #perRange: number;
  #version = 1;
  #made: { key: string; order: Uint32Array } | undefined;

  constructor(source: FakeListingSource) {
    this.#source = source;
    this.#perRange = Math.ceil((source.arrived ?? source.count) / RANGES);
  }

  get complete(): boolean {
    return this.#perRange * RANGES >= this.#source.count;
  }

  arrive(): void {
    this.#perRange += Math.ceil((this.#source.pace ?? 0) / RANGES);
    this.#version += 1;
  }

  state(): ListingState {
    const rows = this.#total();
    const folders = this.#firstObject(rows);
    return {
      phase: this.complete ? 'done' : 'running',
      rows,
      folders,
      bytes: (rows - folders) * 3_071_234,
      seen: rows,
      calls: Math.ceil(rows / 1000),
      tookMs: 300 + rows / 300,
      version: this.#version,
      selection: this.#summary(),
      ...this.#source.state,
    };
  }

  rows(view: ListingView, from: number, count: number, anchor?: number): ListingRows {
    const order = this.#order(view);
    const length = Math.max(0, Math.min(count, order.length - from));
    const anchorIndex = anchor === undefined ? -1 : order.indexOf(anchor);
    return {
      rows: Array.from({ length }, (_, offset) => this.#row(order.at(from + offset))),
      from,
      total: order.length,
      covers: this.#total(),
      version: this.#version,
      ...(anchorIndex < 0 ? {} : { anchorIndex }),
    };
  }

  find(view: ListingView, text: string, match: 'begins' | 'equals', from: number): { index?: number } {
    const order = this.#order(view);
    for (let step = 0; step < order.length; step += 1) {
      const index = (from + step) % order.length;
      const { name } = this.#source.row(order.at(index));
      const found = match === 'equals' ? name === text : name.toLowerCase().startsWith(text.toLowerCase());
      if (found) return { index };
    }
    return {};
  }

  select(view: ListingView, change: SelectionChange) {
    const order = this.#order(view);
    const add = change.kind === 'toggle' || (change.kind === 'range' && change.add);
    if (!add) this.#selected.clear();
    if (change.kind === 'only') this.#selected.add(order.at(change.index));
    else if (change.kind === 'toggle') {
      const id = order.at(change.index);
      if (!this.#selected.delete(id)) this.#selected.add(id);
    } else if (change.kind !== 'none') {
      const [first, last] =
        change.kind === 'all'
          ? [0, order.length - 1]
          : [Math.min(change.from, change.to), Math.max(change.from, change.to)];
      for (let index = first; index <= last; index += 1) this.#selected.add(order.at(index));
    }
    this.#version += 1;
    return this.#summary();
  }

  text(view: ListingView): { text: string; rows: number; more: boolean } {
    const order = this.#order(view);
    const names: string[] = [];
    for (let index = 0; index < order.length; index += 1) {
      const id = order.at(index);
      if (this.#selected.has(id)) names.push(this.#source.row(id).name);
    }
    return { text: names.map((name) => `${name}\n`).join(''), rows: names.length, more: false };
  }

  #summary() {
    let [folders, bytes] = [0, 0];
    for (const id of this.#selected) {
      const { kind, size = 0 } = this.#source.row(id);
      if (kind === 'folder') folders += 1;
      bytes += size;
    }
    return { rows: this.#selected.size, folders, bytes };
  }

  #row(id: number): ListingRow {
    return { id, selected: this.#selected.has(id), ...this.#source.row(id) };
  }

  #total(): number {
    return this.complete ? this.#source.count : this.#perRange * RANGES;
  }

  /** Folders come first. */
  #firstObject(total: number): number {
    let index = 0;
    while (index < Math.min(total, 1000) && this.#source.row(index).kind === 'folder') index += 1;
    return index;
  }

  /** The ids in a view's order; an id is a place in the order of names. */
  #order({ sort, filter }: ListingView) {
    const length = this.#total();
    const turned = sort.direction === 'descending';
    if (sort.column === 'name' && filter === '') {
      const at = (index: number) => this.#arrived(turned ? length - 1 - index : index);
      return { length, at, indexOf: (id: number) => this.#indexOf(id, length, turned) };
    }
    const key = JSON.stringify([sort, filter, length]);
    if (this.#made?.key !== key) this.#made = { key, order: this.#sorted(sort, filter, length) };
    const { order } = this.#made;
    return {
      length: order.length,
      at: (index: number) => order[index] ?? 0,
      indexOf: (id: number) => order.indexOf(id),
    };
  }

  #arrived(index: number): number {
    if (this.complete) return index;
    const range = Math.floor(index / this.#perRange);
    return range * Math.ceil(this.#source.count / RANGES) + (index % this.#perRange);
  }

  #indexOf(id: number, length: number, turned: boolean): number {
    const whole = Math.ceil(this.#source.count / RANGES);
    const index = this.complete ? id : Math.floor(id / whole) * this.#perRange + (id % whole);
    return turned ? length - 1 - index : index;
  }

  #sorted({ column, direction }: ListingView['sort'], filter: string, length: number): Uint32Array {
    const { row } = this.#source;
    const wanted = filter.toLowerCase();
    const ids = new Uint32Array(length);
    let count = 0;
    for (let index = 0; index < length; index += 1) {
      const id = this.#arrived(index);
      if (wanted === '' || row(id).name.toLowerCase().includes(wanted)) ids[count++] = id;
    }
    const value = (id: number) => {
      const { size = 0, modified = 0, storageClass = '' } = row(id);
      return column === 'name'
        ? id
        : column === 'size'
          ? size
          : column === 'modified'
            ? modified
            : storageClass;
    };
    const sign = direction === 'ascending' ? 1 : -1;
    return ids.slice(0, count).sort((one, other) => {
      const [left, right] = [value(one), value(other)];
      return left === right ? one - other : left < right ? -sign : sign;
    });
  }
}
