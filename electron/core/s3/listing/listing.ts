import { type AppError, appError } from '../../../../shared/app-error.ts';
import type {
  ClassTotal,
  ListingPhase,
  ListingRows,
  ListingSpec,
  ListingState,
  ListingView,
  RefreshState,
  RowTextForm,
  SelectionChange,
  SelectionSummary,
} from '../../../../shared/listing.ts';
import { AppFailure } from '../../app-failure.ts';
import type { Clock } from '../../ports.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { HeldAnswers } from './held-answers.ts';
import { ListingPass, type PassOptions } from './listing-pass.ts';
import { NOTHING } from './listing-totals.ts';
import { Pace } from './pace.ts';
import type { RowStore, RowStores } from './row-store.ts';
import { Stopwatch } from './stopwatch.ts';
import { storeSpec } from './store-spec.ts';

/** Keys that a range should hold at least when a listing is listed again. */
const REFRESH_KEYS = 2000;
const MOST_REFRESH_RANGES = 64;
const NONE_SELECTED: SelectionSummary = { rows: 0, folders: 0, bytes: 0 };

/** What one pass may tell the next. */
type Learned = Pick<PassOptions, 'ranges' | 'boundaries' | 'pagesBetween'>;

/** Runs the first pass of a listing and keeps a record of it. The outcome is passed on. */
export type RecordListing = (
  spec: ListingSpec,
  signal: AbortSignal,
  run: () => Promise<void>,
) => Promise<void>;

export interface ListingParts {
  readonly spec: ListingSpec;
  readonly calls: BucketCalls;
  readonly stores: RowStores;
  readonly clock: Clock;
  readonly record: RecordListing;
  /** `now` where it should be shown without delay. */
  readonly onChange: (when: 'now' | 'soon') => void;
}

/** One listing that somebody looks at: its passes over the keys, its rows, and how it stands. */
export class Listing {
  readonly #parts: ListingParts;
  readonly #pace: Pace;
  readonly #watch = new Stopwatch();
  #at: RoleBucket | undefined;
  #store: RowStore | undefined;
  #pass: ListingPass | undefined;
  /** Begun last, complete or not. */
  #latest: ListingPass | undefined;
  #phase: 'new' | 'running' | 'stopped' | 'done' | 'failed' = 'new';
  #halt = new AbortController();
  #ended: Promise<void> = Promise.resolve();
  #wish: string | undefined;
  #totals = NOTHING;
  #calls = 0;
  #version = 0;
  #selection = NONE_SELECTED;
  #error: AppError | undefined;
  #classes: readonly ClassTotal[] | undefined;
  #refresh: RefreshState | undefined;
  /** For whoever asked before there were any. */
  readonly #firstRows = new HeldAnswers();

  constructor(parts: ListingParts) {
    this.#parts = parts;
    this.#pace = new Pace(parts.clock);
  }

  get spec(): ListingSpec {
    return this.#parts.spec;
  }

  get state(): ListingState {
    const region = this.#at && (this.#parts.calls.region(this.#at) ?? this.#at.role.region);
    return {
      phase: this.#phaseNow,
      ...this.#totals,
      calls: this.#calls,
      tookMs: this.#watch.ms,
      version: this.#version,
      selection: this.#selection,
      ...(this.#error === undefined ? {} : { error: this.#error }),
      ...(this.#classes === undefined ? {} : { classes: this.#classes }),
      ...(this.#refresh === undefined ? {} : { refresh: this.#refresh }),
      ...(region === undefined || this.#totals.seen === 0 ? {} : { region }),
    };
  }

  get #phaseNow(): ListingPhase {
    if (this.#phase === 'new') return 'running';
    return this.#phase === 'running' && this.#pace.isWaiting ? 'waiting' : this.#phase;
  }

  /** Begins, or goes on after a stop or a failure. Does nothing while it runs or is complete. */
  start(): void {
    if (this.#phase === 'running' || this.#phase === 'done' || this.#refresh?.phase === 'running') return;
    const isFirst = this.#phase === 'new';
    const before = this.#ended;
    const { spec, record } = this.#parts;
    this.#halt = new AbortController();
    const { signal } = this.#halt;
    this.#phase = 'running';
    this.#error = undefined;
    this.#watch.start();
    const run = async () => {
      await before; // what was stopped may still be taking in pages it had
      signal.throwIfAborted();
      this.#pass ??= this.#makePass();
      if (isFirst && this.#wish !== undefined) this.#pass.plan.hasten(this.#wish);
      await this.#pass.run(signal);
    };
    this.#ended = (isFirst ? record(spec, signal, run) : run()).then(
      () => this.#end('done'),
      // Whoever aborted has said already how it stands.
      (thrown: unknown) => (signal.aborted ? undefined : this.#end('failed', errorOf(thrown))),
    );
    this.#parts.onChange('now');
  }

  /** Ends every request under way at once. The rows stay; {@link start} goes on. */
  stop(): void {
    this.#halt.abort();
    if (this.#phase === 'running') {
      this.#phase = 'stopped';
      this.#watch.stop();
      void this.#firstRows.give();
    }
    this.#parts.onChange('now');
  }

  /** Lists again; the rows there are stay until that is done. Does nothing while something is under way. */
  refresh(): void {
    const store = this.#store;
    if (this.#phase === 'running' || this.#refresh?.phase === 'running') return;
    if (store === undefined) return this.start(); // nothing came the first time
    const before = this.#ended;
    this.#halt = new AbortController();
    const { signal } = this.#halt;
    this.#refresh = { phase: 'running', seen: 0 };
    this.#ended = before.then(() => this.#listAgain(store, signal));
    this.#parts.onChange('now');
  }

  /** Lists names that begin with a text next. */
  hasten(text: string): void {
    this.#wish = this.#parts.spec.prefix + text;
    this.#pass?.plan.hasten(this.#wish);
  }

  /** The first are waited for as long as they may come, so that they are there as soon as they can be. */
  async rows(view: ListingView, from: number, count: number, anchor?: number): Promise<ListingRows> {
    if (this.#totals.rows === 0 && this.#phase === 'running') {
      return this.#firstRows.hold(() => this.rows(view, from, count, anchor));
    }
    // Taken before the rows are asked for: what changes meanwhile is newer than the answer.
    const version = this.#version;
    const rows = await this.#store?.rows(view, from, count, anchor);
    return rows === undefined ? { rows: [], from: 0, total: 0, covers: 0, version } : { ...rows, version };
  }

  async find(view: ListingView, text: string, match: 'begins' | 'equals', from: number) {
    return this.#store?.find(view, text, match, from);
  }

  async select(view: ListingView, change: SelectionChange): Promise<SelectionSummary> {
    if (this.#store === undefined) return NONE_SELECTED;
    this.#selection = await this.#store.select(view, change);
    this.#version += 1;
    this.#parts.onChange('now');
    return this.#selection;
  }

  async text(view: ListingView, form: RowTextForm) {
    return (await this.#store?.text(view, form)) ?? { text: '', rows: 0, more: false };
  }

  async selectedKeys(from: number, count: number): Promise<readonly string[]> {
    return (await this.#store?.selectedKeys(from, count)) ?? [];
  }

  /** Brings the totals by storage class up to date; for `measure` only. */
  async updateClasses(): Promise<void> {
    if (this.#parts.spec.kind !== 'measure' || this.#store === undefined) return;
    this.#classes = await this.#store.classes();
  }

  /** Ends everything. No request is under way when this resolves. */
  async close(): Promise<void> {
    this.#halt.abort();
    this.#phase = 'stopped';
    void this.#firstRows.give();
    this.#store?.close();
    await this.#ended;
    // A first page that was just there may have opened it meanwhile.
    this.#store?.close();
  }

  async #end(phase: 'done' | 'failed', error?: AppError): Promise<void> {
    this.#parts.stores.buffers?.clear();
    await this.updateClasses().catch(() => {});
    if (this.#phase !== 'running') return; // stopped in the last moment
    this.#watch.stop();
    this.#phase = phase;
    this.#error = error;
    void this.#firstRows.give();
    this.#parts.onChange('now');
  }

  async #listAgain(store: RowStore, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      const parts = Math.min(MOST_REFRESH_RANGES, Math.ceil(this.#totals.seen / REFRESH_KEYS));
      const ofRows = parts > 1 ? await store.boundaries(parts) : [];
      await store.beginRefresh();
      const pass = this.#makePass(this.#learned(ofRows));
      await pass.run(signal);
      const result = await store.finishRefresh();
      this.#totals = pass.totals;
      this.#pass = pass;
      this.#refresh = { phase: 'done', ...result };
      this.#phase = 'done';
      this.#error = undefined;
      this.#version += 1;
      this.#selection = await store.selection();
      await this.updateClasses();
    } catch (thrown) {
      await store.abandonRefresh().catch(() => {});
      this.#refresh = signal.aborted ? undefined : { phase: 'failed', error: errorOf(thrown) };
    }
    this.#parts.onChange('now');
  }

  /** What the pass before found out, for the next. */
  #learned(ofRows: readonly string[]): Learned {
    const plan = this.#pass?.plan;
    const boundaries = ofRows.length > 0 ? ofRows : (plan?.boundaries ?? []);
    const pagesBetween = Math.ceil(this.#totals.seen / 1000 / (boundaries.length + 1));
    return { ranges: plan?.mode ?? 'unknown', boundaries, pagesBetween };
  }

  #makePass(learned: Learned = {}): ListingPass {
    const { calls, clock, spec, stores } = this.#parts;
    this.#at ??= calls.resolve(spec.at);
    const at = this.#at;
    const isRefresh = this.#refresh?.phase === 'running';
    const pass: ListingPass = new ListingPass({
      calls,
      clock,
      at,
      spec,
      pace: this.#pace,
      buffers: stores.buffers,
      store: () => (this.#store ??= stores.open(storeSpec(spec, at, calls))),
      firstId: this.#latest?.plan.nextId ?? 0,
      ...learned,
      onCall: () => {
        this.#calls += 1;
      },
      onChange: (page) => {
        if (isRefresh) this.#refresh = { phase: 'running', seen: pass.totals.seen };
        const ready = isRefresh ? undefined : this.#advance(pass, (page?.rows ?? 0) > 0);
        this.#parts.onChange(isRefresh || page !== undefined ? 'soon' : 'now');
        return ready;
      },
    });
    this.#latest = pass;
    return pass;
  }

  /** @returns settles when more may be asked for: sending dozens of requests would hold up the first rows */
  async #advance(pass: ListingPass, hasRows: boolean): Promise<void> {
    const wereNone = this.#totals.rows === 0;
    this.#totals = pass.totals;
    if (!hasRows) return;
    this.#version += 1;
    if (!wereNone) return;
    const given = this.#firstRows.give();
    this.#parts.onChange('now');
    await given;
  }
}

function errorOf(thrown: unknown): AppError {
  if (thrown instanceof AppFailure) return thrown.error;
  return appError('internal', {}, thrown instanceof Error ? thrown.name : undefined);
}
