import { randomUUID } from 'node:crypto';
import type { Clock } from '../../ports.ts';
import { failure } from '../../app-failure.ts';

const LONGEST_MS = 10 * 60_000;
const MOST_PLANS = 32;

/** Plans that wait for a yes. They go after ten minutes, or when there are more than 32. */
export class PlanStore<Plan> {
  readonly #plans = new Map<string, { readonly plan: Plan; readonly madeAt: number }>();
  readonly #clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** @returns its id, a UUID */
  add(plan: Plan): string {
    this.#prune();
    const id = randomUUID();
    this.#plans.set(id, { plan, madeAt: this.#clock.now() });
    const oldest = this.#plans.keys().next();
    if (this.#plans.size > MOST_PLANS && oldest.done !== true) this.#plans.delete(oldest.value);
    return id;
  }

  /** @throws {AppFailure} `work.gone` */
  get(id: string): Plan {
    this.#prune();
    const held = this.#plans.get(id);
    if (held === undefined) throw failure('work.gone', {});
    return held.plan;
  }

  delete(id: string): void {
    this.#plans.delete(id);
  }

  #prune(): void {
    const oldest = this.#clock.now() - LONGEST_MS;
    for (const [id, { madeAt }] of this.#plans) if (madeAt < oldest) this.#plans.delete(id);
  }
}
