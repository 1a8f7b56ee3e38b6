const STAR = 0x2a;
const QUESTION = 0x3f;

/** Upper-case ASCII letters made lower-case; all other bytes as they are. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

export function lowerAscii(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => LOWER[byte] ?? byte);
}

/** Finds a lower-case ASCII text, or matches a glob of it, in ASCII bytes of whatever case. */
export class AsciiGlob {
  readonly #wanted: Uint8Array;
  readonly #kind: 'anywhere' | 'begins' | 'glob';

  constructor(wanted: Uint8Array, kind: 'anywhere' | 'begins' | 'glob') {
    this.#wanted = wanted;
    this.#kind = kind;
  }

  matches(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#kind === 'glob') return this.#glob(bytes, from, to);
    const wanted = this.#wanted;
    const last = this.#kind === 'begins' ? Math.min(from, to - wanted.length) : to - wanted.length;
    const first = wanted[0];
    if (first === undefined) return true;
    for (let at = from; at <= last; at++) {
      if (LOWER[bytes[at] ?? 0] !== first) continue;
      let i = 1;
      while (i < wanted.length && LOWER[bytes[at + i] ?? 0] === wanted[i]) i++;
      if (i === wanted.length) return true;
    }
    return false;
  }

  /** Goes back to the last star only, so the work is at most the product of both lengths. */
  #glob(bytes: Uint8Array, from: number, to: number): boolean {
    const wanted = this.#wanted;
    let at = from;
    let i = 0;
    let star = -1;
    let resume = from;
    while (at < to) {
      const mark = wanted[i];
      if (mark === STAR) {
        star = i++;
        resume = at;
      } else if (mark !== undefined && (mark === QUESTION || mark === LOWER[bytes[at] ?? 0])) {
        i++;
        at++;
      } else if (star >= 0) {
        i = star + 1;
        at = ++resume;
      } else return false;
    }
    while (wanted[i] === STAR) i++;
    return i === wanted.length;
  }
}
