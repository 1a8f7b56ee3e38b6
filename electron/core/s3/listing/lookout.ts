import { commonLength, compareKeys, isPlace, justBefore, LAST } from './key-order.ts';
import type { WholePage } from './key-range.ts';
import type { PageStart } from './list-page-request.ts';

/** A place in the key space and what comes first after it; nothing does where `first` is undefined. */
export interface Branch {
  readonly place: string;
  readonly first: string | undefined;
}

/**
 * Something to ask about what lies ahead of a page:
 * - `after`: which entry comes first after everything that begins like this?
 * - `folders`: which folders stand beside the one that the page is in? One answer names up to a thousand.
 */
export type Lookout =
  | { readonly kind: 'after'; readonly start: PageStart & { readonly startAfter: string } }
  | {
      readonly kind: 'folders';
      readonly start: PageStart & { readonly startAfter: string };
      /** Everything up to the range's end lies in the folder that was asked about. */
      readonly isWidest: boolean;
    };

/** Single characters looked beyond, and folders looked into. */
const MOST_AFTER = 4;
const MOST_FOLDERS = 5;

/**
 * Where to look ahead from a page whose keys all begin alike.
 * @param shared how all keys up to the range's end begin
 * @param byFolder whether `/` divides the keys into folders that can be listed
 */
export function lookoutsFrom(
  page: { readonly first: string; readonly last: string },
  shared: string,
  byFolder: boolean,
): Lookout[] {
  const stem = page.last.slice(0, commonLength(page.first, page.last));
  const parents = byFolder ? parentFolders(stem, shared.length) : [];
  // Within the innermost folder characters are all there is to go by.
  const from = parents.length > 0 ? Math.max(shared.length, stem.lastIndexOf('/') + 1) : shared.length;
  const afters = spread(depths(stem, from), parents.length > 0 ? MOST_AFTER : MOST_AFTER * 3)
    .map((depth) => stem.slice(0, depth) + LAST)
    .filter(isPlace)
    .toReversed();
  const places = afters.length > 0 || parents.length === 0 ? afters : [page.last].filter(isPlace);
  return [
    ...places.map((place): Lookout => ({ kind: 'after', start: { startAfter: place, maxKeys: 1 } })),
    ...parents.map((inside, index): Lookout => ({
      kind: 'folders',
      start: { startAfter: page.last, inside },
      isWidest: index === 0 && shared.startsWith(inside),
    })),
  ];
}

/** What an answer tells. @param page must be readable */
export function branchesIn(lookout: Lookout, { first, last, samples, isTruncated }: WholePage): Branch[] {
  if (lookout.kind === 'after') return [{ place: lookout.start.startAfter, first }];
  const here = lookout.start.startAfter;
  const beside = samples.filter((entry) => compareKeys(entry, here) > 0);
  const branches = beside.flatMap((entry): Branch[] => {
    const place = justBefore(entry);
    return place === undefined ? [] : [{ place, first: entry }];
  });
  if (lookout.isWidest && !isTruncated && last !== undefined) {
    branches.push({ place: last.endsWith('/') ? last + LAST : last, first: undefined });
  }
  return branches;
}

/** Whether an answer shows that the server took no notice of where it was to begin. */
export function ignoresStart({ kind, start }: Lookout, delimiter: string, { first }: WholePage): boolean {
  if (first === undefined || compareKeys(first, start.startAfter) > 0) return false;
  // A folder around the place is listed again, and rightly.
  return !((kind === 'folders' || delimiter !== '') && start.startAfter.startsWith(first));
}

/** Folders whose every key so far was in one and the same folder within: from the widest to the narrowest. */
function parentFolders(stem: string, shared: number): string[] {
  const ends: number[] = [];
  for (let end = stem.indexOf('/') + 1; end > 0; end = stem.indexOf('/', end) + 1) ends.push(end);
  const around = ends.filter((end) => end <= shared).at(-1) ?? 0;
  const starts = [around, ...ends.filter((end) => end > shared)].slice(0, -1);
  return (
    starts.length <= MOST_FOLDERS ? starts : [...starts.slice(0, 2), ...starts.slice(2 - MOST_FOLDERS)]
  ).map((start) => stem.slice(0, start));
}

function depths(stem: string, from: number): number[] {
  const found: number[] = [];
  for (let depth = from + 1; depth <= stem.length; depth += 1) {
    if (stem.slice(0, depth).isWellFormed()) found.push(depth);
  }
  return found;
}

/** The widest, the narrowest, where numbers count up, and the rest evenly. */
function spread(all: readonly number[], most: number): number[] {
  if (all.length <= most) return [...all];
  const wanted = new Set([all[0], ...all.slice(-Math.ceil(most / 2))]);
  const more = most - wanted.size;
  for (let index = 1; index <= more; index += 1) {
    wanted.add(all[Math.floor((index * all.length) / (more + 1))]);
  }
  return all.filter((depth) => wanted.has(depth));
}
