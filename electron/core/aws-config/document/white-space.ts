/**
 * White space among the bytes of UTF-8 text. What counts is what both Python and JavaScript strip: pages that people
 * copy from bring no-break and ideographic spaces along.
 */

const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;

/** How many bytes of white space begin at `at`; 0 where it is none. */
export function whiteSpaceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first === SPACE || (first >= TAB && first <= CARRIAGE_RETURN)) return 1;
  if (first === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  if (first !== 0xe1 && first !== 0xe2 && first !== 0xe3) return 0;
  return isWideSpace(first, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) ? 3 : 0;
}

/** How many bytes of white space end before `at`. */
export function whiteSpaceBefore(bytes: Uint8Array, at: number): number {
  const last = bytes[at - 1] ?? 0;
  if (last === SPACE || (last >= TAB && last <= CARRIAGE_RETURN)) return 1;
  if (last < 0x80) return 0;
  if (last === 0xa0 && bytes[at - 2] === 0xc2) return 2;
  return isWideSpace(bytes[at - 3] ?? 0, bytes[at - 2] ?? 0, last) ? 3 : 0;
}

/** U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000 as the three bytes of UTF-8. */
function isWideSpace(first: number, second: number, third: number): boolean {
  if (first === 0xe1) return second === 0x9a && third === 0x80;
  if (first === 0xe3) return second === 0x80 && third === 0x80;
  if (first !== 0xe2) return false;
  if (second === 0x81) return third === 0x9f;
  const inRow = (third >= 0x80 && third <= 0x8a) || third === 0xa8 || third === 0xa9 || third === 0xaf;
  return second === 0x80 && inRow;
}

/** The first place in `[from, to)` that isn't white space; `to` where all of it is. */
export function skipWhiteSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const size = whiteSpaceAt(bytes, at);
    if (size === 0) break;
    at += size;
  }
  return Math.min(at, to);
}

/** The end of `[from, to)` without the white space at its end. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from) {
    const size = whiteSpaceBefore(bytes, at);
    if (size === 0) break;
    at -= size;
  }
  return Math.max(at, from);
}
