import { openBucketCommand } from '../../../shared/command-line.ts';
import { parseBucketInput } from '../../../shared/bucket-name.ts';
import {
  abortUploadCommand,
  bucketCommands,
  compareVersionsCommands,
  createBucketCommands,
  deleteBucketCommand,
  folderVersionsCommand,
  objectCommands,
  objectVersionsCommand,
  readObjectCommand,
  uploadsCommand,
} from '../../../shared/details-command.ts';
import type { RequestName } from '../../../shared/contract.ts';
import { listBucketsCommand } from '../../../shared/command-line.ts';
import type { RecordedWork } from '../activity/activity-log.ts';
import type { RequestHandlers } from '../bridge/bridge-server.ts';
import type { RoleAccess } from '../sessions/role-access.ts';
import type { S3Services } from './s3-services.ts';

type S3Request = Extract<
  RequestName,
  | `bucket${string}`
  | `listing.${string}`
  | `location.${string}`
  | `object.${string}`
  | `version${string}`
  | `preview.${string}`
  | `upload${string}`
  | `deletion.${string}`
>;

const DONE = {};
const lines = (commands: readonly string[]) => commands.join('\n');

/** What the requests about S3 do. Those that send something are recorded with the command that they equal. */
export function s3RequestHandlers(
  services: S3Services,
  roles: RoleAccess,
  record: RecordedWork,
): Pick<RequestHandlers, S3Request> {
  const { buckets, settings, creation, removal, listings, deletions, completion } = services;
  const { objects, versions, comparison, uploads, previews } = services;
  return {
    'buckets.page': ({ target, continuationToken }, signal) =>
      record('list-buckets', listBucketsCommand(target), signal, () =>
        buckets.page(roles.role(target), continuationToken, signal),
      ).finally(() => services.warm()),
    'bucket.open': ({ target, bucket }, signal) =>
      record('open-bucket', openBucketCommand(target, parseBucketInput(bucket) ?? bucket), signal, () =>
        buckets.open(roles.role(target), bucket, signal),
      ),
    'bucket.create': (params, signal) =>
      record('create-bucket', lines(createBucketCommands(params.target, params.bucket)), signal, () =>
        creation.create(params, signal),
      ),
    'bucket.delete': (params, signal) =>
      record('delete-bucket', deleteBucketCommand(params.at), signal, () => removal.delete(params, signal)),
    'bucket.details': (params, signal) =>
      record('read-settings', lines(bucketCommands(params.at)), signal, () =>
        settings.details(params, signal),
      ),

    'listing.keep': ({ listingId, spec }, signal) => listings.keep(listingId, spec, signal),
    'listing.rows': ({ listingId, view, from, count, anchor }) =>
      listings.rows(listingId, view, from, count, anchor),
    'listing.find': ({ listingId, view, text, match, from }) =>
      listings.find(listingId, view, text, match, from),
    'listing.select': ({ listingId, view, change }) => listings.select(listingId, view, change),
    'listing.text': ({ listingId, view, form }) => listings.text(listingId, view, form),
    'listing.hasten': async ({ listingId, text }) => {
      listings.hasten(listingId, text);
      return DONE;
    },
    'listing.stop': async ({ listingId }) => {
      listings.stop(listingId);
      return DONE;
    },
    'listing.resume': async ({ listingId }) => {
      listings.resume(listingId);
      return DONE;
    },
    'listing.refresh': async ({ listingId }) => {
      listings.refresh(listingId);
      return DONE;
    },
    // One for every few letters typed: they would push everything else out of the list.
    'location.complete': (params, signal) => completion.complete(params, signal),

    'object.details': (params, signal) =>
      record('read-object', lines(objectCommands(params.at, params.key, params.versionId)), signal, () =>
        objects.details(params, signal),
      ),
    'versions.page': (params, signal) => {
      const { at, scope } = params;
      const command =
        scope.kind === 'object'
          ? objectVersionsCommand(at, scope.key)
          : folderVersionsCommand(at, scope.prefix);
      return record('list-versions', command, signal, () => versions.page(params, signal));
    },
    'versions.compare': (params, signal) =>
      record(
        'compare-versions',
        lines(compareVersionsCommands(params.at, params.key, params.older, params.newer)),
        signal,
        () => comparison.compare(params, signal),
      ),
    'preview.open': (params, signal) =>
      record('preview-object', readObjectCommand(params.at, params.key, params.versionId), signal, () =>
        previews.open(params, signal),
      ),
    'preview.close': (params) => previews.close(params),
    'uploads.page': (params, signal) =>
      record('list-uploads', uploadsCommand(params.at, params.prefix), signal, () =>
        uploads.page(params, signal),
      ),
    'upload.parts': (params, signal) => uploads.parts(params, signal),
    'upload.abort': (params, signal) =>
      record('abort-upload', abortUploadCommand(params.at, params.key, params.uploadId), signal, () =>
        uploads.abort(params, signal),
      ),

    'deletion.count': (params) => deletions.count(params),
    'deletion.run': (params) => deletions.run(params),
    'deletion.stop': (params) => deletions.stop(params),
    'deletion.forget': (params) => deletions.forget(params),
  };
}
