/** A line of a file, one character a byte, so that nothing is lost on the way back. */
export interface ByteLine {
  readonly text: string;
  /** `\n`, `\r\n`, or nothing at the end of a file. */
  readonly end: string;
}

export function byteLines(bytes: Uint8Array | undefined): ByteLine[] {
  const text = Buffer.from(bytes ?? []).toString('latin1');
  if (text === '') return [];
  return text.split(/(?<=\n)/).map((line) => {
    const end = /\r?\n$/.exec(line)?.[0] ?? '';
    return { text: line.slice(0, line.length - end.length), end };
  });
}

/** The file again; a line that has come to stand before others gets the line end it lacked as the last one. */
export function joinLines(lines: readonly ByteLine[], lineEnd: string): Uint8Array {
  const joined = lines.map(({ text, end }, index) => {
    return text + (end === '' && index < lines.length - 1 ? lineEnd : end);
  });
  return Buffer.from(joined.join(''), 'latin1');
}
