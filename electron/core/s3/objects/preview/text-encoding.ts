import type { PreviewContent } from '../../../../../shared/preview.ts';

export type TextEncoding = Extract<PreviewContent, { kind: 'text' }>['encoding'];

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** How many of the first bytes are looked at to tell text from other bytes. */
const LOOKED_AT = 64 * 1024;

/**
 * Decodes text whose encoding nobody said: byte order marks first, then UTF-8 if it is UTF-8 throughout, UTF-16
 * without a mark, Shift_JIS or EUC-JP where the bytes are well-formed and read like Japanese, else Latin-1.
 * @param whole false where bytes follow: a character cut off at the end is left out then, and is no fault
 * @returns undefined where it isn't text
 */
export function decodeText(bytes: Uint8Array, whole: boolean): DecodedText | undefined {
  const marked = byMark(bytes, whole);
  if (marked !== undefined) return marked;
  if (!bytes.includes(0)) {
    const utf8 = strictly(bytes, 'utf-8', whole);
    if (utf8 !== undefined) return isTextual(utf8) ? { text: utf8, encoding: 'utf-8' } : undefined;
    return japanese(bytes, whole) ?? latin1(bytes);
  }
  return utf16(bytes, whole);
}

/** Decodes as text whatever it is: for people who asked to see it so. */
export function decodeAnyway(bytes: Uint8Array, whole: boolean): DecodedText {
  return decodeText(bytes, whole) ?? { text: new TextDecoder('latin1').decode(bytes), encoding: 'latin1' };
}

function byMark(bytes: Uint8Array, whole: boolean): DecodedText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = strictly(bytes, 'utf-8', whole);
    return text === undefined ? undefined : { text, encoding: 'utf-8' };
  }
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  if (encoding === undefined) return undefined;
  const text = strictly(bytes, encoding, whole);
  return text === undefined || !isTextual(text) ? undefined : { text, encoding };
}

/** Without a mark: mostly Latin letters, so that every other byte is zero. */
function utf16(bytes: Uint8Array, whole: boolean): DecodedText | undefined {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, LOOKED_AT);
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = length / 2;
  const encoding =
    odd > half * 0.6 && even < half * 0.05
      ? 'utf-16le'
      : even > half * 0.6 && odd < half * 0.05
        ? 'utf-16be'
        : undefined;
  if (encoding === undefined) return undefined;
  const text = strictly(bytes, encoding, whole);
  return text !== undefined && isTextual(text) ? { text, encoding } : undefined;
}

/**
 * Most Shift_JIS text is malformed EUC-JP and the other way round. Where both are possible (half-width katakana),
 * the one with more kana and kanji for its length is taken; where neither reads like Japanese, none.
 */
function japanese(bytes: Uint8Array, whole: boolean): DecodedText | undefined {
  const candidates = (['shift_jis', 'euc-jp'] as const).flatMap((encoding) => {
    const text = strictly(bytes, encoding, whole);
    if (text === undefined || !isTextual(text)) return [];
    return [{ text, encoding, share: japaneseShare(text) }];
  });
  const best = candidates.sort((one, other) => other.share - one.share)[0];
  if (best === undefined || best.share < 0.5) return undefined;
  return { text: best.text, encoding: best.encoding };
}

/** Of the characters beyond ASCII: how many are kana, kanji or the punctuation that goes with them. Half-width kana count for less. */
function japaneseShare(text: string): number {
  let beyond = 0;
  let fits = 0;
  for (const character of text.slice(0, LOOKED_AT)) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) continue;
    beyond += 1;
    const isFull =
      (point >= 0x3000 && point <= 0x30ff) ||
      (point >= 0x4e00 && point <= 0x9fff) ||
      (point >= 0xff01 && point <= 0xff5e);
    if (isFull) fits += 1;
    else if (point >= 0xff61 && point <= 0xff9f) fits += 0.6;
  }
  return beyond === 0 ? 0 : fits / beyond;
}

function latin1(bytes: Uint8Array): DecodedText | undefined {
  // The decoder's "latin1" is windows-1252, whose C1 range has the quotes and dashes that such files have.
  const text = new TextDecoder('latin1').decode(bytes);
  return isTextual(text) && isMostlyLetters(text) ? { text, encoding: 'latin1' } : undefined;
}

/** Bytes at random have as many characters beyond ASCII as within. */
function isMostlyLetters(text: string): boolean {
  let plain = 0;
  const looked = text.slice(0, LOOKED_AT);
  for (let index = 0; index < looked.length; index += 1) if (looked.charCodeAt(index) < 0x80) plain += 1;
  return plain >= looked.length * 0.6;
}

/** Text has next to no control characters; terminal colours (ESC) and form feeds do occur in logs. */
function isTextual(text: string): boolean {
  let strange = 0;
  const looked = text.slice(0, LOOKED_AT);
  for (let index = 0; index < looked.length; index += 1) {
    const unit = looked.charCodeAt(index);
    if (unit === 0 || unit === 0xfffe || unit === 0xffff) return false;
    const isControl = (unit < 0x20 && !(unit >= 0x08 && unit <= 0x0d) && unit !== 0x1b) || unit === 0x7f;
    if (isControl || (unit >= 0x80 && unit < 0xa0)) strange += 1;
  }
  return strange <= looked.length * 0.005;
}

function strictly(bytes: Uint8Array, encoding: string, whole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}
