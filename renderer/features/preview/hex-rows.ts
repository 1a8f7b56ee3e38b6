/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export interface HexRow {
  /** Of the first byte in the object, at least eight hexadecimal digits. */
  readonly offset: string;
  /** Two digits each, with a wider gap in the middle. */
  readonly hex: string;
  /** Printable ASCII; a dot for anything else. */
  readonly ascii: string;
}

/** One row of a hex view. @param offset of the first byte of `bytes` in the object */
export function hexRow(bytes: Uint8Array, offset: number, row: number, perRow: number): HexRow {
  const from = row * perRow;
  const part = bytes.subarray(from, from + perRow);
  let hex = '';
  let ascii = '';
  for (let at = 0; at < perRow; at += 1) {
    const byte = part[at];
    if (at > 0) hex += at === perRow / 2 ? '  ' : ' ';
    hex += byte === undefined ? '  ' : byte.toString(16).padStart(2, '0');
    if (byte !== undefined) ascii += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
  }
  return { offset: (offset + from).toString(16).padStart(8, '0'), hex, ascii };
}

/**
 * An offset as a person types it: `4096`, `4,096`, or `0x1000`.
 * @returns undefined where it is no offset below `size`
 */
export function parseOffset(text: string, size: number): number | undefined {
  const plain = text.trim().replaceAll(/[\s,_]/g, '');
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(plain)) return undefined;
  const offset = Number(plain);
  return offset < size ? offset : undefined;
}
