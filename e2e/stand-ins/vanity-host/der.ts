/** As much of ASN.1's distinguished encoding (ITU-T X.690) as a certificate needs. */

function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), body]);
}

export const sequence = (...parts: readonly Uint8Array[]) => tagged(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]) => tagged(0x31, ...parts);
export const octets = (...parts: readonly Uint8Array[]) => tagged(0x04, ...parts);
export const bits = (bytes: Uint8Array) => tagged(0x03, Buffer.of(0), bytes);
export const truth = () => tagged(0x01, Buffer.of(0xff));
export const utf8 = (text: string) => tagged(0x0c, Buffer.from(text));
/** A constructed value under a context's own number. */
export const numbered = (number: number, ...parts: readonly Uint8Array[]) => tagged(0xa0 | number, ...parts);
/** A plain value under a context's own number. */
export const plainNumbered = (number: number, bytes: Uint8Array) => tagged(0x80 | number, bytes);

/** A whole number of these bytes, made positive. */
export function integer(bytes: Uint8Array): Buffer {
  return tagged(0x02, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}

/** `1.2.840.10045.4.3.2` */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const number of rest) {
    const groups = [number & 127];
    for (let left = number >> 7; left > 0; left >>= 7) groups.unshift((left & 127) | 128);
    bytes.push(...groups);
  }
  return tagged(0x06, Buffer.from(bytes));
}

/** Seconds count, and years from 1950 to 2049. */
export function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/\D/g, '').slice(2, 14);
  return tagged(0x17, Buffer.from(`${digits}Z`));
}
