import { Gallop, type Probe } from './gallop.ts';
import type { KeyRange } from './key-range.ts';
import type { Lookout } from './lookout.ts';
import { PROBE, type Speculation } from './speculation.ts';

/** All looking ahead that is under way. */
export class Gallops {
  readonly #speculation: Speculation;
  #gallops: Gallop[] = [];
  #returned: Probe[] = [];

  constructor(speculation: Speculation) {
    this.#speculation = speculation;
  }

  get size(): number {
    return this.#gallops.length;
  }

  isAheadOf(range: KeyRange): boolean {
    return this.#gallops.some((gallop) => gallop.range === range);
  }

  /** @returns false where that would be too much looking ahead for now */
  start(range: KeyRange, lookouts: readonly Lookout[]): boolean {
    if (this.#speculation.left < lookouts.length * PROBE) return false;
    this.#speculation.underWay += lookouts.length * PROBE;
    this.#gallops.push(new Gallop(range, lookouts));
    return true;
  }

  /** The next probe to send. */
  next(): Probe | undefined {
    const returned = this.#returned.pop();
    if (returned !== undefined) return returned;
    for (const gallop of this.#gallops) {
      const probe = gallop.next();
      if (probe !== undefined) return probe;
    }
    return undefined;
  }

  /** Takes back a probe without an answer, to be sent again if somebody still wants to know. */
  takeBack(probe: Probe): void {
    if (this.#gallops.includes(probe.gallop)) this.#returned.push(probe);
    else this.#speculation.underWay -= PROBE;
  }

  noteAnswer(): void {
    this.#speculation.underWay -= PROBE;
    this.#speculation.wasted += PROBE;
  }

  /** Takes out those whose answers are all in and can be used now, and those whose range has ended. */
  takeComplete(): Gallop[] {
    const over = this.#gallops.filter(
      ({ range, isComplete }) => range.state === 'done' || (isComplete && range.state !== 'reading'),
    );
    for (const gallop of over) this.drop(gallop);
    return over.filter(({ range }) => range.state !== 'done');
  }

  /** What is still under way of it is counted when it comes back. */
  drop(gallop: Gallop): void {
    if (!this.#gallops.includes(gallop)) return;
    const returned = this.#returned.filter((probe) => probe.gallop === gallop).length;
    this.#speculation.underWay -= (gallop.unsent + returned) * PROBE;
    this.#returned = this.#returned.filter((probe) => probe.gallop !== gallop);
    this.#gallops = this.#gallops.filter((other) => other !== gallop);
  }

  dropAll(): void {
    for (const gallop of this.#gallops) this.drop(gallop);
  }
}
