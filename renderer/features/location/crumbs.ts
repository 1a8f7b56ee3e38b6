import { bucketLabel } from '../../../shared/s3-arn.ts';

/** One step of the path to what is shown. */
export interface Crumb {
  /** Empty for a folder without a name, as between two slashes. */
  readonly text: string;
  /** Where it leads within the bucket; undefined for the list of buckets. */
  readonly prefix: string | undefined;
}

/** The bucket and the folders that lead to a prefix, outermost first. */
export function crumbsOf(bucket: string, prefix: string): readonly Crumb[] {
  const crumbs: Crumb[] = [{ text: bucketLabel(bucket), prefix: '' }];
  for (let from = 0; from < prefix.length;) {
    const slash = prefix.indexOf('/', from);
    const end = slash < 0 ? prefix.length : slash + 1;
    crumbs.push({ text: prefix.slice(from, slash < 0 ? end : slash), prefix: prefix.slice(0, end) });
    from = end;
  }
  return crumbs;
}

// Wide enough a guess for a system font of 13 px; what is still too long is cut off with an ellipsis.
const NARROW = 7.2;
const WIDE = 13.5;
const AROUND = 27;
const MOST = 240;

/** About how wide a step is, in pixels. */
export function crumbWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2E7F' ? WIDE : NARROW;
  return Math.min(MOST, width) + AROUND;
}

/**
 * How many steps after the first to put away, so that the rest fits: the first and the last always stay, and
 * of those in between the later ones.
 * @param room pixels
 */
export function hiddenCrumbs(widths: readonly number[], room: number): number {
  let total = widths.reduce((sum, width) => sum + width, 0);
  let hidden = 0;
  const more = AROUND + NARROW;
  while (total + (hidden > 0 ? more : 0) > room && hidden < widths.length - 2) {
    hidden += 1;
    total -= widths[hidden] ?? 0;
  }
  return hidden;
}
