const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  g: 1e9,
  gb: 1e9,
  t: 1e12,
  tb: 1e12,
  p: 1e15,
  pb: 1e15,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
  pib: 2 ** 50,
};

/**
 * A size as people write one: `500`, `10 MB`, `1.5GiB`, `2,5 gb`. MB and its like are powers of 1,000, as the page
 * shows them, MiB and its like of 1,024.
 * @returns whole bytes; undefined where the text is no size
 */
export function parseSize(text: string): number | undefined {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z]*)\s*$/i.exec(text.normalize('NFKC'));
  const unit = UNITS[match?.[2]?.toLowerCase() ?? 'none'];
  if (match?.[1] === undefined || unit === undefined) return undefined;
  const bytes = Math.round(Number(match[1].replace(',', '.')) * unit);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** The shortest text that means this many bytes. */
export function sizeText(bytes: number): string {
  for (const unit of ['PB', 'PiB', 'TB', 'TiB', 'GB', 'GiB', 'MB', 'MiB', 'kB', 'KiB']) {
    const value = bytes / (UNITS[unit.toLowerCase()] ?? 1);
    if (value >= 1 && Number.isInteger(value * 10)) return `${value} ${unit}`;
  }
  return `${bytes} B`;
}
