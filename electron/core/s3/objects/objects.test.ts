import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectVersion } from '../../../../shared/object-details.ts';
import { AppFailure } from '../../app-failure.ts';
import { comparedLines } from './compare-versions.ts';
import { compareKeys, decodeKey } from './encoded-keys.ts';
import { atOnce } from './limit.ts';
import { mergeVersions } from './merge-versions.ts';
import { decodedWords, expiration, restoreState } from './object-headers.ts';
import { openMark, sealMark } from './page-mark.ts';

const anyKey = fc.string({ unit: 'binary', maxLength: 12 });

describe('keys', () => {
  it('are in the order of their UTF-8 bytes', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (one, other) => {
        expect(Math.sign(compareKeys(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
      }),
    );
    expect(compareKeys('\uffee', '😀')).toBeLessThan(0);
  });
  it('come back from S3’s encoding as they were', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const encoded = encodeURIComponent(key).replaceAll('%20', '+');
        expect(decodeKey(encoded, 'url')).toBe(key);
        expect(decodeKey(key, undefined)).toBe(key);
      }),
    );
  });
  it('come back from marks as they were; anything else is refused', () => {
    fc.assert(
      fc.property(anyKey, fc.option(anyKey, { nil: undefined }), (key, id) => {
        expect(openMark(sealMark({ key, id }), 'x')).toEqual(id === undefined ? { key } : { key, id });
      }),
    );
    for (const text of ['', '[]', 'e30', 'WzFd', 'W10'])
      expect(() => openMark(text, 'x')).toThrow(AppFailure);
  });
});

describe('headers', () => {
  it('tell whether an archived object can be read', () => {
    const state = (StorageClass: string, Restore?: string) =>
      restoreState({
        $metadata: {},
        StorageClass: StorageClass as 'GLACIER',
        ...(Restore === undefined ? {} : { Restore }),
      });
    expect(state('STANDARD')).toBeUndefined();
    expect(state('GLACIER_IR')).toBeUndefined();
    expect(state('GLACIER')).toEqual({ state: 'archived' });
    expect(state('DEEP_ARCHIVE', 'ongoing-request="true"')).toEqual({ state: 'restoring' });
    expect(state('GLACIER', 'ongoing-request="false"')).toEqual({ state: 'restored' });
    expect(restoreState({ $metadata: {}, ArchiveStatus: 'ARCHIVE_ACCESS' })).toEqual({ state: 'archived' });
  });
  it('tell when a rule removes an object', () => {
    expect(expiration('expiry-date="Thu, 01 Jan 2026 00:00:00 GMT", rule-id="50%25 off"')).toEqual({
      at: Date.UTC(2026, 0, 1),
      rule: '50% off',
    });
    expect(expiration('NotImplemented')).toBeUndefined();
    expect(expiration(undefined)).toBeUndefined();
  });
  it('decode what isn’t ASCII, and leave alone what is', () => {
    expect(decodedWords('=?UTF-8?B?44Oh44Oi?=')).toBe('メモ');
    expect(decodedWords('=?utf-8?q?a_=C3=A9?= and more')).toBe('a é and more');
    expect(decodedWords('a=?b, c?=')).toBe('a=?b, c?=');
    expect(decodedWords('=?UTF-8?Q?=FF?=')).toBe('=?UTF-8?Q?=FF?=');
  });
});

it('versions and markers are put into one order', () => {
  const entry = (key: string, modified: number, deleteMarker: boolean, isLatest = false): ObjectVersion => ({
    key,
    versionId: `${key}${modified}${deleteMarker}`,
    isLatest,
    deleteMarker,
    modified,
  });
  const versions = [entry('a', 3, false), entry('a', 1, false), entry('😀', 1, false, true)];
  const markers = [entry('a', 3, true, true), entry('a', 2, true), entry('\uffee', 1, true, true)];
  expect(mergeVersions(versions, markers).map(({ key, modified }) => `${key}${modified}`)).toEqual([
    'a3',
    'a3',
    'a2',
    'a1',
    '\uffee1',
    '😀1',
  ]);
  expect(mergeVersions(versions, markers)[0]?.deleteMarker).toBe(true);
});

describe('comparing', () => {
  const line = fc.constantFrom('a', 'b', 'c', '');
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((one) => `${one}\n`).join(''));
  it('gives both texts back', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const lines = await comparedLines(before, after);
        const side = (left: 'added' | 'removed') =>
          lines.filter(({ kind }) => kind !== left).map((one) => `${one.text}\n`);
        expect(side('added').join('')).toBe(before);
        expect(side('removed').join('')).toBe(after);
        const numbers = lines.flatMap(({ before: number }) => (number === undefined ? [] : [number]));
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });
  it('gives up matching in time, and still tells the truth', async () => {
    const older = Array.from({ length: 20_000 }, (_, index) => `${index * 7}\n`).join('');
    const newer = Array.from({ length: 20_000 }, (_, index) => `x${index * 3}\n`).join('');
    const lines = await comparedLines(older, newer);
    expect(lines.filter(({ kind }) => kind === 'removed')).toHaveLength(20_000);
    expect(lines.filter(({ kind }) => kind === 'added')).toHaveLength(20_000);
  });
});

it('a gate lets only so many run at once, failed ones included', async () => {
  const gate = atOnce(3);
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      gate(async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        await Promise.resolve();
        running -= 1;
        if (index % 4 === 0) throw new Error('no');
        return index;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
});
