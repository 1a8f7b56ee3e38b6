import { hexDigit } from './percent-decoding.ts';
import { malformed, truncated } from './xml-fault.ts';

/** XML's five names, as bytes, and what they stand for. */
const NAMED: readonly (readonly [name: Uint8Array, point: number])[] = [
  [Uint8Array.of(0x71, 0x75, 0x6f, 0x74), 0x22],
  [Uint8Array.of(0x61, 0x6d, 0x70), 0x26],
  [Uint8Array.of(0x6c, 0x74), 0x3c],
  [Uint8Array.of(0x67, 0x74), 0x3e],
  [Uint8Array.of(0x61, 0x70, 0x6f, 0x73), 0x27],
];

/** `&#x10FFFF;` with room for a few leading zeros. */
const MOST_BYTES = 16;

/**
 * Finds the end of the reference that begins with the `&` at `at`.
 * @returns The position behind its semicolon.
 * @throws {XmlFault}
 */
export function entityEnd(bytes: Uint8Array, at: number, end: number): number {
  const limit = Math.min(end, at + MOST_BYTES);
  for (let i = at + 1; i < limit; i++) {
    const byte = bytes[i];
    if (byte === 0x3b) return i + 1;
    if (byte === 0x3c || byte === 0x26) throw malformed();
  }
  throw limit === end ? truncated() : malformed();
}

/**
 * The code point of the reference between `at` (its `&`) and `end` (behind its `;`): XML's five names, `&#n;` and `&#xn;`.
 * Control characters that XML 1.0 forbids are taken too, since S3 answers with them for keys that hold them.
 * @throws {XmlFault} for other names, surrogates, and numbers past U+10FFFF
 */
export function entityCodePoint(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 1] !== 0x23) return namedCodePoint(bytes, at + 1, end - 1);
  const isHex = bytes[at + 2] === 0x78;
  const from = at + (isHex ? 3 : 2);
  if (from >= end - 1) throw malformed();
  let point = 0;
  for (let i = from; i < end - 1; i++) {
    const digit = hexDigit(bytes[i] ?? 0);
    if (digit < 0 || (!isHex && digit > 9)) throw malformed();
    point = point * (isHex ? 16 : 10) + digit;
  }
  if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) throw malformed();
  return point;
}

function namedCodePoint(bytes: Uint8Array, from: number, to: number): number {
  for (const [name, point] of NAMED) {
    let same = name.length === to - from;
    for (let i = 0; same && i < name.length; i++) same = bytes[from + i] === name[i];
    if (same) return point;
  }
  throw malformed();
}

/** Writes a code point as UTF-8. @returns Where it ends. */
export function writeUtf8(out: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    out[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    out[at] = 0xc0 | (point >> 6);
    out[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    out[at] = 0xe0 | (point >> 12);
    out[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    out[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  out[at] = 0xf0 | (point >> 18);
  out[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  out[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  out[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
