/**
 * The entries of one page, in columns that are used again for the next page. Keys lie in {@link text}; a common prefix is
 * an entry that is a folder.
 */
export class PageEntries {
  count = 0;
  /** Keys one after the other; long enough for any page that was scanned. */
  text = new Uint8Array(0);
  keyFrom = new Uint32Array(0);
  keyTo = new Uint32Array(0);
  size = new Float64Array(0);
  /** Unix seconds. */
  modified = new Uint32Array(0);
  storageClass = new Uint8Array(0);
  etagHash = new Uint32Array(0);
  isFolder = new Uint8Array(0);

  /** Makes room for a page of so many bytes and forgets the last one. */
  reset(bytes: number): void {
    this.count = 0;
    if (this.text.length < bytes) this.text = new Uint8Array(bytes + (bytes >>> 2));
  }

  /** Makes room for one entry more. @returns Its index. */
  add(): number {
    if (this.count === this.size.length) this.#grow(Math.max(1024, this.count * 2));
    return this.count++;
  }

  #grow(to: number): void {
    this.keyFrom = copied(this.keyFrom, new Uint32Array(to));
    this.keyTo = copied(this.keyTo, new Uint32Array(to));
    this.size = copied(this.size, new Float64Array(to));
    this.modified = copied(this.modified, new Uint32Array(to));
    this.storageClass = copied(this.storageClass, new Uint8Array(to));
    this.etagHash = copied(this.etagHash, new Uint32Array(to));
    this.isFolder = copied(this.isFolder, new Uint8Array(to));
  }
}

/** Stands for a time that isn't known. */
export const NO_TIME = 0xffff_ffff;

function copied<Column extends Uint8Array | Uint32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
