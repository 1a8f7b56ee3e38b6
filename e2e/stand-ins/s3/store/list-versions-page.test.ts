import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GeneratedObject } from './generated-object.ts';
import { compareKeys } from './key-order.ts';
import { type ListedVersion, listVersionsPage, type VersionPosition } from './list-versions-page.ts';
import { isDeleteMarker, versionIdOf } from './object-version.ts';
import {
  deleteKey,
  deleteVersion,
  newStoredBucket,
  type StoredBucket,
  type Versioning,
  writeObject,
} from './stored-bucket.ts';

/** One thing that happens to a bucket. */
type Deed =
  | { readonly kind: 'put' | 'delete'; readonly key: string }
  | { readonly kind: 'versioning'; readonly status: Versioning }
  | { readonly kind: 'remove'; readonly key: string; readonly which: number };

/** What a reader of S3's rules would write down: versions oldest first, `isMarker` or an object. */
type Noted = { key: string; id: string; isMarker: boolean };

test('the current objects and all versions are what a naive reading of the rules gives', () => {
  fc.assert(
    fc.property(deeds(), (all) => {
      const { bucket, notes } = lived(all);
      const newestFirst = [...notes.keys()]
        .sort(compareKeys)
        .flatMap((key) => (notes.get(key) ?? []).toReversed());
      const page = listVersionsPage(bucket.history, { prefix: '', delimiter: '', maxKeys: 1000 });
      expect(page.versions.map(noted)).toEqual(newestFirst);
      const latest = newestFirst.filter((note, i) => note.key !== newestFirst[i - 1]?.key);
      expect(page.versions.filter((listed) => listed.isLatest).map(noted)).toEqual(latest);
      expect([...bucket.objects.values()].map((object) => object.key)).toEqual(
        latest.filter((note) => !note.isMarker).map((note) => note.key),
      );
      expect(bucket.history.isEmpty).toBe(newestFirst.length === 0);
    }),
    { numRuns: 1000 },
  );
});

test('pages of any size put together are the whole listing, with prefixes and delimiters', () => {
  const query = fc.record({
    prefix: fc.constantFrom('', 'a', 'a/', 'b'),
    delimiter: fc.constantFrom('', '/', '//'),
    maxKeys: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(deeds(), query, (all, { prefix, delimiter, maxKeys }) => {
      const { bucket } = lived(all);
      const whole = listVersionsPage(bucket.history, { prefix, delimiter, maxKeys: 1000 });
      const found = { versions: [] as ListedVersion[], commonPrefixes: [] as string[] };
      let after: VersionPosition | undefined;
      do {
        const page = listVersionsPage(bucket.history, { prefix, delimiter, maxKeys, after });
        expect(page.versions.length + page.commonPrefixes.length).toBeLessThanOrEqual(maxKeys);
        found.versions.push(...page.versions);
        found.commonPrefixes.push(...page.commonPrefixes);
        after = page.next;
      } while (after !== undefined);
      expect(found).toEqual({ versions: whole.versions, commonPrefixes: whole.commonPrefixes });
    }),
    { numRuns: 1000 },
  );
});

test('emptying a bucket page by page, each page removed before the next is asked for, leaves nothing', () => {
  fc.assert(
    fc.property(deeds(), fc.integer({ min: 1, max: 4 }), (all, maxKeys) => {
      const { bucket } = lived(all);
      let after: VersionPosition | undefined;
      do {
        const page = listVersionsPage(bucket.history, { prefix: '', delimiter: '', maxKeys, after });
        for (const { version } of page.versions) deleteVersion(bucket, version.key, versionIdOf(version));
        after = page.next;
      } while (after !== undefined);
      expect(bucket.history.isEmpty).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

function noted({ version }: ListedVersion): Noted {
  return { key: version.key, id: versionIdOf(version), isMarker: isDeleteMarker(version) };
}

/** Lets a bucket live through deeds, and writes down on the side what its versions must be. */
function lived(all: readonly Deed[]): { bucket: StoredBucket; notes: Map<string, Noted[]> } {
  const bucket = newStoredBucket({
    name: 'b',
    region: 'us-east-1',
    accountId: '1',
    createdAt: 0,
    sharedWith: new Set(),
  });
  const notes = new Map<string, Noted[]>();
  for (const deed of all) {
    if (deed.kind === 'versioning') {
      bucket.versioning = deed.status;
      continue;
    }
    const versions = notes.get(deed.key) ?? [];
    if (deed.kind === 'remove') {
      const chosen = versions[deed.which % Math.max(1, versions.length)];
      if (chosen !== undefined) deleteVersion(bucket, deed.key, chosen.id);
      notes.set(
        deed.key,
        versions.filter((version) => version !== chosen),
      );
      continue;
    }
    const isMarker = deed.kind === 'delete';
    const id = isMarker
      ? deleteKey(bucket, deed.key, 0).versionId
      : writeObject(bucket, new GeneratedObject(deed.key, 1, 0, 'STANDARD')).versionId;
    const older = versions.filter((version) => version.id !== 'null' || id?.length === 32);
    if (isMarker && id === undefined) notes.set(deed.key, []);
    else notes.set(deed.key, [...older, { key: deed.key, id: id ?? 'null', isMarker }]);
  }
  return { bucket, notes };
}

function deeds(): fc.Arbitrary<Deed[]> {
  const key = fc.constantFrom('a', 'a/', 'a/b', 'a//', 'a//c', 'ab', 'b/x', 'Ａ', '🌸');
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('put' as const), key }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), key }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('versioning' as const),
          status: fc.constantFrom('Enabled' as const, 'Suspended' as const),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), key, which: fc.nat(3) }) },
    ),
    { maxLength: 25 },
  );
}
