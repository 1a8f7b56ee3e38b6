import { compareBytes, fromUtf8 } from './byte-compare.ts';
import { Column } from './column.ts';
import { FrontCodedNames } from './front-coded-names.ts';
import { PlainNames } from './plain-names.ts';
import type { NameReader, RowNames } from './row-names.ts';

/** Room in a row's length for a name; S3's keys have 1,024 bytes at most. */
export const MOST_NAME_BYTES = 0x3fff;
const FOLDER = 0x4000;
const NOT_ASCII = 0x8000;
const LARGE = 0xffff_ffff;

/** What a row is made of. The name is the key below the listing's prefix. */
export interface RowSource {
  readonly bytes: Uint8Array;
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly isFolder: boolean;
  readonly size: number;
  /** Unix seconds. */
  readonly modified: number;
  readonly storageClass: number;
  readonly etagHash: number;
}

/**
 * The rows of a listing by id: 14 bytes each, and of the name what sets it apart from the one before. Ids count up from
 * zero.
 */
export class RowColumns {
  #count = 0;
  readonly #names: RowNames;
  #reader: NameReader;
  /** For the second of two names that are compared. */
  #secondReader: NameReader;
  /** The name's length, and two flags. */
  readonly #shape = new Column((length) => new Uint16Array(length));
  /** Bytes below 4 GiB; larger ones are few, and stand apart. */
  readonly #size = new Column((length) => new Uint32Array(length));
  readonly #large = new Map<number, number>();
  readonly #modified = new Column((length) => new Uint32Array(length));
  readonly #storageClass = new Column((length) => new Uint8Array(length));
  /** The lower half will do: it matters only where an object was replaced by one of the same size in the same second. */
  readonly #etagHash = new Column((length) => new Uint16Array(length));

  /** @param isOrdered Names come in order, give or take; others are kept as they are, to be sorted */
  constructor(isOrdered = true) {
    this.#names = isOrdered ? new FrontCodedNames((id) => this.nameLength(id)) : new PlainNames();
    this.#reader = this.#names.reader();
    this.#secondReader = this.#names.reader();
  }

  get count(): number {
    return this.#count;
  }

  /** Makes room for so many rows more. @throws {RangeError} where there is no memory */
  reserve(rows: number): void {
    const wanted = this.#count + rows;
    this.#names.reserve(wanted);
    for (const column of this.#columns()) column.reserve(wanted);
  }

  /** Frees all rows. */
  release(): void {
    this.#count = 0;
    this.#names.release();
    this.#reader = this.#names.reader();
    this.#secondReader = this.#names.reader();
    this.#large.clear();
    for (const column of this.#columns()) column.release();
  }

  /** Adds a row for which room was made. @returns Its id */
  add(row: RowSource): number {
    const id = this.#count;
    const { bytes, nameFrom, nameTo } = row;
    let seen = 0;
    for (let i = nameFrom; i < nameTo; i++) seen |= bytes[i] ?? 0;
    this.#names.add(id, bytes, nameFrom, nameTo);
    this.#shape.set(id, (nameTo - nameFrom) | (row.isFolder ? FOLDER : 0) | (seen > 0x7f ? NOT_ASCII : 0));
    this.update(id, row);
    this.#count++;
    return id;
  }

  /** Takes over all but the name. */
  update(id: number, row: Pick<RowSource, 'size' | 'modified' | 'storageClass' | 'etagHash'>): void {
    const isLarge = row.size >= LARGE;
    this.#size.set(id, isLarge ? LARGE : row.size);
    if (isLarge) this.#large.set(id, row.size);
    else this.#large.delete(id);
    this.#modified.set(id, row.modified);
    this.#storageClass.set(id, row.storageClass);
    this.#etagHash.set(id, row.etagHash);
  }

  /** The name's bytes are good until another name is asked for. */
  row(id: number): RowSource {
    const nameFrom = this.nameFrom(id);
    return {
      bytes: this.nameBytes(id),
      nameFrom,
      nameTo: nameFrom + this.nameLength(id),
      isFolder: this.isFolder(id),
      size: this.size(id),
      modified: this.modified(id),
      storageClass: this.storageClass(id),
      etagHash: this.etagHash(id),
    };
  }

  /** Bytes in which the name lies, from {@link nameFrom} on; until another name is asked for. */
  nameBytes(id: number): Uint8Array {
    this.#reader.read(id);
    return this.#reader.bytes;
  }

  nameFrom(id: number): number {
    this.#reader.read(id);
    return this.#reader.from;
  }

  nameLength(id: number): number {
    return this.#shape.get(id) & MOST_NAME_BYTES;
  }

  isFolder(id: number): boolean {
    return (this.#shape.get(id) & FOLDER) !== 0;
  }

  isAscii(id: number): boolean {
    return (this.#shape.get(id) & NOT_ASCII) === 0;
  }

  name(id: number): string {
    const from = this.nameFrom(id);
    return fromUtf8(this.nameBytes(id), from, from + this.nameLength(id));
  }

  size(id: number): number {
    const size = this.#size.get(id);
    return size === LARGE ? (this.#large.get(id) ?? size) : size;
  }

  modified(id: number): number {
    return this.#modified.get(id);
  }

  storageClass(id: number): number {
    return this.#storageClass.get(id);
  }

  etagHash(id: number): number {
    return this.#etagHash.get(id);
  }

  /** Compares the names of two rows, the second maybe of other columns. */
  compareNames(a: number, b: number, others: RowColumns = this): number {
    const one = this.#reader;
    const other = others.#secondReader;
    one.read(a);
    other.read(b);
    const aTo = one.from + this.nameLength(a);
    const bTo = other.from + others.nameLength(b);
    return compareBytes(one.bytes, one.from, aTo, other.bytes, other.from, bTo);
  }

  #columns() {
    return [this.#shape, this.#size, this.#modified, this.#storageClass, this.#etagHash];
  }
}
