import { SAMPLE_BUCKETS } from './sample-buckets.ts';
import { sampleObjects } from './sample-objects.ts';
import type { S3Store } from './store/s3-store.ts';

/** The samples' newest day. */
const TODAY = Date.parse('2026-11-24T12:00:00Z');
const DAY_MS = 86_400_000;

/** Fills a store with the demo organisation's buckets and objects. */
export function seedAcme(store: S3Store): void {
  for (const bucket of SAMPLE_BUCKETS) {
    store.createBucket({ ...bucket, createdAt: new Date(bucket.createdAt) });
  }
  for (const [bucket, objects] of sampleObjects()) {
    for (const { key, body, daysAgo, storageClass, contentType, metadata } of objects) {
      const lastModified = TODAY - daysAgo * DAY_MS;
      const common = { lastModified, ...(storageClass && { storageClass }) };
      if (typeof body === 'number') store.put(bucket, key, { size: body, ...common });
      else
        store.put(bucket, key, body, {
          ...common,
          ...(contentType && { contentType }),
          ...(metadata && { metadata }),
        });
    }
  }
}
