import { compareKeys } from '../key-order.ts';
import type { KeyBounds, PageDigest } from '../row-store.ts';
import type { SentPage } from './key-server.ts';

/** Keeps the entries that it is given, and only those within bounds, as a row store does. */
export class MemoryRows {
  readonly entries: string[] = [];
  reading = 0;

  async add(_range: number, body: Uint8Array<ArrayBuffer>, bounds: KeyBounds): Promise<PageDigest> {
    // Another thread answers later, never at once.
    this.reading += 1;
    await new Promise((resolve) => setImmediate(resolve));
    this.reading -= 1;
    const text = new TextDecoder().decode(body);
    if (!text.startsWith('{')) return { ok: false, reason: 'not-a-listing' };
    if (!text.endsWith('}')) return { ok: false, reason: 'truncated' };
    const { entries, isTruncated, nextToken } = JSON.parse(text) as SentPage;
    const disordered = entries.some(
      (key, index) => index > 0 && compareKeys(key, entries[index - 1] ?? '') <= 0,
    );
    const { after, before } = bounds;
    const inside = entries.filter(
      (key) =>
        (after === undefined || compareKeys(key, after) > 0) &&
        (before === undefined || compareKeys(key, before) < 0),
    );
    if (!disordered) this.entries.push(...inside);
    const first = entries[0];
    const last = entries.at(-1);
    return {
      ok: true,
      seen: inside.length,
      rows: inside.length,
      folders: 0,
      bytes: 0,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
      reachedEnd: before !== undefined && last !== undefined && compareKeys(last, before) >= 0,
      isTruncated,
      ...(nextToken === undefined ? {} : { nextToken }),
      samples: spread(entries, 16),
      disordered,
    };
  }
}

function spread(keys: readonly string[], most: number): string[] {
  if (keys.length <= most) return [...keys];
  return Array.from(
    { length: most },
    (_, index) => keys[Math.round((index * (keys.length - 1)) / (most - 1))] ?? '',
  );
}
