import type { SelectionChange, SelectionSummary } from '../../../../../shared/listing.ts';
import type { RowColumns } from './row-columns.ts';
import type { RowOrder } from './row-order.ts';

/** Selected rows, as one bit by id. */
export class RowSelection {
  readonly #columns: RowColumns;
  #bits = new Uint32Array(32);
  #rows = 0;
  #folders = 0;
  #bytes = 0;

  constructor(columns: RowColumns) {
    this.#columns = columns;
  }

  get summary(): SelectionSummary {
    return { rows: this.#rows, folders: this.#folders, bytes: this.#bytes };
  }

  has(id: number): boolean {
    return (((this.#bits[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1;
  }

  /**
   * Indexes outside the view are brought into it; an index of a view without rows changes nothing. A row that is told by
   * its id and isn't in the view is taken for no other.
   */
  change(order: RowOrder, change: SelectionChange): void {
    const last = order.total - 1;
    if (change.kind === 'none') this.#clear();
    else if (change.kind === 'all') {
      this.#clear();
      this.#addAll(order, 0, last);
    } else if (change.kind === 'range') {
      if (!change.add) this.#clear();
      const [from, to] = [within(change.from, last), within(change.to, last)];
      this.#addAll(order, Math.min(from, to), Math.max(from, to));
    } else if (last >= 0) {
      const there = order.idAt(within(change.index, last));
      const { kind, id = there } = change;
      if (kind === 'only') this.#clear();
      if (id === there || order.indexOf(id) !== undefined) this.set(id, kind === 'only' || !this.has(id));
    }
  }

  set(id: number, isSelected: boolean): void {
    if (this.has(id) === isSelected) return;
    if (id >>> 5 >= this.#bits.length) this.#grow(id);
    this.#bits[id >>> 5] = (this.#bits[id >>> 5] ?? 0) ^ (1 << (id & 31));
    const sign = isSelected ? 1 : -1;
    this.#rows += sign;
    if (this.#columns.isFolder(id)) this.#folders += sign;
    else this.#bytes += sign * this.#columns.size(id);
  }

  /** Selected ids from the `from`-th on, in the order of ids, which is that in which rows came. */
  ids(from = 0, count = Infinity): number[] {
    const found: number[] = [];
    let passed = 0;
    for (let word = 0; word < this.#bits.length && found.length < count; word++) {
      let bits = this.#bits[word] ?? 0;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        if (passed++ >= from && found.length < count) found.push(word * 32 + bit);
      }
    }
    return found;
  }

  /** Notes that a selected row is of another size now. */
  resized(id: number, from: number, to: number): void {
    if (this.has(id)) this.#bytes += to - from;
  }

  #clear(): void {
    this.#bits.fill(0);
    this.#rows = this.#folders = this.#bytes = 0;
  }

  #addAll(order: RowOrder, from: number, to: number): void {
    if (order.total > 0) order.visit(from, to + 1, (id) => this.set(id, true));
  }

  #grow(id: number): void {
    const larger = new Uint32Array(Math.max((id >>> 5) + 1, this.#bits.length * 2));
    larger.set(this.#bits);
    this.#bits = larger;
  }
}

function within(index: number, last: number): number {
  return Math.min(Math.max(index, 0), last);
}
