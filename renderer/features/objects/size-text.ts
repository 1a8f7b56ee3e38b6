const LETTERS = ['', 'k', 'm', 'g', 't', 'p'];

/** By the letter that a unit begins with; bytes have none. */
function unitOf(text: string): number | undefined {
  const letter = /^([kmgtp]?)(?:i?b)?$/i.exec(text)?.[1];
  return letter === undefined || /^ib$/i.test(text)
    ? undefined
    : 1024 ** LETTERS.indexOf(letter.toLowerCase());
}

/**
 * A size as people write one: `500`, `10 MB`, `1.5GiB`, `2,5 gb`. Units are powers of 1,024, as the page shows them
 * and as the S3 console does, with the `i` and without.
 * @returns whole bytes; undefined where the text is no size
 */
export function parseSize(text: string): number | undefined {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z]*)\s*$/i.exec(text.normalize('NFKC'));
  const unit = match === null ? undefined : unitOf(match[2] ?? '');
  if (match?.[1] === undefined || unit === undefined) return undefined;
  const bytes = Math.round(Number(match[1].replace(',', '.')) * unit);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** The shortest text that means this many bytes. */
export function sizeText(bytes: number): string {
  for (const [power, unit] of [
    [5, 'PB'],
    [4, 'TB'],
    [3, 'GB'],
    [2, 'MB'],
    [1, 'KB'],
  ] as const) {
    const value = bytes / 1024 ** power;
    if (value >= 1 && Number.isInteger(value * 10)) return `${value} ${unit}`;
  }
  return `${bytes} B`;
}
