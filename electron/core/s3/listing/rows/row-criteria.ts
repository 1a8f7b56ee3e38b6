import type { SearchCriteria } from '../../../../../shared/listing.ts';
import { NamePattern } from './name-pattern.ts';
import { NO_TIME } from './page-entries.ts';
import type { RowSource } from './row-columns.ts';
import type { StorageClassCodes } from './storage-class-codes.ts';

/** Says whether an entry is one that was searched for. Folders have a name only, so any other criterion leaves them out. */
export class RowCriteria {
  readonly #name: NamePattern | undefined;
  readonly #isNameOnly: boolean;
  readonly #minSize: number;
  readonly #maxSize: number;
  readonly #from: number | undefined;
  readonly #to: number | undefined;
  readonly #storageClasses: ReadonlySet<string> | undefined;
  readonly #codes: StorageClassCodes;

  constructor(criteria: SearchCriteria, codes: StorageClassCodes) {
    const { name, minSize, maxSize, modifiedFrom, modifiedTo, storageClasses } = criteria;
    this.#name = name === undefined || name === '' ? undefined : new NamePattern(name, 'anywhere');
    this.#isNameOnly = [minSize, maxSize, modifiedFrom, modifiedTo, storageClasses].every(
      (one) => one === undefined,
    );
    this.#minSize = minSize ?? 0;
    this.#maxSize = maxSize ?? Infinity;
    this.#from = modifiedFrom;
    this.#to = modifiedTo;
    this.#storageClasses = storageClasses === undefined ? undefined : new Set(storageClasses);
    this.#codes = codes;
  }

  meets(row: RowSource): boolean {
    if (row.isFolder ? !this.#isNameOnly : !this.#meetsObject(row)) return false;
    if (this.#name === undefined) return true;
    const { bytes, nameFrom, nameTo } = row;
    return this.#name.matches(bytes, nameFrom, nameTo - nameFrom, isAscii(bytes, nameFrom, nameTo));
  }

  #meetsObject({ size, modified, storageClass }: RowSource): boolean {
    if (size < this.#minSize || size > this.#maxSize) return false;
    if (this.#from !== undefined || this.#to !== undefined) {
      const time = modified * 1000;
      if (modified === NO_TIME || time < (this.#from ?? 0) || time > (this.#to ?? Infinity)) return false;
    }
    return this.#storageClasses?.has(this.#codes.countedAs(storageClass)) ?? true;
  }
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
  return true;
}
