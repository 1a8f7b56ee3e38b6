import { type Alphabet, guessAlphabet, isPartOf, PRINTABLE } from './alphabet.ts';
import { commonLength, compareKeys, isPlace, LAST } from './key-order.ts';

/** Beyond this many characters a number of 53 bits tells nothing more. */
const MOST_LEVELS = 12;

/**
 * The stretch of keys between two texts, as numbers: each key is read as the digits of a fraction, in the alphabets that
 * the keys known so far suggest. A wrong guess costs requests, never keys.
 */
export class KeySpace {
  /** What all keys of the stretch begin with. */
  readonly shared: string;
  readonly #low: string;
  readonly #high: string;
  readonly #levels: readonly Alphabet[];
  readonly #from: number;
  readonly #to: number;

  /** @param known keys seen before, from here or elsewhere */
  constructor(low: string, high: string, known: readonly string[], coarse = false) {
    this.#low = low;
    this.#high = high;
    this.shared = low.slice(0, commonLength(low, high));
    this.#levels = alphabets(this.shared.length, low, high, known, coarse);
    this.#from = this.value(low);
    this.#to = this.value(high);
  }

  /** The size of the stretch; zero or less where the alphabets don't tell its ends apart. */
  get width(): number {
    return this.#to - this.#from;
  }

  /** Where a key lies, from 0 to 1 in the alphabets. */
  value(key: string): number {
    let value = 0;
    let weight = 1;
    let at = this.shared.length;
    for (const alphabet of this.#levels) {
      const point = key.codePointAt(at);
      if (point === undefined) break;
      const rank = alphabet.rank(point);
      value += (rank * weight) / alphabet.size;
      if (rank === alphabet.size) break;
      weight /= alphabet.size;
      at += point > 0xffff ? 2 : 1;
    }
    return value;
  }

  /** At most `count` places that cut the stretch into pieces of equal width, in order. */
  places(count: number, delimiter = ''): string[] {
    const found: string[] = [];
    const step = this.width / (count + 1);
    if (step <= 0) return found;
    for (let index = 1; index <= count; index += 1) {
      let place = this.#text(this.#from + index * step, step / 8);
      const cut = delimiter === '' ? -1 : place.indexOf(delimiter, this.shared.length);
      // Within a common prefix nothing can be cut.
      if (cut >= 0) place = place.slice(0, cut) + LAST;
      const isBetween =
        compareKeys(place, found.at(-1) ?? this.#low) > 0 && compareKeys(place, this.#high) < 0;
      if (isBetween && isPlace(place)) found.push(place);
    }
    return found;
  }

  /** The text of a number, as long as it has to be to be nearer than `tolerance`. */
  #text(value: number, tolerance: number): string {
    let text = this.shared;
    let rest = value;
    let weight = 1;
    for (const alphabet of this.#levels) {
      const { size } = alphabet;
      rest *= size;
      weight /= size;
      // Products of fractions miss whole numbers by a hair.
      const index = Math.min(size - 1, Math.floor(rest + 1e-9));
      text += alphabet.at(index);
      rest = Math.max(0, rest - index);
      if (weight <= tolerance) break;
    }
    return text;
  }
}

function alphabets(
  from: number,
  low: string,
  high: string,
  known: readonly string[],
  coarse: boolean,
): Alphabet[] {
  const shared = low.slice(0, from);
  const keys = [low, ...known].filter((key) => key.startsWith(shared));
  const edge = high.codePointAt(from);
  const levels: Alphabet[] = [];
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const seen = keys.flatMap((key) => key.codePointAt(from + level) ?? []);
    if (level === 0 && edge !== undefined && edge !== 0 && edge !== 0x10ffff) seen.push(edge);
    if (seen.length === 0) {
      if (level === 0) levels.push(PRINTABLE);
      break;
    }
    const isAscii = seen.every((point) => point < 0x7f);
    levels.push(coarse && isAscii ? PRINTABLE : guessAlphabet(seen));
  }
  // Where the start of a hash shows digits only, its next characters tell what it is made of.
  for (let level = levels.length - 2; level >= 0; level -= 1) {
    const [here, next] = [levels[level], levels[level + 1]];
    if (here !== undefined && next !== undefined && next.isMixed && isPartOf(here, next))
      levels[level] = next;
  }
  return levels;
}
