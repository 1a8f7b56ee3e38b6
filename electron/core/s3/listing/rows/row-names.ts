/** Reads names one at a time: each stays until the next one is read. */
export interface NameReader {
  /** In which the name lies, from {@link from} on; to be changed by nobody. */
  readonly bytes: Uint8Array;
  readonly from: number;
  /** Goes to the name of a row; free where it is there already. */
  read(id: number): void;
}

/** How long a row's name is, in bytes. */
export type NameLength = (id: number) => number;

/** The names of rows by id. Ids count up from zero, and names come in that order. */
export interface RowNames {
  /** Makes room for so many rows in all. @throws {RangeError} where there is no memory */
  reserve(rows: number): void;
  /** @throws {RangeError} where memory, or the 4 GB that positions reach, are used up; nothing is added then */
  add(id: number, bytes: Uint8Array, from: number, to: number): void;
  reader(): NameReader;
  /** Frees all; readers are of no use afterwards. */
  release(): void;
}
