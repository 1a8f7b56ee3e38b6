import type { ActivityAction, ActivityEntry } from '../../../shared/activity.ts';
import { appError } from '../../../shared/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { Snapshots } from '../bridge/snapshots.ts';
import type { Clock } from '../ports.ts';
import { countingCalls } from '../support/call-counter.ts';

/** How many entries are kept; older ones go. */
const KEPT = 200;

/** Does something and keeps a record of it; see {@link ActivityLog.record}. */
export type RecordedWork = ActivityLog['record'];

/** What was done, newest first, each with the `aws` command it equals and the requests it took. */
export class ActivityLog {
  readonly snapshots = new Snapshots<readonly ActivityEntry[]>([]);
  readonly #clock: Clock;
  #nextId = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does something and keeps a record of how it went. The outcome is passed on, good or bad. */
  async record<Result>(
    action: ActivityAction,
    command: string,
    signal: AbortSignal | undefined,
    run: () => Promise<Result>,
  ): Promise<Result> {
    const id = this.#nextId++;
    const startedAt = this.#clock.now();
    const count = { calls: 0 };
    this.#put({ id, action, command, startedAt, outcome: 'running', calls: 0 });
    const done = (end: Pick<ActivityEntry, 'outcome' | 'error'>) =>
      this.#put({
        id,
        action,
        command,
        startedAt,
        durationMs: this.#clock.now() - startedAt,
        calls: count.calls,
        ...end,
      });
    try {
      const result = await countingCalls(count, run);
      done({ outcome: 'ok' });
      return result;
    } catch (thrown) {
      if (signal?.aborted) done({ outcome: 'cancelled' });
      else {
        const error = thrown instanceof AppFailure ? thrown.error : appError('internal', {});
        done({ outcome: 'failed', error });
      }
      throw thrown;
    }
  }

  #put(entry: ActivityEntry): void {
    this.snapshots.update((entries) =>
      entries.some(({ id }) => id === entry.id)
        ? entries.map((other) => (other.id === entry.id ? entry : other))
        : [entry, ...entries].slice(0, KEPT),
    );
  }
}
