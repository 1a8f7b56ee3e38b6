/**
 * A file's lines with their ends, one character a byte; what the tests split by themselves, to compare. A byte order
 * mark is no part of the first line.
 */
export function byteLines(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/^\u00EF\u00BB\u00BF/, '').match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

export function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}

/** Whether nothing but white space or a comment is on it. */
export function isIdle(line: string): boolean {
  return /^\s*(?:$|[#;])/.test(Buffer.from(line, 'latin1').toString());
}
