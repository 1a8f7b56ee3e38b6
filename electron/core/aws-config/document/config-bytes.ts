import { isAscii } from 'node:buffer';

const MARK = [0xef, 0xbb, 0xbf];
const NOT_ASCII = /[\u0080-\u00FF]/;
/** V8 makes strings of this size cheaply; one of a whole large file costs as much as reading it. */
const WINDOW = 64 * 1024;

/**
 * A file's bytes, and pieces of it as text. What has a meaning in a config file is ASCII, and no byte of a longer
 * UTF-8 sequence (or of a broken one) is, so that lines and keys are found among the bytes.
 */
export class ConfigBytes {
  /** Shares the memory of what was given. */
  readonly buffer: Buffer;
  /** Where the first line begins: behind a byte order mark. */
  readonly start: number;
  readonly #isAscii: boolean;
  /** A part of the file, one character a byte, that pieces are cut from. */
  #window = '';
  #windowFrom = 0;

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.start = MARK.every((byte, index) => bytes[index] === byte) ? MARK.length : 0;
    this.#isAscii = isAscii(bytes);
  }

  get length(): number {
    return this.buffer.length;
  }

  /** The UTF-8 text of `[from, to)`; invalid bytes become U+FFFD, as in the AWS SDK's reader. */
  text(from: number, to: number): string {
    const piece = this.#piece(from, to);
    return this.#isAscii || !NOT_ASCII.test(piece) ? piece : this.buffer.toString('utf8', from, to);
  }

  #piece(from: number, to: number): string {
    if (from < this.#windowFrom || to > this.#windowFrom + this.#window.length) {
      this.#windowFrom = from;
      this.#window = this.buffer.toString('latin1', from, Math.max(to, from + WINDOW));
    }
    return this.#window.slice(from - this.#windowFrom, to - this.#windowFrom);
  }
}
