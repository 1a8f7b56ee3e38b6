import type { RecordedWork } from '../activity/activity-log.ts';
import type { Clock, Logger } from '../ports.ts';
import type { RoleAccess } from '../sessions/role-access.ts';
import { BucketCalls } from './bucket-calls.ts';
import { BucketSettings } from './bucket-settings/bucket-details.ts';
import { BucketCreation } from './bucket-settings/create-bucket.ts';
import { BucketRemoval } from './bucket-settings/delete-bucket.ts';
import { Buckets } from './buckets.ts';
import { Deletions } from './deletion/deletions.ts';
import { Listings } from './listing/listings.ts';
import { RowThread } from './listing/rows/row-threads.ts';
import { VersionComparison } from './objects/compare-versions.ts';
import { LocationCompletion } from './objects/complete-location.ts';
import { IncompleteUploads } from './objects/incomplete-uploads.ts';
import { ObjectFacts } from './objects/object-details.ts';
import { ObjectVersions } from './objects/object-versions.ts';
import { Previews } from './objects/preview/open-preview.ts';
import { PreviewSources } from './objects/preview/preview-sources.ts';
import type { S3Clients } from './s3-clients.ts';
import { recordDeletions, recordListings } from './s3-records.ts';

export interface S3Parts {
  readonly clients: S3Clients;
  readonly roles: RoleAccess;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly record: RecordedWork;
}

/** Everything that is done with S3, joined. */
export function createS3Services({ clients, roles, clock, logger, record }: S3Parts) {
  const calls = new BucketCalls(clients, roles, clock);
  const rows = new RowThread({
    onFailure: ({ code, technical }) => logger.error('the listing thread ended', { code, technical }),
  });
  const listings = new Listings(calls, rows, clock, recordListings(record));
  const recordDeletion = recordDeletions(record);
  const deletions = new Deletions(calls, listings, clock, logger, (spec, step, signal, run) =>
    recordDeletion(spec, step, signal, run).finally(() => {
      // Whoever looks at it sees what is gone.
      if (step === 'delete') listings.refreshBucket(spec.at.bucket);
    }),
  );
  const sources = new PreviewSources(calls);
  return {
    buckets: new Buckets(clients, calls, roles, clock),
    settings: new BucketSettings(calls),
    creation: new BucketCreation(calls),
    removal: new BucketRemoval(calls),
    listings,
    deletions,
    completion: new LocationCompletion(calls),
    objects: new ObjectFacts(calls),
    versions: new ObjectVersions(calls),
    comparison: new VersionComparison(calls),
    uploads: new IncompleteUploads(calls),
    previews: new Previews(calls, sources),
    sources,
    /** Starts what the first listing needs while somebody still looks at the buckets. */
    warm: () => rows.warm(),
    async close(): Promise<void> {
      await deletions.close();
      await rows.close();
    },
  };
}

export type S3Services = ReturnType<typeof createS3Services>;
