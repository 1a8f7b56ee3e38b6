import { malformedXml } from '../errors.ts';
import { childText, parseXml } from '../http/xml-reader.ts';
import type { S3Request } from '../http/s3-request.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../s3-error.ts';
import { objectLockEnabled, ownershipControls } from '../store/bucket-settings.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';

/** The region whose endpoint creates buckets anywhere, for historical reasons. */
const GLOBAL_REGION = 'us-east-1';

export const createBucket: Operation = {
  name: 'CreateBucket',
  action: 's3:CreateBucket',
  run({ request, payload, caller, region: endpointRegion, store, now }) {
    const name = request.bucket;
    if (!isBucketName(name)) {
      throw new S3Error('InvalidBucketName', 400, 'The specified bucket is not valid.', { BucketName: name });
    }
    const region = checkConstraint(readConstraint(payload.bytes.toString('utf8')), endpointRegion);
    const answer = {
      status: 200,
      headers: { location: `/${name}`, 'x-amz-bucket-arn': `arn:aws:s3:::${name}` },
    };
    const existing = store.findBucket(name);
    if (existing === undefined) {
      const bucket = store.createBucket({ name, region, accountId: caller.accountId, createdAt: now });
      applyHeaders(request, bucket);
      return answer;
    }
    if (existing.accountId !== caller.accountId) throw bucketAlreadyExists(name);
    // The global region alone takes a repeated creation for a success, and leaves the bucket as it is.
    if (existing.region === GLOBAL_REGION && region === GLOBAL_REGION) return answer;
    throw bucketAlreadyOwned(name);
  },
};

/** Object lock switches versions on with it. (S3 API reference, CreateBucket.) */
function applyHeaders(request: S3Request, bucket: StoredBucket): void {
  if (request.header('x-amz-bucket-object-lock-enabled')?.toLowerCase() === 'true') {
    bucket.versioning = 'Enabled';
    bucket.settings.set('object-lock', objectLockEnabled());
  }
  const ownership = request.header('x-amz-object-ownership');
  if (ownership !== undefined) bucket.settings.set('ownershipControls', ownershipControls(ownership));
}

/** 3 to 63 lower-case letters, digits, dots and hyphens. (S3 user guide, "General purpose bucket naming rules".) */
function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !name.includes('..') &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
    !/^(xn--|sthree-|amzn-s3-demo-)/.test(name) &&
    !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)
  );
}

function readConstraint(body: string): string | undefined {
  if (body.trim() === '') return undefined;
  const root = parseXml(body);
  if (root.name !== 'CreateBucketConfiguration') throw malformedXml();
  return childText(root, 'LocationConstraint') || undefined;
}

/** @returns the region to create in. */
function checkConstraint(constraint: string | undefined, endpointRegion: string): string {
  if (constraint === undefined) {
    if (endpointRegion === GLOBAL_REGION) return GLOBAL_REGION;
    throw incompatibleConstraint('unspecified');
  }
  const region = constraint === 'EU' ? 'eu-west-1' : constraint;
  if (region === GLOBAL_REGION || !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
    const message = 'The specified location-constraint is not valid';
    throw new S3Error('InvalidLocationConstraint', 400, message, { LocationConstraint: constraint });
  }
  if (endpointRegion !== GLOBAL_REGION && endpointRegion !== region) throw incompatibleConstraint(constraint);
  return region;
}

function incompatibleConstraint(constraint: string): S3Error {
  return new S3Error(
    'IllegalLocationConstraintException',
    400,
    `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

function bucketAlreadyExists(name: string): S3Error {
  return new S3Error(
    'BucketAlreadyExists',
    409,
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    { BucketName: name },
  );
}

function bucketAlreadyOwned(name: string): S3Error {
  return new S3Error(
    'BucketAlreadyOwnedByYou',
    409,
    'Your previous request to create the named bucket succeeded and you already own it.',
    { BucketName: name },
  );
}
