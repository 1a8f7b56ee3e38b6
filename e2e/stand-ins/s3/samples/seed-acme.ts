import { rootOf } from '../settings/bucket-settings.ts';
import type { SettingName } from '../store/bucket-settings.ts';
import type { S3Store } from '../store/s3-store.ts';
import { SAMPLE_BUCKETS } from './buckets.ts';
import { sampleEvents } from './objects.ts';
import { OBSERVABILITY_BUCKET, observability } from './observability.ts';
import type { SampleEvent } from './sample-object.ts';
import { SAMPLE_SETTINGS, type SampleSettings } from './settings.ts';
import { SAMPLE_UPLOADS } from './uploads.ts';

/** The samples' newest day. */
const TODAY = Date.parse('2026-11-24T12:00:00Z');
const DAY_MS = 86_400_000;

/**
 * Fills a store with the demo organisation's buckets and objects, and one bucket of another company.
 * @param now epoch milliseconds, for what depends on the time: copies restored from the archive
 */
export function seedAcme(store: S3Store, now = Date.now()): void {
  for (const bucket of SAMPLE_BUCKETS) {
    store.createBucket({ ...bucket, createdAt: new Date(bucket.createdAt) });
  }
  for (const [bucket, events] of sampleEvents(now)) {
    const { versionsSince } = SAMPLE_SETTINGS[bucket] ?? {};
    if (versionsSince === undefined) for (const event of events) happen(store, bucket, event);
    else withVersions(store, bucket, events, versionsSince);
  }
  for (const object of observability()) happen(store, OBSERVABILITY_BUCKET, object);
  for (const [bucket, settings] of Object.entries(SAMPLE_SETTINGS)) apply(store, bucket, settings);
  for (const { bucket, key, daysAgo, ...upload } of SAMPLE_UPLOADS) {
    store.startUpload(bucket, key, { ...upload, initiated: TODAY - daysAgo * DAY_MS });
  }
  store.addAccessPoint({
    name: 'support-cases',
    accountId: store.bucket('acme-customer-uploads').accountId,
    bucket: 'acme-customer-uploads',
  });
}

/** Lets things happen in the order of their days, versions being switched on in between. */
function withVersions(
  store: S3Store,
  bucket: string,
  events: readonly SampleEvent[],
  versionsSince: number,
): void {
  for (const event of events.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    if (event.daysAgo <= versionsSince) store.bucket(bucket).versioning = 'Enabled';
    happen(store, bucket, event);
  }
}

function happen(store: S3Store, bucket: string, event: SampleEvent): void {
  const lastModified = TODAY - event.daysAgo * DAY_MS;
  if ('isDeleted' in event) {
    store.deleteMarker(bucket, event.key, lastModified);
    return;
  }
  const { key, body, daysAgo: _daysAgo, ...properties } = event;
  store.put(bucket, key, typeof body === 'number' ? { size: body } : body, { ...properties, lastModified });
}

function apply(store: S3Store, bucket: string, { settings = {}, policy }: SampleSettings): void {
  for (const [name, content] of Object.entries(settings) as [SettingName, string | null][]) {
    const root = rootOf(name);
    store.configure(bucket, name, content === null ? undefined : `<${root}>${content}</${root}>`);
  }
  if (policy !== undefined) store.bucket(bucket).policy = JSON.stringify(policy, null, 2);
}
