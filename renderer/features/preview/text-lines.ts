/** A line longer than this is cut: laying out a megabyte in one line stops any page. */
export const LONGEST_LINE = 10_000;

/** The lines of a text, without their ends; a line feed at the very end opens no further line. */
export function textLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** How many columns the widest line takes in a monospaced font; East Asian characters take two. */
export function widestColumns(lines: readonly string[]): number {
  let widest = 0;
  for (const line of lines) {
    const length = Math.min(line.length, LONGEST_LINE);
    if (length * 2 <= widest) continue;
    let columns = 0;
    for (let at = 0; at < length; at += 1) {
      const code = line.charCodeAt(at);
      columns += code >= 0x1100 ? 2 : code === 9 ? 4 : 1;
    }
    widest = Math.max(widest, columns);
  }
  return widest;
}
