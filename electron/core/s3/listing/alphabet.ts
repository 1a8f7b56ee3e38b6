/** The characters that may stand at one place of a key, in order. */
export interface Alphabet {
  readonly size: number;
  /** Digits and letters and nothing else, as in hashes: where one stands, any of the others may. */
  readonly isMixed: boolean;
  /** How many of them come before a code point; between 0 and `size`. */
  rank(point: number): number;
  /** The character at an index from 0 to `size` - 1. */
  at(index: number): string;
}

const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';

/** What names in buckets are usually made of: the smallest that fits is taken. In order of size. */
const USUAL = [
  DIGITS,
  `${DIGITS}ABCDEF`,
  `${DIGITS}abcdef`,
  UPPER,
  LOWER,
  DIGITS + UPPER,
  DIGITS + LOWER,
  `-.${DIGITS}_${LOWER}`,
  `${DIGITS + UPPER}_${LOWER}`,
  `-.${DIGITS + UPPER}_${LOWER}`,
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join(''),
].map((characters) => ofList(Array.from(characters, (character) => character.codePointAt(0) ?? 0)));

/** All printable ASCII: for when a guess at something smaller was wrong. */
export const PRINTABLE = USUAL.at(-1) as Alphabet;

/**
 * Guesses which characters may stand at a place from those that were seen there.
 * @param seen code points; at least one
 */
export function guessAlphabet(seen: readonly number[]): Alphabet {
  const fits = USUAL.find((alphabet) => seen.every((point) => has(alphabet, point)));
  return fits ?? ofSpan(Math.min(...seen), Math.max(...seen));
}

/** Whether every character of one is in the other. */
export function isPartOf(small: Alphabet, large: Alphabet): boolean {
  if (small.size > large.size) return false;
  for (let index = 0; index < small.size; index += 1) {
    if (!has(large, small.at(index).codePointAt(0) ?? 0)) return false;
  }
  return true;
}

function has(alphabet: Alphabet, point: number): boolean {
  const rank = alphabet.rank(point);
  return rank < alphabet.size && alphabet.at(rank).codePointAt(0) === point;
}

function ofList(points: readonly number[]): Alphabet {
  const text = String.fromCodePoint(...points);
  return {
    size: points.length,
    isMixed: /^\d+[A-Za-z_]+$/.test(text),
    rank: (point) => {
      const found = points.findIndex((other) => other >= point);
      return found < 0 ? points.length : found;
    },
    at: (index) => String.fromCodePoint(points[index] ?? 0),
  };
}

/** A script outside of ASCII is taken as a piece of Unicode, with as much again on either side. */
function ofSpan(lowest: number, highest: number): Alphabet {
  const reach = highest - lowest + 64;
  const from = Math.max(0x20, lowest - reach);
  const to = Math.min(0x10ffff, highest + reach);
  return {
    size: to - from + 1,
    isMixed: false,
    rank: (point) => Math.min(Math.max(point - from, 0), to - from + 1),
    at: (index) => {
      const point = from + index;
      // Surrogates are no characters.
      return String.fromCodePoint(point >= 0xd800 && point < 0xe000 ? 0xd7ff : point);
    },
  };
}
