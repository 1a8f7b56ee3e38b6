import type { ConfigBytes } from './config-bytes.ts';
import { LineReader } from './line-reader.ts';

/** The line that begins at a place. */
export function lineFrom(source: ConfigBytes, from: number): LineReader {
  const line = new LineReader(source, from);
  line.read();
  return line;
}

/** The file's own line end: its first one; LF where it has none. */
export function fileLineEnd({ text }: ConfigBytes): string {
  const feed = text.indexOf('\n');
  if (feed < 0) return text.includes('\r') ? '\r' : '\n';
  return text[feed - 1] === '\r' ? '\r\n' : '\n';
}

/** The line end for a line below this one: the same; a lone CR, which the AWS SDK doesn't know, is not repeated. */
export function lineEndBelow(source: ConfigBytes, line: LineReader): string {
  const end = source.text.slice(line.end, line.next);
  return end === '\n' || end === '\r\n' ? end : fileLineEnd(source);
}

/** Where the line before the one at `from` begins; `from` for the first line. */
export function lineBefore({ text, start }: ConfigBytes, from: number): number {
  if (from <= start) return start;
  const end = from - lineEndSize(text, from);
  let at = end;
  while (at > start && text[at - 1] !== '\n' && text[at - 1] !== '\r') at -= 1;
  return at;
}

/** How long the line end before `from` is; 0 where there is none. */
export function lineEndSize(text: string, from: number): number {
  if (text[from - 1] === '\n') return text[from - 2] === '\r' ? 2 : 1;
  return text[from - 1] === '\r' ? 1 : 0;
}

/** Whether the file has lines and its last one has no line end. */
export function lacksLastLineEnd({ text, start }: ConfigBytes): boolean {
  return text.length > start && lineEndSize(text, text.length) === 0;
}
