import type { AppError } from '../../shared/app-error.ts';
import type { ListingRow, ListingRows, ListingView, SelectionChange } from '../../shared/listing.ts';
import { toAppError } from './bridge-error.ts';
import {
  addSegment,
  type FetchRows,
  firstMissing,
  indexOfRow,
  moveWanted,
  rowAt,
  type RowRequest,
  type RowSegment,
  selectIn,
  stretchAhead,
  stretchFor,
  type WantedRows,
} from './row-window.ts';

/** What a table draws from; another object whenever anything of it changed. */
export interface RowsSnapshot {
  /** The order and filter of these rows; the one asked for last may still be on its way. */
  readonly view: ListingView;
  /** Rows have come at least once. */
  readonly ready: boolean;
  /** Rows in the view, and how many rows order and filter covered. */
  readonly total: number;
  readonly covers: number;
  /** How many rows came in above the anchor since the beginning, less those that went. */
  readonly moved: number;
  /** Goes up with each other view. */
  readonly origin: number;
  /** Rows of another view than `view` were asked for and haven't come yet. */
  readonly turning: boolean;
  readonly error: AppError | undefined;
}

interface Running {
  readonly request: RowRequest;
  readonly controller: AbortController;
}

/** How many rows are asked for first, and after each other order or filter. */
const FIRST = 240;

/**
 * The rows of a listing that the page holds: those on the screen and some around them. One request is under way at
 * a time; rows that may have changed stay until the new ones are there.
 */
export class ListingRowWindow {
  readonly #fetch: FetchRows;
  readonly #watchers = new Set<() => void>();
  #segments: readonly RowSegment[] = [];
  #snapshot: RowsSnapshot;
  #view: ListingView;
  #wanted: WantedRows | undefined;
  #running: Running | undefined;
  #version = -1;
  #failed = false;
  /** There was news that no answer has taken in yet: the number of rows may be another one. */
  #unread = true;
  /** Rows may have come in above the anchor since its place was last learned. */
  #anchorDue = false;
  /** How the listing stood when the anchor's place was learned, or there was none. */
  #anchorVersion = -1;
  /** Rows that are only stale aren't asked for before this time, so that a slow order isn't made over and over. */
  #restUntil = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(fetch: FetchRows, view: ListingView) {
    this.#fetch = fetch;
    this.#view = view;
    this.#snapshot = {
      view,
      ready: false,
      total: 0,
      covers: 0,
      moved: 0,
      origin: 0,
      turning: false,
      error: undefined,
    };
  }

  readonly snapshot = (): RowsSnapshot => this.#snapshot;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  row(index: number): ListingRow | undefined {
    return rowAt(this.#segments, index);
  }

  /** Where a row is, as far as it is among those held; -1 otherwise. */
  indexOf(id: number): number {
    return indexOfRow(this.#segments, id);
  }

  /** Asks for another order or filter. The rows of the one before stay until the new ones come. */
  setView(view: ListingView): void {
    const { sort, filter } = this.#view;
    const same =
      view.filter === filter && view.sort.column === sort.column && view.sort.direction === sort.direction;
    if (same) return;
    this.#view = view;
    this.#failed = false;
    this.#restUntil = 0;
    this.#change({ turning: true, error: undefined });
    this.#stop();
    this.#pump();
  }

  /** Says what is on the screen; undefined while nothing is. */
  want(wanted: WantedRows | undefined): void {
    this.#wanted = wanted;
    const running = this.#running?.request;
    // What one has scrolled past is of no use any more.
    if (wanted !== undefined && running !== undefined && !this.#snapshot.turning) {
      const past = wanted.first >= running.from + running.count || wanted.last < running.from;
      if (past && running.anchor === undefined) this.#stop();
    }
    this.#pump();
  }

  /** News of the listing: with another version, anything may have become different. */
  heard(version: number): void {
    if (version === this.#version) return;
    this.#version = version;
    // What was read after that has it already, unless it didn't tell where the anchor went.
    const told = this.#anchorVersion >= version;
    this.invalidate(told ? (segment) => segment.version < version : undefined);
  }

  /** Takes nothing for current any more (or not what is named), and asks again for what is on the screen. */
  invalidate(which: (segment: RowSegment) => boolean = () => true): void {
    this.#segments = this.#segments.map((segment) =>
      which(segment) ? { ...segment, fresh: false } : segment,
    );
    this.#failed = false;
    this.#unread = true;
    this.#anchorDue = true;
    if (this.#snapshot.error !== undefined) this.#change({ error: undefined });
    this.#pump();
  }

  /** Shows a selection at once. Rows on their way may be from before it, so they are asked for again. */
  select(change: SelectionChange): void {
    this.#segments = selectIn(this.#segments, change);
    this.#stop();
    this.#change({});
  }

  /** Where a row stands now, wherever it is; undefined where the view doesn't hold it. */
  async locate(id: number, signal: AbortSignal): Promise<number | undefined> {
    return (await this.#fetch({ view: this.#view, from: 0, count: 0, anchor: id }, signal)).anchorIndex;
  }

  /** Asks for nothing more until something is wanted again. */
  rest(): void {
    this.#stop();
    this.#wanted = undefined;
  }

  #stop(): void {
    this.#running?.controller.abort();
    this.#running = undefined;
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }

  #pump(): void {
    if (this.#running !== undefined || this.#wanted === undefined || this.#failed) return;
    const request = this.#next(this.#wanted);
    if (request === undefined) return;
    const wait = this.#restUntil - performance.now();
    if (wait > 0 && this.#shown(this.#wanted)) {
      this.#rest ??= setTimeout(() => {
        this.#rest = undefined;
        this.#pump();
      }, wait);
      return;
    }
    this.#send(request, this.#wanted.anchor?.index);
  }

  /**
   * @param anchorAt where the anchor is in the rows shown now
   * @param led how far the anchor is known to have moved; then only rows are asked for
   */
  #send(request: RowRequest, anchorAt: number | undefined, led?: number): void {
    const controller = new AbortController();
    const since = performance.now();
    this.#running = { request, controller };
    this.#fetch(request, controller.signal).then(
      (answer) => {
        if (controller.signal.aborted) return;
        this.#running = undefined;
        this.#restUntil = performance.now() + Math.min(1000, 2 * (performance.now() - since));
        this.#take(request, answer, led ?? movedBy(answer, anchorAt), led !== undefined);
        this.#pump();
      },
      (thrown: unknown) => {
        if (controller.signal.aborted) return;
        this.#running = undefined;
        // Asked again with the next news of the listing; at once would be for ever.
        this.#failed = true;
        this.#change({ error: toAppError(thrown) });
      },
    );
  }

  /** The table has heard of more rows than were ever read, and shows a place among them. */
  #isBeyond({ first }: WantedRows): boolean {
    const { ready, total, turning } = this.#snapshot;
    return ready && !turning && first >= total && this.#unread;
  }

  /** Something stands at every wanted place, be it stale. */
  #shown(wanted: WantedRows): boolean {
    const { first, last } = wanted;
    const { ready, total, turning } = this.#snapshot;
    if (this.#isBeyond(wanted)) return false;
    return (
      ready && !turning && firstMissing(this.#segments, first, Math.min(last, total - 1), 'any') === undefined
    );
  }

  #next(wanted: WantedRows): RowRequest | undefined {
    const view = this.#view;
    const { total, ready, turning } = this.#snapshot;
    if (turning) return { view, from: 0, count: FIRST };
    if (this.#isBeyond(wanted)) return { view, ...stretchFor(wanted, 0) };
    const shown = { first: wanted.first, last: ready ? Math.min(wanted.last, total - 1) : wanted.last };
    const stale = this.#segments.length === 0 || this.#segments.some(({ fresh }) => !fresh);
    const none = total === 0 && stale;
    if (!ready || none || firstMissing(this.#segments, shown.first, shown.last) !== undefined) {
      const stretch = stretchFor(shown, ready ? total : 0);
      const { anchor } = wanted;
      const anchored = this.#anchorDue && anchor !== undefined;
      return anchored ? { view, ...stretch, anchor: anchor.id } : { view, ...stretch };
    }
    const ahead = stretchAhead(this.#segments, shown, total);
    return ahead === undefined ? undefined : { view, ...ahead };
  }

  /** @param by how far the anchor has moved. @param last these rows are shown, whether they are all or not */
  #take(request: RowRequest, answer: ListingRows, by: number, last: boolean): void {
    const { total, covers, from, rows, version } = answer;
    // What was read before the last news came has to be read again, but may be shown.
    const fresh = version >= this.#version;
    const read = { fresh, version };
    if (fresh) this.#unread = false;
    const { turning, moved, origin } = this.#snapshot;
    const known = { view: request.view, ready: true, total, covers, error: undefined };
    const wanted = this.#wanted;
    const anchored = request.anchor !== undefined || last;
    if (fresh && (turning || anchored || wanted?.anchor === undefined)) this.#anchorVersion = version;
    if (turning) {
      this.#segments = addSegment([], from, rows, read);
      this.#wanted = wanted && { first: 0, last: wanted.last - wanted.first };
      return this.#change({ ...known, turning: false, origin: origin + 1 });
    }
    if (by !== 0 && wanted !== undefined) {
      const there = moveWanted(wanted, by);
      const whole = there.first >= from && Math.min(there.last, total - 1) < from + rows.length;
      if (!whole && !last) {
        // What stands around the anchor now has to be fetched first; the old rows stay meanwhile.
        return this.#send({ view: request.view, ...stretchFor(there, total) }, undefined, by);
      }
      this.#wanted = there;
    }
    if (anchored && fresh) this.#anchorDue = false;
    // An answer without what was asked for would be asked for again at once, and for ever.
    this.#failed = rows.length === 0 && request.from < total;
    this.#segments = addSegment(by === 0 ? this.#segments : [], from, rows, read);
    this.#change({ ...known, moved: moved + by });
  }

  #change(change: Partial<RowsSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}

/** How many rows came in above the anchor, less those that went; none where it is gone. */
function movedBy({ anchorIndex }: ListingRows, anchorAt: number | undefined): number {
  return anchorAt === undefined || anchorIndex === undefined ? 0 : anchorIndex - anchorAt;
}
