import { describe, expect, it } from 'vitest';
import type { ListingView, RowTextForm } from '../../../../../shared/listing.ts';
import type { RowStoreSpec } from '../row-store.ts';
import { StoredListing } from './stored-listing.ts';
import { type TestPage, testPage } from './test-pages.ts';

const SPEC: RowStoreSpec = {
  bucket: 'b',
  partition: 'aws-cn',
  baseUrl: 'https://b.s3.cn-north-1.amazonaws.com.cn',
  prefix: 'p/',
  keep: 'rows',
  ordered: true,
};
const VIEW: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };
const SECONDS = Math.floor(new Date(2026, 0, 2, 3, 4, 5).getTime() / 1000); // local time, as `aws s3 ls` prints

function selected(page: TestPage, spec: Partial<RowStoreSpec> = {}): StoredListing {
  const listing = new StoredListing({ ...SPEC, ...spec });
  listing.add(1, testPage(page), {});
  listing.select(VIEW, { kind: 'all' });
  return listing;
}

describe('text of selected rows', { timeout: 60_000 }, () => {
  const page = { objects: [{ key: "p/ä b'/c?.txt", size: 42, seconds: SECONDS }], folders: ['p/2026/'] };

  it.each<[RowTextForm, string]>([
    ['uri', "s3://b/p/2026/\ns3://b/p/ä b'/c?.txt\n"],
    ['key', "p/2026/\np/ä b'/c?.txt\n"],
    ['arn', "arn:aws-cn:s3:::b/p/2026/\narn:aws-cn:s3:::b/p/ä b'/c?.txt\n"],
    [
      'url',
      'https://b.s3.cn-north-1.amazonaws.com.cn/p/2026/\nhttps://b.s3.cn-north-1.amazonaws.com.cn/p/%C3%A4%20b%27/c%3F.txt\n',
    ],
    ['ls', '                           PRE 2026/\n2026-01-02 03:04:05         42 c?.txt\n'],
  ])('%s', (form, text) => {
    expect(selected(page).text(VIEW, form)).toEqual({ text, rows: 2, more: false });
  });

  it('names whole keys in the lines of a search, as --recursive does', () => {
    const { text } = selected(page, { criteria: {} }).text(VIEW, 'ls');
    expect(text).toContain("42 p/ä b'/c?.txt\n");
  });

  it('writes the ARNs of objects behind an access point', () => {
    const bucket = 'arn:aws:s3:eu-central-1:123456789012:accesspoint/reports';
    expect(selected({ objects: [{ key: 'p/a' }] }, { bucket }).text(VIEW, 'arn').text).toBe(
      `${bucket}/object/p/a\n`,
    );
  });

  it('keeps line breaks in keys, but for URLs', () => {
    const odd = selected({ objects: [{ key: 'p/a\nb' }] });
    expect(odd.text(VIEW, 'uri').text).toBe('s3://b/p/a\nb\n');
    expect(odd.text(VIEW, 'url').text).toBe(`${SPEC.baseUrl}/p/a%0Ab\n`);
  });

  it('follows the order of the view; rows that it filters out come last', () => {
    const listing = selected({
      objects: ['a', 'b', 'c', 'd'].map((name, i) => ({ key: `p/${name}`, size: i })),
    });
    listing.select(VIEW, { kind: 'toggle', index: 1 });
    const bySize: ListingView = { sort: { column: 'size', direction: 'descending' }, filter: '' };
    expect(listing.text(bySize, 'key').text).toBe('p/d\np/c\np/a\n');
    expect(listing.text({ ...bySize, filter: 'c' }, 'key').text).toBe('p/c\np/a\np/d\n');
  });

  it('ends at some seven megabytes of JSON and says so', () => {
    const keys = Array.from(
      { length: 1500 },
      (_, i) => `p/${String(i).padStart(4, '0')}${'\u0001'.repeat(900)}`,
    );
    const { text, rows, more } = selected({ objects: keys.map((key) => ({ key })) }).text(VIEW, 'key');
    expect(more).toBe(true);
    expect(JSON.stringify(text).length).toBeLessThanOrEqual(7_000_000);
    expect(JSON.stringify(text).length).toBeGreaterThan(6_900_000);
    expect(text.split('\n')).toHaveLength(rows + 1);
  });
});
