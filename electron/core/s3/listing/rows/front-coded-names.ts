import { ByteBlocks, offsetOf } from './byte-blocks.ts';
import { Column } from './column.ts';
import type { NameLength, NameReader, RowNames } from './row-names.ts';

/** Names in a group of sixteen: reading one means reading those before it in its group. */
const SHIFT = 4;
const GROUP_MASK = (1 << SHIFT) - 1;
/** What one byte can say. */
const MOST_SHARED = 0xff;
const FIRST_BYTES = 256;

/**
 * Names without what they share with the name before them (front coding). Keys come in order, so neighbours share their
 * folders and more: of a deep key of 44 bytes some ten are left, and there is one position for sixteen of them.
 */
export class FrontCodedNames implements RowNames {
  readonly #lengths: NameLength;
  /** What is left of each name; one piece for each group. */
  readonly #rests = new ByteBlocks();
  readonly #begins = new Column((length) => new Uint32Array(length));
  /** Bytes shared with the name before; none for the first of a group. */
  readonly #shared = new Column((length) => new Uint8Array(length));
  /** The name added last. */
  #last = new Uint8Array(FIRST_BYTES);
  #lastLength = 0;

  /** @param lengths Known of all names that were added */
  constructor(lengths: NameLength) {
    this.#lengths = lengths;
  }

  reserve(rows: number): void {
    this.#shared.reserve(rows);
    this.#begins.reserve((rows + GROUP_MASK) >>> SHIFT);
  }

  add(id: number, bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    const isFirst = (id & GROUP_MASK) === 0;
    const shared = isFirst ? 0 : this.#sharedWithLast(bytes, from, length);
    const position = isFirst
      ? this.#rests.append(bytes, from, to)
      : this.#rests.extend(bytes, from + shared, to);
    this.#begins.set(id >>> SHIFT, position);
    this.#shared.set(id, shared);
    this.#last = withRoom(this.#last, length);
    for (let i = shared; i < length; i++) this.#last[i] = bytes[from + i] ?? 0;
    this.#lastLength = length;
  }

  reader(): NameReader {
    return new FrontCodedReader(this.#lengths, this.#rests, this.#begins, this.#shared);
  }

  release(): void {
    this.#rests.release();
    this.#begins.release();
    this.#shared.release();
  }

  #sharedWithLast(bytes: Uint8Array, from: number, length: number): number {
    const last = this.#last;
    const most = Math.min(length, this.#lastLength, MOST_SHARED);
    let shared = 0;
    while (shared < most && last[shared] === bytes[from + shared]) shared++;
    return shared;
  }
}

/** Puts a name together from its group; from one name to a later one of its group it goes on. */
class FrontCodedReader implements NameReader {
  bytes = new Uint8Array(FIRST_BYTES);
  readonly from = 0;
  readonly #lengths: NameLength;
  readonly #rests: ByteBlocks;
  readonly #begins: Column<Uint32Array>;
  readonly #shared: Column<Uint8Array>;
  #id = -1;
  /** Bytes of the group up to the end of this name's rest. A group may still move to another block. */
  #passed = 0;

  constructor(
    lengths: NameLength,
    rests: ByteBlocks,
    begins: Column<Uint32Array>,
    shared: Column<Uint8Array>,
  ) {
    this.#lengths = lengths;
    this.#rests = rests;
    this.#begins = begins;
    this.#shared = shared;
  }

  read(id: number): void {
    if (id === this.#id) return;
    const group = id >>> SHIFT;
    const goesOn = this.#id >= 0 && id > this.#id && group === this.#id >>> SHIFT;
    const position = this.#begins.get(group);
    const block = this.#rests.blockAt(position);
    const begin = offsetOf(position);
    let at = begin + (goesOn ? this.#passed : 0);
    for (let name = goesOn ? this.#id + 1 : group << SHIFT; name <= id; name++) {
      const length = this.#lengths(name);
      this.bytes = withRoom(this.bytes, length);
      for (let i = this.#shared.get(name); i < length; i++) this.bytes[i] = block[at++] ?? 0;
    }
    this.#id = id;
    this.#passed = at - begin;
  }
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.max(length, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
