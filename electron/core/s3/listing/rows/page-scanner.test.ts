import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8 } from './byte-compare.ts';
import { anyPage, damagedPage } from './page-cases.ts';
import { NO_TIME } from './page-entries.ts';
import { PageScanner, hasFault } from './page-scanner.ts';
import { type ReferencePage, readByReference } from './reference-reader.ts';
import { StorageClassCodes } from './storage-class-codes.ts';
import type { PageFault } from './xml-fault.ts';

/** `LISTING_CASES=100000` runs them all; a test run of every day takes a part. */
const CASES = Number(process.env['LISTING_CASES'] ?? 4000);
const HALF = { numRuns: Math.ceil(CASES / 2) };
const PATIENCE_MS = 20 * 60_000;

function scanned(body: Uint8Array): ReferencePage | PageFault {
  const classes = new StorageClassCodes();
  const scanner = new PageScanner(classes);
  const facts = scanner.scan(body);
  if (hasFault(facts)) return facts;
  const { entries } = scanner;
  const indexes = Array.from({ length: entries.count }, (_, i) => i);
  const key = (i: number) => fromUtf8(entries.text, entries.keyFrom[i], entries.keyTo[i]);
  return {
    objects: indexes
      .filter((i) => entries.isFolder[i] === 0)
      .map((i) => {
        const seconds = entries.modified[i] === NO_TIME ? undefined : entries.modified[i];
        return [key(i), entries.size[i] ?? -1, seconds, classes.nameOf(entries.storageClass[i] ?? 0)];
      }),
    folders: indexes.filter((i) => entries.isFolder[i] === 1).map(key),
    ...facts,
  };
}

function scannedText(xml: string): ReferencePage | PageFault {
  return scanned(Buffer.from(xml));
}

describe('PageScanner', () => {
  it('reads what was written, as the reference does', { timeout: PATIENCE_MS }, () => {
    fc.assert(
      fc.property(anyPage, ({ xml, objects, folders, isTruncated, nextToken }) => {
        const body = Buffer.from(xml);
        const page = scanned(body);
        expect(page).toEqual({
          objects: objects.map(({ key, size, seconds, storageClass }) => [key, size, seconds, storageClass]),
          folders,
          isTruncated,
          nextToken,
        });
        expect(page).toEqual(readByReference(body));
      }),
      HALF,
    );
  });

  it('reads damaged pages as the reference does, or not at all', { timeout: PATIENCE_MS }, () => {
    const count = { read: 0, truncated: 0, malformed: 0, 'not-a-listing': 0 };
    fc.assert(
      fc.property(damagedPage, (body) => {
        const page = scanned(body);
        count[typeof page === 'string' ? page : 'read']++;
        if (typeof page !== 'string') expect(page).toEqual(readByReference(body));
      }),
      HALF,
    );
    // The property would also hold for a reader that refuses all.
    expect(Math.min(...Object.values(count))).toBeGreaterThan(HALF.numRuns / 200);
  });

  it('calls a page truncated wherever it is cut off', { timeout: PATIENCE_MS }, () => {
    fc.assert(
      fc.property(anyPage, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), ({ xml }, part) => {
        const body = Buffer.from(xml.replace('\ufeff', ''));
        expect(scanned(body.subarray(0, Math.floor(body.length * part)))).toBe('truncated');
      }),
      { numRuns: Math.ceil(CASES / 10) },
    );
  });

  const page = (inner: string) =>
    `<ListBucketResult><IsTruncated>false</IsTruncated>${inner}</ListBucketResult>`;
  const object = (inner: string) => page(`<Contents>${inner}</Contents>`);

  it.each([
    '<html><body>Sign in to the hotel network</body></html>',
    '<!DOCTYPE html><html></html>',
    '<?xml version="1.0"?><Error><Code>SlowDown</Code></Error>',
    '{"keys":[]}',
    'ListBucketResult',
    '<htm',
    '<?xml version="1.0"?><?xml version="1.0"?><ListBucketResult></ListBucketResult>',
    '<ListBucketResults></ListBucketResults>',
    '<!DOCTYPE x [<!ENTITY a "aaaa">]><ListBucketResult></ListBucketResult>',
  ])('says that %s is no listing', (text) => {
    expect(scannedText(text)).toBe('not-a-listing');
  });

  it.each([
    ['no IsTruncated', '<ListBucketResult></ListBucketResult>'],
    ['IsTruncated twice', page('<IsTruncated>false</IsTruncated>')],
    ['an IsTruncated of another kind', '<ListBucketResult><IsTruncated>no</IsTruncated></ListBucketResult>'],
    ['an object without a key', object('<Size>1</Size>')],
    ['an object with two keys', object('<Key>a</Key><Key>b</Key><Size>1</Size>')],
    ['an empty key', object('<Key></Key><Size>1</Size>')],
    ['an object without a size', object('<Key>a</Key>')],
    ['a size with a sign', object('<Key>a</Key><Size>-1</Size>')],
    ['a size past 2^53', object('<Key>a</Key><Size>9007199254740993</Size>')],
    [
      'a 30th of February',
      object('<Key>a</Key><Size>1</Size><LastModified>2026-02-30T00:00:00Z</LastModified>'),
    ],
    [
      'a date without a zone',
      object('<Key>a</Key><Size>1</Size><LastModified>2026-02-20T00:00:00.00</LastModified>'),
    ],
    ['an element within a key', object('<Key>a<b/></Key><Size>1</Size>')],
    ['an unknown entity', object('<Key>a&nbsp;</Key><Size>1</Size>')],
    ['a bare ampersand', object('<Key>a & b</Key><Size>1</Size>')],
    ['half a surrogate', object('<Key>&#xD83D;</Key><Size>1</Size>')],
    ['text between elements', page('x')],
    ['tags that cross', object('<Key>a</Size></Key>')],
    ['a second root', `${page('')}<More/>`],
    ['an instruction', page('<?php x?>')],
    ['an attribute without quotes', page('<Name a=b>x</Name>')],
  ])('refuses %s', (_, xml) => {
    expect(scannedText(xml)).toBe('malformed');
  });

  it('refuses bytes that are no UTF-8', () => {
    const bytes = Buffer.from(object('<Key>a~</Key><Size>1</Size>'));
    bytes[bytes.indexOf('~')] = 0xff;
    expect(scanned(bytes)).toBe('malformed');
  });

  it('keeps percent signs where the answer is not url-encoded, and broken ones where it is', () => {
    const keys = (xml: string) => (scannedText(xml) as ReferencePage).objects.map(([key]) => key);
    const one = '<Contents><Key>a%20b+c%2</Key><Size>1</Size></Contents>';
    expect(keys(page(one))).toEqual(['a%20b+c%2']);
    expect(keys(page(`${one}<EncodingType>url</EncodingType>`))).toEqual(['a b c%2']);
  });
});
