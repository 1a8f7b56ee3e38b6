import type { Gallop, Probe } from './gallop.ts';
import { Gallops } from './gallops.ts';
import { compareKeys, isPlace, justAfter, justBefore, LAST } from './key-order.ts';
import type { KeyRange, WholePage } from './key-range.ts';
import { branchesIn, ignoresStart, type Lookout, lookoutsFrom } from './lookout.ts';
import { RangeList } from './range-list.ts';
import { remainingKeys, spaceAhead } from './remaining-keys.ts';
import type { KeyBounds } from './row-store.ts';
import { Speculation } from './speculation.ts';

export interface PlanOptions {
  readonly prefix: string;
  readonly delimiter: string;
  /**
   * Whether several ranges may be listed at once: `unknown` asks the server first whether it minds `start-after`,
   * `never` keeps to one chain of tokens.
   */
  readonly ranges: 'unknown' | 'allowed' | 'never';
  /** False where keys come in no order: then bounds mean nothing, and ranges must be `never`. */
  readonly ordered?: boolean;
  /** Places known from before that cut the keys into pieces of some size; only where ranges are `allowed`. */
  readonly boundaries?: readonly string[];
  /** How many pages lie between two of them. Nothing is cut further before that many are read. */
  readonly pagesBetween?: number;
}

/** What to ask next. */
export type Step =
  { readonly kind: 'page'; readonly range: KeyRange } | { readonly kind: 'probe'; readonly probe: Probe };

/** Where fewer characters than this are in question, guessing the next ones is as good as asking. */
const WORTH_PROBING = 3;
/** Fewer keys than this many pages are not worth a range of their own. */
const PAGES_WORTH_A_CUT = 3;

/**
 * Divides a listing into ranges while it runs: begins with one, looks ahead from its first page, and cuts the range with
 * most left to do whenever a request could be sent and has nothing to ask. Knows no network and keeps no rows.
 */
export class RangePlan {
  readonly #options: PlanOptions;
  readonly #speculation = new Speculation();
  readonly #gallops = new Gallops(this.#speculation);
  readonly #ranges: RangeList;
  #mode: PlanOptions['ranges'];
  #wish: string | undefined;
  #pageSize = 1;

  /** @param firstId ids of ranges count up from here */
  constructor(options: PlanOptions, firstId = 0) {
    this.#options = options;
    this.#mode = options.ranges;
    const boundaries = options.ranges === 'allowed' ? (options.boundaries ?? []) : [];
    this.#ranges = new RangeList(firstId, boundaries);
    if (boundaries.length === 0) return;
    for (const range of this.#ranges.all) range.restUntil = (options.pagesBetween ?? 1) + 1;
  }

  get isDone(): boolean {
    return this.#ranges.isDone;
  }

  get mode(): PlanOptions['ranges'] {
    return this.#mode;
  }

  get nextId(): number {
    return this.#ranges.nextId;
  }

  /** Where ranges began: good places to cut when the same keys are listed again. */
  get boundaries(): string[] {
    return this.#ranges.boundaries;
  }

  /** @param idle how many requests may be sent now, this one included */
  next(idle: number): Step | undefined {
    const waiting = this.#waiting();
    if (waiting !== undefined) return waiting;
    for (const gallop of this.#gallops.takeComplete()) this.#branch(gallop);
    while (this.#mode !== 'never' && this.#expand(idle)) {
      const found = this.#waiting();
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The same bounds for what is asked and for what is kept: what lies before is read already. */
  bounds(range: KeyRange): KeyBounds {
    return this.#options.ordered === false ? {} : { after: range.floor, before: range.before };
  }

  /** Takes in a page that brought its range forward. The range must be `reading`. */
  read(range: KeyRange, digest: WholePage): void {
    range.pages += 1;
    range.seen += digest.seen;
    range.onPage = digest.seen;
    range.token = digest.nextToken;
    this.#pageSize = Math.max(this.#pageSize, digest.seen);
    const { first, last, samples } = digest;
    if (last !== undefined && first !== undefined) {
      range.position = last;
      range.page = { first, last, samples };
    }
    const ended = digest.reachedEnd || !digest.isTruncated;
    range.state = ended ? 'done' : 'ready';
    range.remaining = ended ? 0 : this.#remaining(range, digest.seen);
    this.#settleCut(range, digest.seen);
    this.#speculation.pages += 1;
    if (ended && digest.seen < this.#pageSize / 2) this.#speculation.wasted += 1;
    const end = last ?? range.floor;
    if (digest.isTruncated || end === undefined) return;
    for (const ended of this.#ranges.endBehind(end)) this.#settleCut(ended, 0);
  }

  /** Takes back a step that got no answer, to be asked again. */
  takeBack(step: Step): void {
    if (step.kind === 'page') step.range.state = 'ready';
    else this.#gallops.takeBack(step.probe);
  }

  /** Takes in a probe's answer. A server that answers as if it had not seen `start-after` gets one chain only. */
  probed({ gallop, lookout }: Probe, page: WholePage): void {
    this.#gallops.noteAnswer();
    if (ignoresStart(lookout, this.#options.delimiter, page)) {
      this.#mode = 'never';
      this.#gallops.dropAll();
      return;
    }
    // An empty page that isn't the last one: S3 may still have something there.
    if (page.first === undefined && page.isTruncated) {
      this.#gallops.drop(gallop);
      return;
    }
    gallop.answered(lookout, branchesIn(lookout, page));
    if (this.#mode === 'unknown' && lookout.kind === 'after') {
      this.#mode = 'allowed';
      if (this.#wish !== undefined) this.hasten(this.#wish);
    }
  }

  /** Lists keys that begin with a text next. Does nothing where ranges can't be cut. */
  hasten(text: string): void {
    this.#wish = text;
    if (this.#mode !== 'allowed') return;
    for (const place of text === this.#options.prefix ? [] : [justBefore(text), text + LAST]) {
      const range = place === undefined ? undefined : this.#ranges.openAround(place);
      if (place !== undefined && range !== undefined && this.#mayCut(place)) this.#cut(range, [place]);
    }
    this.#ranges.prefer(text, text + LAST);
  }

  #waiting(): Step | undefined {
    const range = this.#ranges.nextReady;
    if (range !== undefined) {
      range.state = 'asked';
      return { kind: 'page', range };
    }
    const probe = this.#gallops.next();
    return probe === undefined ? undefined : { kind: 'probe', probe };
  }

  /** Makes more work where there is some to be had. @returns whether it did */
  #expand(idle: number): boolean {
    const heaviest = this.#ranges.all
      .filter((range) => this.#mayGrow(range))
      .toSorted((a, b) => b.remaining - a.remaining);
    return heaviest.some((range) => this.#gallop(range) || this.#interpolate(range, idle));
  }

  #mayGrow(range: KeyRange): boolean {
    const { state, page, pages, remaining, restUntil } = range;
    if (state !== 'asked' || page === undefined || pages < restUntil) return false;
    if (this.#gallops.isAheadOf(range)) return false;
    return this.#mode === 'unknown' || remaining >= PAGES_WORTH_A_CUT * this.#pageSize;
  }

  /** Looks ahead of a range whose latest page is narrow beside what it may still hold. @returns whether it does now */
  #gallop(range: KeyRange): boolean {
    const lookouts = this.#lookouts(range);
    if (lookouts.length === 0 || !this.#gallops.start(range, lookouts)) return false;
    range.probedFrom = lookouts[0]?.start.startAfter;
    return true;
  }

  /** What to ask before a range is cut; nothing where its latest page tells enough. */
  #lookouts(range: KeyRange): Lookout[] {
    const { page, probedFrom } = range;
    const isUnknown = this.#mode === 'unknown';
    if (page === undefined || (isUnknown && this.#gallops.size > 0)) return [];
    const { shared } = spaceAhead(range, this.#end, []);
    const lookouts = lookoutsFrom(page, shared, this.#options.delimiter === '');
    if (!isUnknown) {
      const isWorth = lookouts.length >= WORTH_PROBING && lookouts[0]?.start.startAfter !== probedFrom;
      return isWorth ? lookouts : [];
    }
    // With nothing to look beyond, one probe still tells whether the server minds `start-after`.
    if (lookouts.length > 0 || !isPlace(page.last)) return lookouts;
    return [{ kind: 'after', start: { startAfter: page.last, maxKeys: 1 } }];
  }

  #interpolate(range: KeyRange, idle: number): boolean {
    if (this.#mode !== 'allowed' || this.#lookouts(range).length > 0) return false;
    const worth = Math.floor(range.remaining / (PAGES_WORTH_A_CUT * this.#pageSize));
    const count = Math.min(idle, worth, this.#speculation.left);
    if (count < 1) return false;
    const known = [...(range.page?.samples ?? []), ...this.#ranges.firsts];
    const places = spaceAhead(range, this.#end, known).places(count, this.#options.delimiter);
    return this.#cut(
      range,
      places.filter((place) => this.#mayCut(place)),
    );
  }

  /** Cuts a range where the key tree branches, and moves its end down to where nothing comes any more. */
  #branch(gallop: Gallop): void {
    const { range } = gallop;
    const places: string[] = [];
    for (const { place, first } of gallop.branches()) {
      if (range.before !== undefined && compareKeys(place, range.before) >= 0) break;
      if (compareKeys(place, range.floor ?? '') <= 0) continue;
      const isLast =
        first === undefined || (range.before !== undefined && compareKeys(first, range.before) >= 0);
      if (isLast) {
        range.before = justAfter(place); // nothing lies between here and the end there was
        break;
      }
      places.push(place);
    }
    const allowed = places.filter((place) => this.#mayCut(place));
    if (!this.#cut(range, evenly(allowed, Math.max(1, this.#speculation.left))))
      range.remaining = this.#remaining(range, range.onPage);
  }

  #cut(range: KeyRange, places: readonly string[]): boolean {
    const pieces = this.#ranges.cut(range, places);
    if (pieces.length === 0) return false;
    range.remaining = this.#remaining(range, range.onPage);
    this.#speculation.underWay += pieces.length;
    return true;
  }

  /** Learns from the first page of a range whether cutting there was worth it. */
  #settleCut(range: KeyRange, seen: number): void {
    const { cut } = range;
    if (cut === undefined) return;
    range.cut = undefined;
    this.#speculation.underWay -= 1;
    cut.left -= 1;
    if (seen > 0) cut.hits += 1;
    if (cut.left > 0) return;
    const { from } = cut;
    from.vainCuts = cut.hits > 0 ? 0 : from.vainCuts + 1;
    if (cut.hits === 0) from.restUntil = from.pages + 2 ** from.vainCuts;
  }

  /** Within a common prefix nothing can be cut: it would be listed on either side. */
  #mayCut(place: string): boolean {
    const { delimiter, prefix } = this.#options;
    const isOutside = delimiter === '' || !place.includes(delimiter, prefix.length);
    return isOutside && place.startsWith(prefix) && isPlace(place);
  }

  #remaining(range: KeyRange, onPage: number): number {
    return remainingKeys(range, this.#end, onPage, this.#pageSize);
  }

  get #end(): string {
    return this.#options.prefix + LAST;
  }
}

function evenly<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return items.filter(
    (_, index) =>
      Math.floor((index * most) / items.length) !== Math.floor(((index - 1) * most) / items.length),
  );
}
