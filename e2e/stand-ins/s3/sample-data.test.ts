import { beforeAll, expect, test } from 'vitest';
import { ACME_ACCOUNTS, SAMPLE_BUCKETS } from './sample-buckets.ts';
import { seedAcme } from './sample-data.ts';
import { STORAGE_CLASSES } from './store/object-record.ts';
import { S3Store } from './store/s3-store.ts';

let store: S3Store;
beforeAll(() => {
  store = new S3Store();
  seedAcme(store);
});

test('nine, six and twelve buckets in four regions, from 2014 to 2026', () => {
  const { production, development, data } = ACME_ACCOUNTS;
  expect([production, development, data].map((account) => store.bucketsOf(account).length)).toEqual([
    9, 6, 12,
  ]);
  const regions = new Set(SAMPLE_BUCKETS.map((bucket) => bucket.region));
  expect([...regions].toSorted()).toEqual(['ap-northeast-1', 'ap-northeast-3', 'eu-west-1', 'us-east-1']);
  const years = SAMPLE_BUCKETS.map((bucket) => new Date(bucket.createdAt).getUTCFullYear());
  expect([Math.min(...years), Math.max(...years)]).toEqual([2014, 2026]);
  expect(SAMPLE_BUCKETS.filter((bucket) => bucket.name.length === 63)).toHaveLength(3);
  for (const { name } of SAMPLE_BUCKETS) expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);
});

test('no object is older than its bucket or younger than the samples', () => {
  const newest = Date.parse('2026-11-24T12:00:00Z');
  for (const { name, createdAt } of SAMPLE_BUCKETS) {
    for (const object of store.bucket(name).objects.values()) {
      const where = `${name}/${object.key}`;
      expect(object.lastModified, where).toBeGreaterThanOrEqual(Date.parse(createdAt));
      expect(object.lastModified, where).toBeLessThanOrEqual(newest);
      expect(STORAGE_CLASSES.has(object.storageClass), where).toBe(true);
      expect(Buffer.byteLength(object.key)).toBeLessThanOrEqual(1024);
    }
  }
});

test('hundreds of objects, with Japanese, emoji, spaces, depth and an archive among them', () => {
  const all = SAMPLE_BUCKETS.flatMap(({ name }) => [...store.bucket(name).objects.values()]);
  expect(all.length).toBeGreaterThan(900);
  const keys = all.map((object) => object.key);
  for (const pattern of [/[ぁ-ん]/, /🚀/, / /, /(.*\/){6}/, /\/\//, /\/$/, /%/, /\+/]) {
    expect(
      keys.some((key) => pattern.test(key)),
      String(pattern),
    ).toBe(true);
  }
  expect(new Set(all.map((object) => object.storageClass)).size).toBeGreaterThanOrEqual(6);
});
