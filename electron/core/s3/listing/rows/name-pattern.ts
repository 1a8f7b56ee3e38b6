import { fromUtf8, utf8 } from './byte-compare.ts';
import { AsciiGlob, lowerAscii } from './ascii-glob.ts';
import { UnicodeGlob } from './unicode-glob.ts';

const SLASH = 0x2f;

/**
 * A test of names that ignores case: a part of the name, its beginning, or, where there is a `*` or `?`, a glob for all of
 * it. In a glob `*` also stands for slashes, and the slash that ends a folder's name need not be written. ASCII is
 * compared as bytes; other names as composed Unicode (NFC) with simple case folding.
 */
export class NamePattern {
  readonly #ascii: AsciiGlob | undefined;
  readonly #unicode: UnicodeGlob;
  readonly #dropsSlash: boolean;
  /** Nothing in the pattern could be an ASCII character in another guise, so ASCII names never match. */
  readonly #neverAscii: boolean;

  constructor(text: string, where: 'anywhere' | 'begins') {
    const isGlob = where === 'anywhere' && /[*?]/.test(text);
    const kind = isGlob ? 'glob' : where;
    const isAscii = /^[\0-\x7f]*$/.test(text);
    this.#ascii = isAscii ? new AsciiGlob(lowerAscii(utf8(text)), kind) : undefined;
    this.#unicode = new UnicodeGlob(text, kind);
    this.#dropsSlash = isGlob && !text.endsWith('/');
    // U+017F (ſ) and U+212A (the Kelvin sign) are s and k to case folding.
    this.#neverAscii = /[^\0-\x7f\u017f\u212a]/u.test(text.normalize('NFC'));
  }

  matches(bytes: Uint8Array, from: number, length: number, isAscii: boolean): boolean {
    let to = from + length;
    if (this.#dropsSlash && length > 1 && bytes[to - 1] === SLASH) to--;
    if (isAscii) {
      if (this.#ascii !== undefined) return this.#ascii.matches(bytes, from, to);
      if (this.#neverAscii) return false;
    }
    return this.#unicode.matches(fromUtf8(bytes, from, to));
  }
}
