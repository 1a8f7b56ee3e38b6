import { FakeClock } from '../../../support/fake-clock.ts';
import { ListingRun } from '../listing-run.ts';
import { Pace } from '../pace.ts';
import { PageJudge } from '../page-judge.ts';
import { type PlanOptions, RangePlan } from '../range-plan.ts';
import type { KeyServer } from './key-server.ts';
import { MemoryRows } from './memory-rows.ts';

/** A run over a {@link KeyServer}, and everything it is made of. */
export function runOver(server: KeyServer, options: Partial<PlanOptions> = {}) {
  const clock = new FakeClock();
  const pace = new Pace(clock);
  const rows = new MemoryRows();
  const { ordered = true } = options;
  const plan = new RangePlan({ prefix: '', delimiter: '', ranges: 'unknown', ...options });
  const judge = new PageJudge({ bucket: 'acme', host: 's3.test', ordered });
  const pauses: boolean[] = [];
  const run = new ListingRun({
    source: server,
    store: rows,
    plan,
    pace,
    clock,
    judge,
    onPage: () => {},
    onPause: () => pauses.push(pace.isWaiting),
  });
  return { run, plan, pace, rows, clock, pauses };
}
