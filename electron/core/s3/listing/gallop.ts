import { compareKeys } from './key-order.ts';
import type { KeyRange } from './key-range.ts';
import type { Branch, Lookout } from './lookout.ts';

/** One small request ahead of a range. */
export interface Probe {
  readonly gallop: Gallop;
  readonly lookout: Lookout;
}

/** Everything that is asked at once about what lies ahead of one range, and what was found. */
export class Gallop {
  readonly range: KeyRange;
  readonly #lookouts: readonly Lookout[];
  readonly #found = new Map<Lookout, readonly Branch[]>();
  #sent = 0;

  constructor(range: KeyRange, lookouts: readonly Lookout[]) {
    this.range = range;
    this.#lookouts = lookouts;
  }

  /** The next probe to send; undefined where all are sent. */
  next(): Probe | undefined {
    const lookout = this.#lookouts[this.#sent];
    if (lookout === undefined) return undefined;
    this.#sent += 1;
    return { gallop: this, lookout };
  }

  answered(lookout: Lookout, found: readonly Branch[]): void {
    this.#found.set(lookout, found);
  }

  get unsent(): number {
    return this.#lookouts.length - this.#sent;
  }

  get isComplete(): boolean {
    return this.#found.size === this.#lookouts.length;
  }

  /** Places where something new begins, in order. Of several with the same behind them, the first: it shuts off most. */
  branches(): Branch[] {
    const branches = [...this.#found.values()].flat().toSorted((a, b) => compareKeys(a.place, b.place));
    return branches.filter(({ first }, index) => index === 0 || branches[index - 1]?.first !== first);
  }
}
