import type { ConfigBytes } from './config-bytes.ts';
import { trimEnd, whiteSpaceAt, whiteSpaceBefore } from './white-space.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HASH = 0x23;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;

/**
 * Walks over a file line by line and says where the parts of the line are, as byte places. A line ends at LF,
 * CR LF or a lone CR (Python's universal line ends). One object for the whole walk: a config has thousands of
 * lines, and all of them are read again after an edit.
 */
export class LineReader {
  readonly #bytes: Uint8Array;
  /** Where the line begins. */
  from = 0;
  /** Its first character that isn't white space; `end` in a blank line. */
  head = 0;
  /** Behind the last character that is neither white space nor comment. */
  tail = 0;
  /** Where a comment begins, be it the whole line, else -1. */
  comment = -1;
  /** The first `=` and the first `:` before a comment, else -1. */
  equals = -1;
  colon = -1;
  /** Behind the line's last character, before its line end. */
  end = 0;
  /** Where the next line begins. */
  next: number;

  constructor({ buffer }: ConfigBytes, from: number) {
    this.#bytes = buffer;
    this.next = from;
  }

  /** Goes to the next line; false at the end of the file. */
  read(): boolean {
    const bytes = this.#bytes;
    const { length } = bytes;
    const from = this.next;
    if (from >= length) return false;
    const head = skipOwnWhiteSpace(bytes, from);
    let [equals, colon, comment] = [-1, -1, -1];
    let at = head;
    // Each character is looked at once, most of them only to see that they mean nothing here.
    for (; at < length; at += 1) {
      const code = bytes[at] ?? 0;
      if (code > EQUALS) continue;
      if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      if (code < HASH || comment >= 0) continue;
      if (code === EQUALS) {
        if (equals < 0) equals = at;
      } else if (code === COLON) {
        if (colon < 0) colon = at;
      } else if (code === HASH || code === SEMICOLON) {
        if (at === head || whiteSpaceBefore(bytes, at) > 0) comment = at;
      }
    }
    this.from = from;
    this.head = head;
    this.equals = equals;
    this.colon = colon;
    this.comment = comment;
    this.end = at;
    this.tail = trimEnd(bytes, head, comment < 0 ? at : comment);
    const isPair = bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED;
    this.next = Math.min(at + (isPair ? 2 : 1), length);
    return true;
  }

  isBlank(): boolean {
    return this.head === this.end;
  }

  /** Whether the whole line is one. */
  isComment(): boolean {
    return this.comment === this.head;
  }

  /** Where the key ends, at the first `=` or `:`; -1 where there is none. Nested keys end at `=` only. */
  delimiter(nested = false): number {
    const { equals, colon } = this;
    return nested || colon < 0 || (equals >= 0 && equals < colon) ? equals : colon;
  }
}

/** As far as the line's white space goes, which line ends are not a part of. */
function skipOwnWhiteSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const code = bytes[at] ?? 0;
    if (code > 0x20 && code < 0x80) return at;
    const size = code === LINE_FEED || code === CARRIAGE_RETURN ? 0 : whiteSpaceAt(bytes, at);
    if (size === 0) return at;
    at += size;
  }
}
