import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { shapedObjects } from './key-shapes.ts';
import { KeyDigest } from './key-digest.ts';
import { KeySpace } from './key-space.ts';
import { listPage } from './list-page.ts';

interface ParsedPage {
  readonly Contents: readonly { readonly Key: string; readonly Size: string }[];
  readonly CommonPrefixes: readonly { readonly Prefix: string }[];
  readonly NextContinuationToken?: string;
  readonly NextMarker?: string;
  readonly KeyCount?: string;
  readonly IsTruncated: string;
}

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'Contents' || name === 'CommonPrefixes',
});

function read(keys: KeySpace, query: Record<string, string>): ParsedPage {
  const body = Buffer.concat(listPage(keys, 'bucket', new URLSearchParams(query))).toString();
  const { ListBucketResult } = parser.parse(body) as { ListBucketResult: ParsedPage };
  return {
    ...ListBucketResult,
    Contents: ListBucketResult.Contents ?? [],
    CommonPrefixes: ListBucketResult.CommonPrefixes ?? [],
  };
}

function space(names: readonly string[]): KeySpace {
  return new KeySpace(names.map((key) => ({ key, size: key.length, modified: 0, storageClass: 'STANDARD' })));
}

/** All entries of a listing, page after page, in the way of either version. */
function readAll(keys: KeySpace, query: Record<string, string>, version: 1 | 2): string[] {
  const all: string[] = [];
  let next: Record<string, string> = version === 2 ? { 'list-type': '2' } : {};
  for (;;) {
    const page = read(keys, { ...query, ...next });
    const entries = [
      ...page.Contents.map(({ Key }) => Key),
      ...page.CommonPrefixes.map(({ Prefix }) => Prefix),
    ];
    if (version === 2) expect(Number(page.KeyCount)).toBe(entries.length);
    all.push(...entries);
    if (page.IsTruncated === 'false') return all;
    const last = page.NextMarker ?? page.Contents.at(-1)?.Key ?? '';
    next =
      version === 2
        ? { 'list-type': '2', 'continuation-token': page.NextContinuationToken ?? '' }
        : { marker: last };
  }
}

const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', '&', '日', ' '), minLength: 1, maxLength: 6 });

it.each([1, 2] as const)('pages of version %s hold every entry once', (version) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('a', '/', '&'), maxLength: 2 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      (names, prefix, byFolder, maxKeys) => {
        const expected = names
          .filter((name) => name.startsWith(prefix))
          .map((name) => {
            const at = byFolder ? name.indexOf('/', prefix.length) : -1;
            return at === -1 ? name : name.slice(0, at + 1);
          });
        const query = { prefix, 'max-keys': String(maxKeys), ...(byFolder ? { delimiter: '/' } : {}) };
        expect(readAll(space(names), query, version).sort()).toEqual([...new Set(expected)].sort());
      },
    ),
  );
});

it('starts after a key, whether it is there or not', () => {
  const keys = space(['a', 'b', 'd']);
  const after = (name: string) =>
    read(keys, { 'list-type': '2', 'start-after': name }).Contents.map(({ Key }) => Key);
  expect([after('a'), after('c'), after('d')]).toEqual([['b', 'd'], ['d'], []]);
});

it('writes keys as a form would where asked to', () => {
  const keys = space(['a b/&日*']);
  const page = read(keys, { 'list-type': '2', 'encoding-type': 'url' });
  expect(page.Contents[0]?.Key).toBe('a+b/%26%E6%97%A5*');
});

it.each(['flat', 'mixed', 'deep', 'skewed'] as const)(
  'the keys of %s are all different and digested',
  (shape) => {
    const objects = [...shapedObjects(shape, 5000)];
    expect(new Set(objects.map(({ key }) => key)).size).toBe(5000);
    const digest = new KeyDigest();
    for (const { key } of objects.toReversed()) digest.addText(key);
    expect(new KeySpace(objects).digest).toEqual({ count: 5000, sum: digest.sum });
  },
);

it('the digest tells a key changed, lost or doubled', () => {
  const sum = (...keys: string[]) => {
    const digest = new KeyDigest();
    for (const key of keys) digest.addText(key);
    return digest.sum;
  };
  expect(sum('a', 'b')).toBe(sum('b', 'a'));
  expect(new Set([sum('a', 'b'), sum('a'), sum('a', 'b', 'b'), sum('a', 'c'), sum('ab')]).size).toBe(5);
});
