import { compareKeys } from './key-order.ts';

/** Largest block; one that outgrows it is split. Keeps an insertion into a million keys to a short array move. */
const BLOCK_SIZE = 1024;

interface Block<V> {
  keys: string[];
  values: V[];
}

/** Where a walk begins: at a key, just after it, or after every key that begins with it. */
export type Start = 'at' | 'after' | 'beyond-prefix';

/**
 * A map whose keys stand in S3's order, for millions of them: finding, adding and removing cost a binary search
 * and a move within one block, and a walk can begin anywhere.
 */
export class SortedMap<V> {
  #blocks: Block<V>[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    const block = this.#blocks[this.#blockAt(key, 'at')];
    if (block === undefined) return undefined;
    const index = lowerBound(block.keys, key, 'at');
    return block.keys[index] === key ? block.values[index] : undefined;
  }

  set(key: string, value: V): void {
    // Keys often arrive in order; then the place is known without a search.
    const last = this.#blocks.at(-1)?.keys.at(-1);
    const isLast = last === undefined || compareKeys(last, key) < 0;
    const found = isLast ? this.#blocks.length : this.#blockAt(key, 'at');
    const block = this.#blocks[found] ?? this.#lastBlockWithRoom();
    const index = isLast ? block.keys.length : lowerBound(block.keys, key, 'at');
    if (block.keys[index] === key) {
      block.values[index] = value;
      return;
    }
    block.keys.splice(index, 0, key);
    block.values.splice(index, 0, value);
    this.#size++;
    if (block.keys.length > BLOCK_SIZE) this.#split(found, block);
  }

  /** @returns whether the key was there. */
  delete(key: string): boolean {
    const found = this.#blockAt(key, 'at');
    const block = this.#blocks[found];
    if (block === undefined) return false;
    const index = lowerBound(block.keys, key, 'at');
    if (block.keys[index] !== key) return false;
    block.keys.splice(index, 1);
    block.values.splice(index, 1);
    this.#size--;
    if (block.keys.length === 0) this.#blocks.splice(found, 1);
    return true;
  }

  /** Walks from a place to the end. The map must not change meanwhile. */
  *from(key: string, start: Start = 'at'): Generator<V> {
    let blockIndex = this.#blockAt(key, start);
    const first = this.#blocks[blockIndex];
    let index = first === undefined ? 0 : lowerBound(first.keys, key, start);
    for (; blockIndex < this.#blocks.length; blockIndex++, index = 0) {
      const values = this.#blocks[blockIndex]?.values ?? [];
      for (; index < values.length; index++) yield values[index] as V;
    }
  }

  values(): Generator<V> {
    return this.from('');
  }

  /** The first block whose last key is not before the place; as many as there are blocks when there is none. */
  #blockAt(key: string, start: Start): number {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.#blocks[middle]?.keys.at(-1) ?? '';
      if (isBefore(last, key, start)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Keys that arrive in order fill whole blocks instead of leaving each half empty after a split. */
  #lastBlockWithRoom(): Block<V> {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.keys.length < BLOCK_SIZE) return last;
    const added: Block<V> = { keys: [], values: [] };
    this.#blocks.push(added);
    return added;
  }

  #split(at: number, block: Block<V>): void {
    const half = block.keys.length >>> 1;
    this.#blocks.splice(at + 1, 0, { keys: block.keys.splice(half), values: block.values.splice(half) });
  }
}

function lowerBound(keys: readonly string[], key: string, start: Start): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(keys[middle] ?? '', key, start)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(candidate: string, key: string, start: Start): boolean {
  const order = compareKeys(candidate, key);
  if (start === 'at') return order < 0;
  if (start === 'after') return order <= 0;
  return order < 0 || candidate.startsWith(key);
}
