import type { KeyRange } from './key-range.ts';
import { KeySpace } from './key-space.ts';

/** Taken where the keys read so far say nothing about those to come, in pages. */
const UNKNOWN_PAGES = 8;
const MANY_PAGES = 1000;

/** What lies between where a range stands and its end. `end` closes ranges that are open. */
export function spaceAhead(range: KeyRange, end: string, known: readonly string[]): KeySpace {
  return spaceOf(range.floor ?? '', range.before ?? end, known);
}

/** How many keys are still to come, if they go on as densely as on the latest page. */
export function remainingKeys(range: KeyRange, end: string, onPage: number, pageSize: number): number {
  const { page, before } = range;
  if (page === undefined) return UNKNOWN_PAGES * pageSize;
  const high = before ?? end;
  const space = spaceOf(page.first, high, page.samples);
  const last = space.value(page.last);
  const passed = last - space.value(page.first);
  const ahead = space.value(high) - last;
  // A page that is too narrow to be measured beside what is ahead of it.
  if (passed <= 0 && ahead > 0) return MANY_PAGES * pageSize;
  if (ahead <= 0) return UNKNOWN_PAGES * pageSize;
  return (Math.max(1, onPage) * ahead) / passed;
}

function spaceOf(low: string, high: string, known: readonly string[]): KeySpace {
  const space = new KeySpace(low, high, known);
  return space.width > 0 ? space : new KeySpace(low, high, known, true);
}
