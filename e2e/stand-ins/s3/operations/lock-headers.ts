import { invalidArgument, invalidRequest } from '../errors.ts';
import type { OperationContext } from '../operation.ts';
import { settingText } from '../store/bucket-settings.ts';
import type { ObjectLock, Retention } from '../store/object-lock.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';

const DAY_MS = 86_400_000;

/**
 * The lock of a new object: as its headers say, or else the bucket's default retention.
 * @throws S3Error InvalidRequest where the bucket has no object lock, InvalidArgument, AccessDenied
 */
export function readLockHeaders(context: OperationContext, bucket: StoredBucket, now: number): ObjectLock {
  const { request } = context;
  const mode = request.header('x-amz-object-lock-mode');
  const until = request.header('x-amz-object-lock-retain-until-date');
  const hold = request.header('x-amz-object-lock-legal-hold');
  if (mode !== undefined || until !== undefined || hold !== undefined) checkHasLock(bucket);
  if (hold !== undefined) context.authorize('s3:PutObjectLegalHold', bucket, request.key);
  if (mode !== undefined) context.authorize('s3:PutObjectRetention', bucket, request.key);
  const retention =
    mode === undefined && until === undefined
      ? defaultRetention(bucket, now)
      : readRetention(mode, until, now);
  return { ...(retention && { retention }), ...(hold !== undefined && { legalHold: hold === 'ON' }) };
}

/** @throws S3Error InvalidRequest */
export function checkHasLock({ settings }: StoredBucket): void {
  if (settingText(settings, 'object-lock', 'ObjectLockEnabled') === 'Enabled') return;
  throw invalidRequest('Bucket is missing Object Lock Configuration');
}

/** @throws S3Error InvalidArgument */
export function readRetention(mode: string | undefined, until: string | undefined, now: number): Retention {
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') {
    throw invalidArgument('Unknown wormMode directive.', 'x-amz-object-lock-mode', mode ?? '');
  }
  const time = Date.parse(until ?? '');
  if (Number.isNaN(time) || time <= now) {
    const message = 'The retain until date must be in the future!';
    throw invalidArgument(message, 'x-amz-object-lock-retain-until-date', until ?? '');
  }
  return { mode, until: time };
}

function defaultRetention({ settings }: StoredBucket, now: number): Retention | undefined {
  const read = (name: string) => settingText(settings, 'object-lock', 'Rule', 'DefaultRetention', name);
  const mode = read('Mode');
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') return undefined;
  const days = Number(read('Days') ?? 0) + Number(read('Years') ?? 0) * 365;
  return { mode, until: now + days * DAY_MS };
}
