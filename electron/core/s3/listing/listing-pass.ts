import type { ListingSpec } from '../../../../shared/listing.ts';
import type { Clock } from '../../ports.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { isDirectoryBucket } from './bucket-url.ts';
import { globHead } from './glob-head.ts';
import type { WholePage } from './key-range.ts';
import { ListPageRequest } from './list-page-request.ts';
import { ListingRun } from './listing-run.ts';
import { NOTHING, withPage } from './listing-totals.ts';
import type { Pace } from './pace.ts';
import type { PageBuffers } from './page-buffers.ts';
import { PageJudge } from './page-judge.ts';
import { type PlanOptions, RangePlan } from './range-plan.ts';
import type { RowStore } from './row-store.ts';

export interface PassOptions {
  readonly calls: BucketCalls;
  readonly clock: Clock;
  readonly at: RoleBucket;
  readonly spec: ListingSpec;
  readonly pace: Pace;
  readonly buffers?: PageBuffers | undefined;
  /** Made when the first page is there: by then it is known where the bucket is. */
  readonly store: () => RowStore;
  /** What an earlier pass learned. */
  readonly ranges?: PlanOptions['ranges'];
  readonly boundaries?: readonly string[];
  readonly pagesBetween?: number;
  /** Ids of ranges go on from there. */
  readonly firstId?: number;
  readonly onCall: () => void;
  /** Something has changed: a page was read (then it is given), or a pause began or ended. */
  readonly onChange: (page?: WholePage) => void | Promise<void>;
}

/** One way through all the keys of a listing, which can be interrupted and gone on with. */
export class ListingPass {
  readonly plan: RangePlan;
  readonly #run: ListingRun;
  #totals = NOTHING;

  constructor(options: PassOptions) {
    const { calls, clock, at, spec, pace, store, onCall, onChange } = options;
    const ordered = !isDirectoryBucket(at.bucket);
    const delimiter = spec.kind === 'folder' ? '/' : '';
    const prefix = spec.prefix + (spec.kind === 'search' ? globHead(spec.criteria?.name) : '');
    this.plan = new RangePlan(
      {
        prefix,
        delimiter,
        ordered,
        ranges: ordered ? (options.ranges ?? 'unknown') : 'never',
        boundaries: options.boundaries ?? [],
        pagesBetween: options.pagesBetween ?? 1,
      },
      options.firstId,
    );
    this.#run = new ListingRun({
      source: new ListPageRequest(calls, { at, prefix, delimiter }, onCall, options.buffers),
      store: { add: (...page) => store().add(...page) },
      plan: this.plan,
      pace,
      clock,
      judge: new PageJudge({ bucket: at.bucket, host: calls.host(at), ordered }),
      onPage: (page) => {
        this.#totals = withPage(this.#totals, page);
        return onChange(page);
      },
      onPause: () => void onChange(),
    });
  }

  get totals() {
    return this.#totals;
  }

  /** @throws as {@link ListingRun.run} */
  run(signal: AbortSignal): Promise<void> {
    return this.#run.run(signal);
  }
}
