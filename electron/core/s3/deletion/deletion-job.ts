import { type AppError, appError } from '../../../../shared/app-error.ts';
import type { DeletionPhase, DeletionSpec, DeletionState } from '../../../../shared/deletion.ts';
import type { IncompleteUpload } from '../../../../shared/multipart-upload.ts';
import { AppFailure, failure } from '../../app-failure.ts';
import type { Clock, Logger } from '../../ports.ts';
import { type CallCount, countingCalls } from '../../support/call-counter.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import type { IncompleteUploads } from '../objects/incomplete-uploads.ts';
import type { PageMark } from '../objects/page-mark.ts';
import { atMost } from './at-most.ts';
import { counted, type Deletable } from './deletable.ts';
import { BatchDeletion, type BatchResult } from './delete-batch.ts';
import {
  type DeletionTargets,
  deletionTargets,
  PackedKeys,
  type SelectedRows,
  selectedIn,
} from './deletion-scope.ts';
import { DeletionTally } from './deletion-tally.ts';
import { type DeletableLists, inBatches } from './list-deletables.ts';
import { versioningOf } from './versioning-of.ts';

const BATCHES_AT_ONCE = 4;
const UPLOADS_AT_ONCE = 8;

export interface DeletionTools {
  readonly calls: BucketCalls;
  readonly rows: SelectedRows;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly lists: DeletableLists;
  readonly uploads: IncompleteUploads;
}

/** One deletion: counted, then carried out; stopped in between and gone on with. */
export class DeletionJob {
  readonly #spec: DeletionSpec;
  readonly #tools: DeletionTools;
  readonly #changed: () => void;
  readonly #bucket: RoleBucket;
  readonly #batches: BatchDeletion;
  readonly #tally = new DeletionTally();
  readonly #callCount: CallCount = { calls: 0 };
  readonly #close = new AbortController();
  #stop = new AbortController();
  #phase: DeletionPhase = 'counting';
  /** Set when counting began to be possible; what is still to be deleted of it. */
  #targets: DeletionTargets | undefined;
  #isCounted = false;
  #selected: DeletionState['selected'];
  #versioning: DeletionState['versioning'] = 'unknown';
  #startedAt: number;
  #error: AppError | undefined;

  /**
   * @param changed called whenever {@link state} is another one
   * @throws {AppFailure} `profile.*`, `session.not-found`
   */
  constructor(spec: DeletionSpec, tools: DeletionTools, changed: () => void) {
    this.#spec = spec;
    this.#tools = tools;
    this.#changed = changed;
    this.#bucket = tools.calls.resolve(spec.at);
    this.#batches = new BatchDeletion(tools.calls, tools.clock);
    this.#startedAt = tools.clock.now();
  }

  get state(): DeletionState {
    const { found, deleted, refused, refusals } = this.#tally;
    return {
      spec: this.#spec,
      phase: this.#phase,
      counted: this.#isCounted,
      found,
      deleted,
      ...(this.#selected === undefined ? {} : { selected: this.#selected }),
      refused,
      refusals,
      versioning: this.#versioning,
      startedAt: this.#startedAt,
      calls: this.#callCount.calls,
      ...(this.#error === undefined ? {} : { error: this.#error }),
    };
  }

  get isUnderWay(): boolean {
    return this.#phase === 'counting' || this.#phase === 'deleting';
  }

  /** Counted to the end, and neither under way nor done. */
  get mayRun(): boolean {
    return this.#isCounted && !this.isUnderWay && this.#phase !== 'done';
  }

  /** Never rejects; how it went is in the state. */
  count(): Promise<void> {
    return this.#during('counting', 'counted', async (signal) => {
      const targets = await deletionTargets(this.#spec, this.#tools.rows);
      this.#selected = selectedIn(this.#spec, targets);
      this.#versioning = await versioningOf(this.#tools.calls, this.#bucket, signal);
      this.#changed();
      if (this.#spec.what === 'current') {
        const objects = targets.keys.reduce((total, { count }) => total + count, 0);
        this.#tally.find({ objects, bytes: targets.keyBytes });
      } else {
        for (const pack of targets.keys) await this.#countPages(this.#versionsOf(pack, signal), signal);
      }
      await this.#countPages(this.#below(targets, signal), signal);
      for await (const uploads of this.#incompleteUploads(signal)) {
        this.#tally.find({ uploads: uploads.length });
        this.#changed();
      }
      this.#targets = targets;
      this.#isCounted = true;
    });
  }

  /** Never rejects; how it went is in the state. Goes on where it was stopped or failed. */
  run(): Promise<void> {
    this.#tally.forgetRefusals();
    this.#startedAt = this.#tools.clock.now();
    return this.#during('deleting', 'done', async (signal) => {
      const targets = this.#targets;
      if (targets === undefined) throw failure('work.gone', {});
      const { what } = this.#spec;
      if (what === 'current') await this.#deleteKeys(targets, signal);
      else for (const pack of targets.keys) await this.#deletePages(this.#versionsOf(pack, signal), signal);
      await this.#deletePages(this.#below(targets, signal), signal);
      for await (const uploads of this.#incompleteUploads(signal)) await this.#abortUploads(uploads, signal);
    });
  }

  /** Nothing more is sent; what is under way is waited for. */
  stop(): void {
    this.#stop.abort(failure('bridge.cancelled', {}));
  }

  /** The same at once, for the end of the app. */
  close(): void {
    this.stop();
    this.#close.abort(failure('bridge.cancelled', {}));
  }

  async #countPages(pages: AsyncIterable<readonly Deletable[]>, signal: AbortSignal): Promise<void> {
    for await (const page of pages) {
      signal.throwIfAborted();
      this.#tally.find(counted(page));
      this.#changed();
    }
  }

  async #deletePages(pages: AsyncIterable<readonly Deletable[]>, signal: AbortSignal): Promise<void> {
    await atMost(BATCHES_AT_ONCE, inBatches(pages), async (batch) => {
      signal.throwIfAborted();
      this.#take(await this.#delete(batch));
    });
    signal.throwIfAborted();
  }

  /** Selected objects by name. What is left of a pack stays, so that going on deletes nothing a second time. */
  async #deleteKeys(targets: DeletionTargets, signal: AbortSignal): Promise<void> {
    const left = [...targets.keys];
    const keep = () => {
      this.#targets = { ...targets, keys: left.filter(({ count }) => count > 0) };
    };
    await atMost(BATCHES_AT_ONCE, targets.keys.entries(), async ([index, pack]) => {
      signal.throwIfAborted();
      const keys = pack.unpack();
      const result = await this.#delete(keys.map((key) => ({ key, isMarker: false, bytes: 0 })));
      const gone = new Set(result.deleted.map(({ key }) => key));
      left[index] = new PackedKeys(keys.filter((key) => !gone.has(key)));
      this.#take(result);
    }).finally(keep);
    signal.throwIfAborted();
    // Nobody told the bytes of each; of all together they are known.
    if (targets.keys.length > 0 && left.every(({ count }) => count === 0)) {
      this.#tally.delete({ bytes: targets.keyBytes });
    }
  }

  #delete(batch: readonly Deletable[]) {
    return this.#batches.delete(this.#bucket, batch, {
      stop: this.#stop.signal,
      close: this.#close.signal,
    });
  }

  /** Counts what happened, then throws what went wrong. */
  #take(result: BatchResult): void {
    this.#tally.add(result);
    this.#changed();
    if (result.fault !== undefined) throw result.fault;
  }

  async #abortUploads(uploads: readonly IncompleteUpload[], signal: AbortSignal): Promise<void> {
    await atMost(UPLOADS_AT_ONCE, uploads, async ({ key, uploadId }) => {
      signal.throwIfAborted();
      try {
        await this.#tools.uploads.abortIn(this.#bucket, key, uploadId, this.#close.signal);
        this.#tally.delete({ uploads: 1 });
      } catch (thrown) {
        if (!(thrown instanceof AppFailure) || thrown.error.code !== 's3.access-denied') throw thrown;
        this.#tally.refuse([{ key, code: 'AccessDenied' }]);
      }
      this.#changed();
    });
  }

  #below(targets: DeletionTargets, signal: AbortSignal) {
    return this.#tools.lists.below(this.#bucket, targets.prefixes, this.#spec.what, signal);
  }

  #versionsOf(pack: PackedKeys, signal: AbortSignal) {
    return this.#tools.lists.versionsOf(this.#bucket, pack, signal);
  }

  /** Only where everything in a bucket is meant. */
  async *#incompleteUploads(signal: AbortSignal): AsyncGenerator<readonly IncompleteUpload[]> {
    if (this.#spec.scope.kind !== 'bucket' || this.#spec.what !== 'all-versions') return;
    let after: PageMark | undefined;
    do {
      const page = await this.#tools.uploads.list(this.#bucket, '', after, signal);
      yield page.uploads;
      const { next } = page;
      if (next !== undefined && next.key === after?.key && next.id === after.id) {
        throw failure('s3.listing-broken', { bucket: this.#spec.at.bucket, reason: 'repeats' });
      }
      after = next;
    } while (after !== undefined);
  }

  async #during(
    phase: 'counting' | 'deleting',
    end: 'counted' | 'done',
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#phase = phase;
    this.#error = undefined;
    this.#changed();
    try {
      await countingCalls(this.#callCount, () => work(signal));
      this.#phase = end;
    } catch (thrown) {
      this.#phase = signal.aborted ? 'stopped' : 'failed';
      if (!signal.aborted) this.#error = this.#explained(thrown);
    }
    this.#changed();
  }

  #explained(thrown: unknown): AppError {
    if (thrown instanceof AppFailure) return thrown.error;
    this.#tools.logger.error('a deletion failed', { kind: (thrown as Error).name });
    return appError('internal', {});
  }
}
