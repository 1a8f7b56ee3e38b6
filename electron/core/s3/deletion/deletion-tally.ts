import type { DeletionCount, DeletionRefusal } from '../../../../shared/deletion.ts';
import { counted, NOTHING, sum } from './deletable.ts';
import type { BatchResult } from './delete-batch.ts';

const MOST_REFUSALS = 100;

/** What was found, deleted and refused so far. */
export class DeletionTally {
  found: DeletionCount = NOTHING;
  deleted: DeletionCount = NOTHING;
  refused = 0;
  #refusals: DeletionRefusal[] = [];

  get refusals(): readonly DeletionRefusal[] {
    return this.#refusals;
  }

  find(count: Partial<DeletionCount>): void {
    this.found = sum(this.found, { ...NOTHING, ...count });
  }

  delete(count: Partial<DeletionCount>): void {
    this.deleted = sum(this.deleted, { ...NOTHING, ...count });
  }

  refuse(refusals: readonly DeletionRefusal[]): void {
    this.refused += refusals.length;
    this.#refusals = [...this.#refusals, ...refusals].slice(0, MOST_REFUSALS);
  }

  add({ deleted, refused }: BatchResult): void {
    this.delete(counted(deleted));
    this.refuse(refused);
  }

  /** What was refused is tried again when a deletion goes on, and refused again if it must be. */
  forgetRefusals(): void {
    this.refused = 0;
    this.#refusals = [];
  }
}
