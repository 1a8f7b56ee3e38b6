import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from './key-order.ts';
import { type ListPosition, listPage, type ListQuery } from './list-page.ts';
import { GeneratedObject } from './generated-object.ts';
import type { ObjectRecord } from './object-record.ts';
import { SortedMap } from './sorted-map.ts';

type Entry = { key: string } | { commonPrefix: string };

test('a page is what a naive reading of the rules gives', () => {
  fc.assert(
    fc.property(keys(), query(), (all, asked) => {
      const page = listPage(bucketOf(all), asked);
      const expected = naivePage(all, asked);
      expect(page.objects.map((object) => object.key)).toEqual(
        expected.entries.flatMap((entry) => ('key' in entry ? [entry.key] : [])),
      );
      expect(page.commonPrefixes).toEqual(
        expected.entries.flatMap((entry) => ('commonPrefix' in entry ? [entry.commonPrefix] : [])),
      );
      expect(page.next !== undefined).toBe(expected.isTruncated);
    }),
    { numRuns: 3000 },
  );
});

test('pages of any size put together are the whole listing', () => {
  fc.assert(
    fc.property(keys(), query(), fc.integer({ min: 1, max: 4 }), (all, { prefix, delimiter }, maxKeys) => {
      const objects = bucketOf(all);
      const whole = listPage(objects, { prefix, delimiter, maxKeys: 1000 });
      const found = { objects: [] as ObjectRecord[], commonPrefixes: [] as string[] };
      let after: ListPosition | undefined;
      do {
        const page = listPage(objects, { prefix, delimiter, maxKeys, after });
        expect(page.objects.length + page.commonPrefixes.length).toBeLessThanOrEqual(maxKeys);
        found.objects.push(...page.objects);
        found.commonPrefixes.push(...page.commonPrefixes);
        after = page.next;
      } while (after !== undefined);
      expect(found).toEqual({ objects: whole.objects, commonPrefixes: whole.commonPrefixes });
    }),
    { numRuns: 1000 },
  );
});

/** The rules once more, with no regard for speed: filter, group, cut. */
function naivePage(all: readonly string[], asked: ListQuery): { entries: Entry[]; isTruncated: boolean } {
  const { prefix, delimiter, maxKeys, after } = asked;
  const sorted = [...new Set(all)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const entries: Entry[] = [];
  for (const key of sorted) {
    if (!key.startsWith(prefix)) continue;
    if (after !== undefined && compareKeys(key, after.key) <= 0) continue;
    if (after?.isCommonPrefix === true && key.startsWith(after.key)) continue;
    const rest = key.slice(prefix.length);
    if (delimiter !== '' && rest.includes(delimiter)) {
      const commonPrefix = prefix + rest.slice(0, rest.indexOf(delimiter)) + delimiter;
      const isKnown = entries.some((entry) => 'commonPrefix' in entry && entry.commonPrefix === commonPrefix);
      if (!isKnown) entries.push({ commonPrefix });
    } else entries.push({ key });
  }
  return { entries: entries.slice(0, maxKeys), isTruncated: maxKeys > 0 && entries.length > maxKeys };
}

function bucketOf(all: readonly string[]): SortedMap<ObjectRecord> {
  const objects = new SortedMap<ObjectRecord>();
  for (const key of all) objects.set(key, new GeneratedObject(key, 1, 0, 'STANDARD'));
  return objects;
}

function text(maxLength: number): fc.Arbitrary<string> {
  const part = fc.constantFrom('a', 'b', '/', '/', '-', '🌸', 'Ａ', '日');
  return fc.array(part, { maxLength }).map((parts) => parts.join(''));
}

function keys(): fc.Arbitrary<string[]> {
  return fc.array(
    text(6).filter((key) => key !== ''),
    { maxLength: 25 },
  );
}

function query(): fc.Arbitrary<ListQuery> {
  return fc.record({
    prefix: text(2),
    delimiter: fc.constantFrom('', '/', '-', 'a/', '🌸'),
    maxKeys: fc.nat(8),
    after: fc.option(
      text(4).map((key) => ({ key, isCommonPrefix: false })),
      { nil: undefined },
    ),
  });
}
