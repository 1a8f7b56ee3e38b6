import type { ConfigBytes } from './config-bytes.ts';
import { LineReader } from './line-reader.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The line that begins at a place. */
export function lineFrom(source: ConfigBytes, from: number): LineReader {
  const line = new LineReader(source, from);
  line.read();
  return line;
}

/** The file's own line end: its first one; LF where it has none. */
export function fileLineEnd({ buffer }: ConfigBytes): string {
  const feed = buffer.indexOf(LINE_FEED);
  if (feed < 0) return buffer.includes(CARRIAGE_RETURN) ? '\r' : '\n';
  return buffer[feed - 1] === CARRIAGE_RETURN ? '\r\n' : '\n';
}

/** The line end for a line below this one: the same; a lone CR, which the AWS SDK doesn't know, is not repeated. */
export function lineEndBelow(source: ConfigBytes, line: LineReader): string {
  const end = source.text(line.end, line.next);
  return end === '\n' || end === '\r\n' ? end : fileLineEnd(source);
}

/** Where the line before the one at `from` begins; `from` for the first line. */
export function lineBefore({ buffer, start }: ConfigBytes, from: number): number {
  if (from <= start) return start;
  let at = from - lineEndSize(buffer, from);
  while (at > start && lineEndSize(buffer, at) === 0) at -= 1;
  return at;
}

/** How many bytes the line end before `from` has; 0 where there is none. */
export function lineEndSize(bytes: Uint8Array, from: number): number {
  if (bytes[from - 1] === LINE_FEED) return bytes[from - 2] === CARRIAGE_RETURN ? 2 : 1;
  return bytes[from - 1] === CARRIAGE_RETURN ? 1 : 0;
}

/** Whether the file has lines and its last one has no line end. */
export function lacksLastLineEnd({ buffer, start }: ConfigBytes): boolean {
  return buffer.length > start && lineEndSize(buffer, buffer.length) === 0;
}
