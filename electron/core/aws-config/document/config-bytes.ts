import { isAscii } from 'node:buffer';

const BOM = '\u00EF\u00BB\u00BF';
const NOT_ASCII = /[\u0080-\u00FF]/;

/**
 * A file's bytes, and the same as text of one character a byte, so that places in both are equal. What has
 * a meaning in a config file is ASCII, and no byte of a longer UTF-8 sequence (or of a broken one) is.
 */
export interface ConfigBytes {
  readonly buffer: Buffer;
  readonly text: string;
  readonly ascii: boolean;
  /** Where the first line begins: behind a byte order mark. */
  readonly start: number;
}

/** Shares the memory of `bytes`. */
export function configBytes(bytes: Uint8Array): ConfigBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('latin1');
  return { buffer, text, ascii: isAscii(bytes), start: text.startsWith(BOM) ? BOM.length : 0 };
}

/** The UTF-8 text of `[from, to)`; invalid bytes become U+FFFD, as in the AWS SDK's reader. */
export function decoded({ buffer, text, ascii }: ConfigBytes, from: number, to: number): string {
  const slice = text.slice(from, to);
  return ascii || !NOT_ASCII.test(slice) ? slice : buffer.toString('utf8', from, to);
}
