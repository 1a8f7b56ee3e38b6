import type { DeletionSpec, Deletions as DeletionStates } from '../../../../shared/deletion.ts';
import { AppFailure, failure } from '../../app-failure.ts';
import { Snapshots } from '../../bridge/snapshots.ts';
import type { RecordDeletion } from '../s3-records.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { BucketCalls } from '../bucket-calls.ts';
import { IncompleteUploads } from '../objects/incomplete-uploads.ts';
import { ObjectVersions } from '../objects/object-versions.ts';
import { DeletionJob, type DeletionTools } from './deletion-job.ts';
import type { SelectedRows } from './deletion-scope.ts';
import { DeletableLists } from './list-deletables.ts';

type Nothing = Record<string, never>;

/** How often a page hears of progress, in milliseconds. */
const NEWS_MS = 100;

/**
 * Deletions under way and done. Each is counted first and carried out only when that is asked for separately.
 *
 * What is deleted: of a selection, the objects whose keys were selected when counting began, whatever they hold by
 * then (as `aws s3 rm` does); of folders, prefixes and buckets, everything that is there when it is deleted.
 */
export class Deletions {
  readonly snapshots = new Snapshots<DeletionStates>({}, NEWS_MS);
  readonly #tools: DeletionTools;
  readonly #record: RecordDeletion;
  readonly #jobs = new Map<string, DeletionJob>();
  readonly #running = new Set<Promise<void>>();

  /** @param record keeps a record of each step */
  constructor(
    calls: BucketCalls,
    rows: SelectedRows,
    clock: Clock,
    logger: Logger,
    record: RecordDeletion = (_spec, _step, _signal, run) => run(),
  ) {
    this.#record = record;
    const lists = new DeletableLists(calls, new ObjectVersions(calls));
    this.#tools = { calls, rows, clock, logger, lists, uploads: new IncompleteUploads(calls) };
  }

  /**
   * Begins to count; answers at once. Nothing is deleted by it.
   * @throws {AppFailure} `profile.*`, `session.not-found`; `bridge.bad-request` for an id in use
   */
  async count({ deletionId, spec }: { deletionId: string; spec: DeletionSpec }): Promise<Nothing> {
    if (this.#jobs.has(deletionId)) throw badRequest('deletion.count', 'deletionId');
    const job = new DeletionJob(spec, this.#tools, () => this.#publish());
    this.#jobs.set(deletionId, job);
    this.#keep(job, 'count');
    return {};
  }

  /**
   * Begins to delete, or goes on where it was stopped or failed; answers at once.
   * @throws {AppFailure} `work.gone`; `bridge.bad-request` where it isn't counted, is under way, or is done
   */
  async run({ deletionId }: { deletionId: string }): Promise<Nothing> {
    const job = this.#job(deletionId);
    if (!job.mayRun) throw badRequest('deletion.run', job.state.phase);
    this.#keep(job, 'delete');
    return {};
  }

  /** Stops counting or deleting between two requests. @throws {AppFailure} `work.gone` */
  async stop({ deletionId }: { deletionId: string }): Promise<Nothing> {
    this.#job(deletionId).stop();
    return {};
  }

  /** @throws {AppFailure} `bridge.bad-request` for one under way */
  async forget({ deletionId }: { deletionId: string }): Promise<Nothing> {
    const job = this.#jobs.get(deletionId);
    if (job?.isUnderWay === true) throw badRequest('deletion.forget', job.state.phase);
    this.#jobs.delete(deletionId);
    this.#publish();
    return {};
  }

  /** Stops everything; resolves when nothing is under way any more. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.close();
    await Promise.all(this.#running);
  }

  #job(deletionId: string): DeletionJob {
    const job = this.#jobs.get(deletionId);
    if (job === undefined) throw failure('work.gone', {});
    return job;
  }

  #keep(job: DeletionJob, step: 'count' | 'delete'): void {
    const stopped = new AbortController();
    const run = async () => {
      await (step === 'count' ? job.count() : job.run());
      const { phase, error } = job.state;
      if (phase === 'stopped') stopped.abort();
      stopped.signal.throwIfAborted();
      if (error !== undefined) throw new AppFailure(error);
    };
    const kept = this.#record(job.state.spec, step, stopped.signal, run)
      .catch(() => undefined) // told in the state already
      .finally(() => this.#running.delete(kept));
    this.#running.add(kept);
  }

  #publish(): void {
    this.snapshots.set(Object.fromEntries([...this.#jobs].map(([id, job]) => [id, job.state])));
  }
}

function badRequest(request: string, reason: string) {
  return failure('bridge.bad-request', { request, reason });
}
