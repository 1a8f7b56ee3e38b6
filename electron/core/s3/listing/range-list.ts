import { compareKeys, isPlace, justAfter } from './key-order.ts';
import { type Cut, KeyRange } from './key-range.ts';

/** The ranges of one listing, side by side in the order of their keys. Together they always cover all of it. */
export class RangeList {
  readonly #ranges: KeyRange[] = [];
  #nextId: number;

  /** @param firstId ids count up from here @param boundaries places to begin ranges at */
  constructor(firstId: number, boundaries: readonly string[]) {
    this.#nextId = firstId;
    let after: string | undefined;
    for (const place of boundaries.toSorted(compareKeys)) {
      if (!isPlace(place) || (after !== undefined && compareKeys(place, after) <= 0)) continue;
      this.#ranges.push(this.#make(after, justAfter(place)));
      after = place;
    }
    this.#ranges.push(this.#make(after, undefined));
  }

  get all(): readonly KeyRange[] {
    return this.#ranges;
  }

  get nextId(): number {
    return this.#nextId;
  }

  get isDone(): boolean {
    return this.#ranges.every(({ state }) => state === 'done');
  }

  /** Where ranges began that had keys. */
  get boundaries(): string[] {
    return this.#ranges.flatMap(({ after, seen }) => (after === undefined || seen === 0 ? [] : [after]));
  }

  /** Known keys, one of each range that was looked into. */
  get firsts(): string[] {
    return this.#ranges.flatMap(({ page }) => page?.first ?? []);
  }

  /** The range to ask next: a wanted one, else the first. */
  get nextReady(): KeyRange | undefined {
    let first: KeyRange | undefined;
    for (const range of this.#ranges) {
      if (range.state !== 'ready') continue;
      if (range.isUrgent) return range;
      first ??= range;
    }
    return first;
  }

  /** The range that could be cut at a place. */
  openAround(place: string): KeyRange | undefined {
    return this.#ranges.find(
      ({ state, floor, before }) =>
        (state === 'ready' || state === 'asked') &&
        compareKeys(floor ?? '', place) < 0 &&
        (before === undefined || compareKeys(place, before) < 0),
    );
  }

  /**
   * Cuts a range that is not being read.
   * @param places in order; those that the range has passed are left out
   * @returns the new ranges behind it
   */
  cut(range: KeyRange, places: readonly string[]): readonly KeyRange[] {
    const inside = places.filter((place) => compareKeys(place, range.floor ?? '') > 0);
    const [first] = inside;
    if (first === undefined) return [];
    const cut: Cut = { from: range, hits: 0, left: inside.length };
    const pieces = inside.map((place, index) => {
      const next = inside[index + 1];
      const piece = this.#make(place, next === undefined ? range.before : justAfter(next));
      piece.cut = cut;
      piece.isUrgent = range.isUrgent;
      return piece;
    });
    range.before = justAfter(first);
    this.#ranges.splice(this.#ranges.indexOf(range) + 1, 0, ...pieces);
    return pieces;
  }

  /** Ends ranges behind a key that nothing comes after, where nothing was asked yet. @returns those it ended */
  endBehind(key: string): readonly KeyRange[] {
    const ended = this.#ranges.filter(
      ({ state, floor }) => state === 'ready' && floor !== undefined && compareKeys(floor, key) >= 0,
    );
    for (const range of ended) range.state = 'done';
    return ended;
  }

  /** Marks what is wanted first: ranges with keys from `from` to `to`. */
  prefer(from: string, to: string): void {
    for (const range of this.#ranges) {
      const begins = compareKeys(range.floor ?? '', to) < 0;
      range.isUrgent = begins && (range.before === undefined || compareKeys(range.before, from) > 0);
    }
  }

  #make(after: string | undefined, before: string | undefined): KeyRange {
    this.#nextId += 1;
    return new KeyRange(this.#nextId, after, before);
  }
}
