/**
 * The `aws` commands that tell what the details, versions, uploads and sizes in the page tell, and those that
 * make, empty and delete a bucket. One command a line.
 */
import type { BucketAddress } from './bucket-address.ts';
import { option, profileOption, shellQuote } from './command-line.ts';
import type { DeletionSpec } from './deletion.ts';
import type { NewBucket } from './new-bucket.ts';
import type { RoleTarget } from './role-target.ts';

/** What every call about a bucket ends in: who pays, and whose credentials it takes. */
function ending({ target, requesterPays }: BucketAddress): string {
  return `${requesterPays === true ? ' --request-payer requester' : ''}${profileOption(target)}`;
}

function s3api(operation: string, at: BucketAddress, options = ''): string {
  return `aws s3api ${operation}${option('bucket', at.bucket)}${options}${ending(at)}`;
}

// Settings of a bucket can be asked for by its owner only, so nobody else could pay.
function s3apiOwn(operation: string, { target, bucket }: BucketAddress, options = ''): string {
  return s3api(operation, { target, bucket }, options);
}

export function objectCommands(at: BucketAddress, key: string, versionId?: string): readonly string[] {
  const which = `${option('key', key)}${option('version-id', versionId)}`;
  return [
    s3api('head-object', at, `${which} --checksum-mode ENABLED`),
    s3api('get-object-tagging', at, which),
    s3api('get-object-attributes', at, `${which} --object-attributes Checksum ObjectParts StorageClass`),
  ];
}

const BUCKET_SETTINGS = [
  'get-bucket-versioning',
  'get-bucket-encryption',
  'get-public-access-block',
  'get-bucket-policy-status',
  'get-bucket-policy',
  'get-bucket-cors',
  'get-bucket-lifecycle-configuration',
  'get-bucket-tagging',
  'get-bucket-ownership-controls',
  'get-object-lock-configuration',
  'get-bucket-replication',
  'get-bucket-logging',
  'get-bucket-website',
  'get-bucket-request-payment',
] as const;

export function bucketCommands(at: BucketAddress): readonly string[] {
  return [s3api('head-bucket', at), ...BUCKET_SETTINGS.map((operation) => s3apiOwn(operation, at))];
}

export function listFolderCommand({ target, bucket, requesterPays }: BucketAddress, prefix: string): string {
  const at = { target, bucket, requesterPays };
  return `aws s3 ls ${shellQuote(`s3://${bucket}/${prefix}`)}${ending(at)}`;
}

export function folderSizeCommand(at: BucketAddress, prefix: string): string {
  const uri = shellQuote(`s3://${at.bucket}/${prefix}`);
  return `aws s3 ls ${uri} --recursive --summarize${ending(at)}`;
}

export function objectVersionsCommand(at: BucketAddress, key: string): string {
  return s3api('list-object-versions', at, option('prefix', key));
}

export function folderVersionsCommand(at: BucketAddress, prefix: string): string {
  return s3api('list-object-versions', at, `${option('prefix', prefix)} --delimiter /`);
}

/** Prints an object; the same as opening a preview, but for its length. */
export function readObjectCommand(at: BucketAddress, key: string, versionId?: string): string {
  if (versionId === undefined) return `aws s3 cp ${shellQuote(`s3://${at.bucket}/${key}`)} -${ending(at)}`;
  return s3api('get-object', at, `${option('key', key)}${option('version-id', versionId)} /dev/stdout`);
}

export function compareVersionsCommands(
  at: BucketAddress,
  key: string,
  older: string,
  newer: string,
): readonly string[] {
  const read = (versionId: string, file: string) =>
    s3api('get-object', at, `${option('key', key)}${option('version-id', versionId)} ${file}`);
  return [read(older, 'older'), read(newer, 'newer'), 'diff -u older newer'];
}

export function uploadsCommand(at: BucketAddress, prefix: string): string {
  return s3api('list-multipart-uploads', at, option('prefix', prefix));
}

export function abortUploadCommand(at: BucketAddress, key: string, uploadId: string): string {
  return s3api('abort-multipart-upload', at, `${option('key', key)}${option('upload-id', uploadId)}`);
}

const ALL_BLOCKED =
  'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true';

/**
 * The commands that make a bucket. `us-east-1` must not be named as a location (CreateBucket API); object lock
 * switches versions on by itself; S3 blocks public access of every new bucket unless told otherwise.
 */
export function createBucketCommands(target: RoleTarget, bucket: NewBucket): readonly string[] {
  const at = { target, bucket: bucket.name };
  const location =
    bucket.region === 'us-east-1'
      ? ''
      : ` --create-bucket-configuration ${shellQuote(`LocationConstraint=${bucket.region}`)}`;
  const lock = bucket.objectLock ? ' --object-lock-enabled-for-bucket' : '';
  return [
    s3apiOwn('create-bucket', at, `${option('region', bucket.region)}${location}${lock}`),
    ...(bucket.versioning && !bucket.objectLock
      ? [s3apiOwn('put-bucket-versioning', at, ' --versioning-configuration Status=Enabled')]
      : []),
    bucket.blockPublicAccess
      ? s3apiOwn('put-public-access-block', at, ` --public-access-block-configuration ${ALL_BLOCKED}`)
      : s3apiOwn('delete-public-access-block', at),
  ];
}

export function deleteBucketCommand(at: BucketAddress): string {
  return s3apiOwn('delete-bucket', at);
}

/**
 * What deletes the same. `aws s3 rm` deletes current objects only; old versions and markers have to be listed
 * and handed to `delete-objects`, 1,000 at a time. Nothing for rows chosen one by one.
 */
export function deletionCommands({ at, scope, what }: DeletionSpec): readonly string[] {
  if (scope.kind === 'selection') return [];
  const prefix = scope.kind === 'prefix' ? scope.prefix : '';
  if (what === 'current') {
    return [`aws s3 rm ${shellQuote(`s3://${at.bucket}/${prefix}`)} --recursive${ending(at)}`];
  }
  const list = s3api('list-object-versions', at, option('prefix', prefix));
  return [list, s3api('delete-objects', at, ' --delete file://versions.json')];
}
