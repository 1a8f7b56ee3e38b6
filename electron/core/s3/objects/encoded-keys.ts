/**
 * A key as S3 writes it with `encoding-type=url`, which is how every character of a key survives XML: percent
 * escapes, and `+` for a space.
 * @param encoding the answer's own `EncodingType`; servers that ignore the wish give none, and plain keys
 */
export function decodeKey(text: string | undefined, encoding: string | undefined): string {
  if (text === undefined) return '';
  if (encoding !== 'url') return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Order of UTF-8 bytes, in which S3 lists. (JavaScript's own order differs beyond U+FFFF.) */
export function compareKeys(one: string, other: string): number {
  if (one === other) return 0;
  let index = 0;
  while (one.charCodeAt(index) === other.charCodeAt(index)) index += 1;
  const left = one.charCodeAt(index);
  const right = other.charCodeAt(index);
  if (Number.isNaN(left)) return -1;
  if (Number.isNaN(right)) return 1;
  // Surrogates stand for what comes after U+FFFF.
  const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
  if (isHigh(left) !== isHigh(right)) return isHigh(left) ? 1 : -1;
  return left - right;
}
