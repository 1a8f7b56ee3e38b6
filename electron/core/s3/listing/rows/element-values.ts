import { isoSeconds } from './iso-time.ts';
import { isBlank } from './xml-character.ts';
import { malformed } from './xml-fault.ts';

/** Reads digits, blanks around them allowed. @throws {XmlFault} for anything else and for numbers past 2^53 */
export function wholeNumber(text: Uint8Array, textFrom: number, textTo: number): number {
  const to = trimmedEnd(text, textFrom, textTo);
  const from = trimmedStart(text, textFrom, to);
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = (text[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) throw malformed();
    value = value * 10 + digit;
  }
  if (from === to || value > Number.MAX_SAFE_INTEGER) throw malformed();
  return value;
}

/** Reads an ISO 8601 time, blanks around it allowed. @returns Unix seconds @throws {XmlFault} */
export function time(text: Uint8Array, textFrom: number, textTo: number): number {
  const to = trimmedEnd(text, textFrom, textTo);
  const seconds = isoSeconds(text, trimmedStart(text, textFrom, to), to);
  if (seconds === undefined) throw malformed();
  return seconds;
}

/** A hash of 32 bits (FNV-1a); good enough to notice that an ETag became another one. */
export function fnv1a(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}

function trimmedStart(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(bytes[at] ?? 0)) at++;
  return at;
}

function trimmedEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(bytes[at - 1] ?? 0)) at--;
  return at;
}
