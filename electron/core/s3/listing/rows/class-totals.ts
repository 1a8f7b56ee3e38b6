import type { ClassTotal } from '../../../../../shared/listing.ts';
import type { StorageClassCodes } from './storage-class-codes.ts';

/** Counts and bytes of objects by storage class. */
export class ClassTotals {
  readonly #objects = new Float64Array(256);
  readonly #bytes = new Float64Array(256);

  add(code: number, size: number): void {
    this.#objects[code] = (this.#objects[code] ?? 0) + 1;
    this.#bytes[code] = (this.#bytes[code] ?? 0) + size;
  }

  /** In the order of names; objects without a class are counted as standard ones. */
  list(classes: StorageClassCodes): readonly ClassTotal[] {
    const totals = new Map<string, ClassTotal>();
    this.#objects.forEach((objects, code) => {
      if (objects === 0) return;
      const storageClass = classes.countedAs(code);
      const before = totals.get(storageClass);
      const bytes = (this.#bytes[code] ?? 0) + (before?.bytes ?? 0);
      totals.set(storageClass, { storageClass, objects: objects + (before?.objects ?? 0), bytes });
    });
    return [...totals.values()].sort((a, b) => (a.storageClass < b.storageClass ? -1 : 1));
  }

  get objects(): number {
    return this.#objects.reduce((sum, objects) => sum + objects, 0);
  }
}
