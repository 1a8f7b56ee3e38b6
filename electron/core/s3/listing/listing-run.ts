import { failure } from '../../app-failure.ts';
import type { Clock } from '../../ports.ts';
import type { KeyRange, WholePage } from './key-range.ts';
import type { PageSource, PageStart } from './list-page-request.ts';
import type { Pace } from './pace.ts';
import { faultKind, TRIES } from './page-faults.ts';
import type { PageJudge } from './page-judge.ts';
import type { RangePlan, Step } from './range-plan.ts';
import type { PageDigest, RowStore } from './row-store.ts';

export interface RunParts {
  readonly source: PageSource;
  readonly store: Pick<RowStore, 'add'>;
  readonly plan: RangePlan;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly judge: PageJudge;
  /** A page was read and kept. May take a moment, before which no more is asked for. */
  readonly onPage: (page: WholePage) => void | Promise<void>;
  /** A pause that S3 wished for has begun or ended. */
  readonly onPause: () => void;
}

const FIRST_WAIT_MS = 250;
/** Pages that may wait for their reader, a quarter of a megabyte each: more would only wait, and take memory. */
const MOST_UNREAD = 4;

/** No range has this id; they count from one. */
const PROBES = 0;
const KEEP_NOTHING = { before: '' };

/** Carries out a plan: as many requests at once as the pace allows, until every range is listed. */
export class ListingRun {
  readonly #parts: RunParts;
  /** Tries in a row without success, by what was asked. */
  readonly #tries = new Map<object, number>();
  #underWay = 0;
  /** Pages handed to the row store and not read yet. */
  #unread = 0;

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  /**
   * Lists until the end. After an abort or a failure it can be called again and goes on where each range stood.
   * @throws {AppFailure} what ended it; the signal's reason once it is aborted. No request is under way then.
   */
  async run(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { plan, pace } = this.#parts;
    this.#tries.clear();
    const halt = new AbortController();
    const both = AbortSignal.any([signal, halt.signal]);
    const tasks = new Set<Promise<void>>();
    let fault: unknown;
    let wake = () => {};
    const fail = (thrown: unknown) => {
      if (both.aborted) return; // it was this that ended the request
      fault = thrown;
      halt.abort();
    };
    // Woken once for all that happened in between: with sixty-four requests, answers come in bunches.
    while (!plan.isDone && !both.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      while (!pace.isWaiting && this.#underWay < pace.limit && this.#unread < MOST_UNREAD) {
        const step = plan.next(pace.limit - this.#underWay);
        if (step === undefined) break;
        const task = this.#take(step, both)
          .catch(fail)
          .finally(() => {
            tasks.delete(task);
            wake();
          });
        tasks.add(task);
      }
      pace.noteUnderWay(this.#underWay);
      if (tasks.size === 0) throw failure('internal', {}); // a plan that isn't done always has something to ask
      await woken;
    }
    halt.abort();
    await Promise.all(tasks);
    signal.throwIfAborted();
    if (fault !== undefined) throw fault;
  }

  async #take(step: Step, signal: AbortSignal): Promise<void> {
    const { plan, pace, clock, onPause } = this.#parts;
    const subject = step.kind === 'page' ? step.range : step.probe;
    const asked = performance.now();
    this.#underWay += 1;
    try {
      await (step.kind === 'page' ? this.#page(step.range, signal) : this.#probe(step, signal));
      this.#tries.delete(subject);
      pace.answered(this.#underWay, step.kind === 'page' ? performance.now() - asked : undefined);
      this.#underWay -= 1;
    } catch (thrown) {
      this.#underWay -= 1;
      // Held back from the plan while it waits: given back at once, it would be asked again at once.
      const tries = (this.#tries.get(subject) ?? 0) + 1;
      this.#tries.set(subject, tries);
      const kind = faultKind(thrown);
      try {
        if (signal.aborted || tries >= TRIES[kind]) throw thrown;
        if (kind === 'refused') {
          const pause = pace.refused(signal);
          onPause();
          await pause;
          onPause();
        } else {
          const longest = FIRST_WAIT_MS * 2 ** tries;
          await clock.sleep(longest / 2 + Math.random() * (longest / 2), signal);
        }
      } finally {
        plan.takeBack(step);
      }
    }
  }

  async #page(range: KeyRange, signal: AbortSignal): Promise<void> {
    const { source, plan, judge, onPage } = this.#parts;
    for (let tries = 1; ; tries += 1) {
      const start: PageStart =
        range.token === undefined ? { startAfter: range.floor } : { token: range.token };
      const body = await source.page(start, signal);
      // From here until the digest is in, the range must not be cut: what is kept goes by these bounds.
      range.state = 'reading';
      const digest = await this.#read(range.id, body, plan.bounds(range));
      const fault = judge.fault(range, start, digest);
      if (digest.ok && fault === undefined) {
        plan.read(range, digest);
        await onPage(digest);
        return;
      }
      range.state = 'asked';
      if (fault !== undefined && (fault.isFinal || tries >= TRIES.broken)) throw fault.failure;
      signal.throwIfAborted();
    }
  }

  async #read(...page: Parameters<RowStore['add']>): Promise<PageDigest> {
    this.#unread += 1;
    try {
      return await this.#parts.store.add(...page);
    } finally {
      this.#unread -= 1;
    }
  }

  /** Goes through the same reader as every page: what isn't whole must not pass for "nothing there". */
  async #probe({ probe }: Step & { readonly kind: 'probe' }, signal: AbortSignal): Promise<void> {
    const { source, plan, judge } = this.#parts;
    for (let tries = 1; ; tries += 1) {
      const body = await source.page(probe.lookout.start, signal);
      const digest = await this.#read(PROBES, body, KEEP_NOTHING);
      if (digest.ok) {
        plan.probed(probe, digest);
        return;
      }
      if (tries >= TRIES.broken) throw judge.unreadable(digest.reason);
      signal.throwIfAborted();
    }
  }
}
