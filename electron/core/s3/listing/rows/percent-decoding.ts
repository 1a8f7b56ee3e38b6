/**
 * Undoes S3's url encoding in place: `%XX` is a byte, `+` a space, a `%` without two hex digits itself. Decoding never
 * makes a text longer.
 * @returns Where the decoded text ends.
 */
export function percentDecode(bytes: Uint8Array, from: number, to: number): number {
  let out = from;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x2b) bytes[out++] = 0x20;
    else if (byte === 0x25 && i + 2 < to) {
      const high = hexDigit(bytes[i + 1] ?? 0);
      const low = hexDigit(bytes[i + 2] ?? 0);
      if (high < 0 || low < 0) bytes[out++] = byte;
      else {
        bytes[out++] = high * 16 + low;
        i += 2;
      }
    } else bytes[out++] = byte;
  }
  return out;
}

/** The value of an ASCII hex digit; minus one for anything else. */
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
