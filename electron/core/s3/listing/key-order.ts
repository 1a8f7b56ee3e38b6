/** The last code point there is; after `text + LAST` come no keys that begin with `text` and go on with anything else. */
export const LAST = '\u{10FFFF}';

/** S3's limit for keys, and so for places between them. (S3 user guide, "Naming Amazon S3 objects".) */
const MOST_BYTES = 1024;

/**
 * S3's order of keys: by the bytes of their UTF-8. That is the order of code points, while JavaScript compares UTF-16
 * units, so characters above U+FFFF have to be moved behind U+E000 to U+FFFF.
 * @returns less than, equal to or greater than zero
 */
export function compareKeys(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return weight(x) - weight(y);
  }
  return a.length - b.length;
}

function weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** The smallest text after a key: nothing lies between the two. */
export function justAfter(key: string): string {
  return `${key}\0`;
}

/**
 * A place in front of every key that begins with `text`, and behind nearly all that come before them. Exclusive, so
 * it can be given as `start-after`; undefined where nothing can come before.
 */
export function justBefore(text: string): string | undefined {
  const points = Array.from(text);
  const last = points.pop()?.codePointAt(0);
  if (last === undefined) return undefined;
  const rest = points.join('');
  // Nothing lies between a text and the same with U+0000 behind it.
  if (last === 0) return rest === '' ? undefined : rest;
  return rest + String.fromCodePoint(last === 0xe000 ? 0xd7ff : last - 1) + LAST;
}

/** How many UTF-16 units two texts share at their start, never half of a surrogate pair. */
export function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  const lead = length > 0 ? a.charCodeAt(length - 1) : 0;
  return lead >= 0xd800 && lead < 0xdc00 ? length - 1 : length;
}

/** Whether S3 takes a text as `start-after`. */
export function isPlace(text: string): boolean {
  return text !== '' && text.isWellFormed() && Buffer.byteLength(text) <= MOST_BYTES;
}
