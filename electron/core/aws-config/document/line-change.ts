import type { ConfigBytes } from './config-bytes.ts';
import { lacksLastLineEnd, lineEndBelow, lineEndSize, lineFrom } from './line-ends.ts';
import type { LineReader } from './line-reader.ts';
import type { Splice } from './splice.ts';

/** New lines below the one that begins at `from`. Where that is the last and has no line end, the new one has none. */
export function belowLine(source: ConfigBytes, from: number, ...lines: readonly string[]): Splice {
  const line = lineFrom(source, from);
  const lineEnd = lineEndBelow(source, line);
  const text = lines.join(lineEnd);
  const place = { from: line.next, to: line.next };
  return { ...place, text: line.end === line.next ? lineEnd + text : text + lineEnd };
}

/** Takes whole lines out. Where the last line of a file goes that had no line end, the new last line has none. */
export function withoutLines(
  source: ConfigBytes,
  lines: readonly { readonly from: number }[],
): readonly Splice[] {
  const sorted = lines.toSorted((a, b) => a.from - b.from);
  const runs: { from: number; to: number }[] = [];
  for (const { from } of sorted) {
    const { next } = lineFrom(source, from);
    const last = runs.at(-1);
    if (last?.to === from) last.to = next;
    else runs.push({ from, to: next });
  }
  return runs.map((run) => cut(source, run.from, run.to));
}

/** Takes whole lines out, as {@link withoutLines}. */
export function cut(source: ConfigBytes, from: number, to: number): Splice {
  const { buffer, start } = source;
  const endsFile = to === buffer.length && lacksLastLineEnd(source) && from > start;
  return { from: endsFile ? from - lineEndSize(buffer, from) : from, to, text: '' };
}

/** `key = value`, without spaces around `=` where the line beside it has none. */
export function keyLine(key: string, value: string, beside?: LineReader, source?: ConfigBytes): string {
  const isTight =
    beside !== undefined && source !== undefined && /^[^\s=]+=\S/.test(source.text(beside.head, beside.end));
  if (isTight) return `${key}=${value}`;
  // With white space before it, the AWS SDK would take the value for a comment.
  return /^[#;]/.test(value) ? `${key} =${value}` : `${key} = ${value}`;
}
