import { compareBytes, fromUtf8 } from './byte-compare.ts';
import type { PageEntries } from './page-entries.ts';

const SAMPLES = 16;

/** The entries of a page in the order of their keys' bytes, folders and objects together. */
export class PageOrder {
  /** Folders, or objects, came out of order or twice. */
  readonly disordered: boolean;
  readonly #entries: PageEntries;
  /** Entries by their place. */
  readonly indexes: Uint32Array;

  constructor(entries: PageEntries) {
    this.#entries = entries;
    const folders: number[] = [];
    const objects: number[] = [];
    for (let i = 0; i < entries.count; i++) (entries.isFolder[i] === 1 ? folders : objects).push(i);
    this.disordered = !this.#rises(folders) || !this.#rises(objects);
    this.indexes = this.disordered ? this.#sorted() : this.#merged(folders, objects);
  }

  get count(): number {
    return this.indexes.length;
  }

  key(place: number): string {
    const { text, keyFrom, keyTo } = this.#entries;
    const entry = this.indexes[place] ?? 0;
    return fromUtf8(text, keyFrom[entry], keyTo[entry]);
  }

  keyBytes(place: number): Uint8Array {
    const { text, keyFrom, keyTo } = this.#entries;
    const entry = this.indexes[place] ?? 0;
    return text.slice(keyFrom[entry], keyTo[entry]);
  }

  compareTo(place: number, key: Uint8Array): number {
    const { text, keyFrom, keyTo } = this.#entries;
    const entry = this.indexes[place] ?? 0;
    return compareBytes(text, keyFrom[entry] ?? 0, keyTo[entry] ?? 0, key, 0, key.length);
  }

  /** The first place whose key is at least, or more than, a key. */
  firstFrom(key: Uint8Array, least: 'equal' | 'above'): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const difference = this.compareTo(middle, key);
      if (difference > 0 || (difference === 0 && least === 'equal')) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** At most sixteen keys, evenly spread, the first and the last among them. */
  samples(): readonly string[] {
    const last = this.count - 1;
    const wanted = Math.min(SAMPLES, this.count);
    return Array.from({ length: wanted }, (_, i) =>
      this.key(wanted === 1 ? 0 : Math.round((last * i) / (wanted - 1))),
    );
  }

  #compare(a: number, b: number): number {
    const { text, keyFrom, keyTo } = this.#entries;
    return compareBytes(text, keyFrom[a] ?? 0, keyTo[a] ?? 0, text, keyFrom[b] ?? 0, keyTo[b] ?? 0);
  }

  #rises(entries: readonly number[]): boolean {
    return entries.every((entry, i) => i === 0 || this.#compare(entries[i - 1] ?? 0, entry) < 0);
  }

  #sorted(): Uint32Array {
    return Uint32Array.from({ length: this.#entries.count }, (_, i) => i).sort((a, b) => this.#compare(a, b));
  }

  #merged(folders: readonly number[], objects: readonly number[]): Uint32Array {
    const merged = new Uint32Array(folders.length + objects.length);
    let f = 0;
    let o = 0;
    for (let i = 0; i < merged.length; i++) {
      const folder = folders[f];
      const object = objects[o];
      const isFolder = object === undefined || (folder !== undefined && this.#compare(folder, object) < 0);
      merged[i] = (isFolder ? folder : object) ?? 0;
      if (isFolder) f++;
      else o++;
    }
    return merged;
  }
}
