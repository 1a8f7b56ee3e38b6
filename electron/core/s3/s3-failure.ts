import { AppFailure, failure } from '../app-failure.ts';
import { httpStatus, networkFailure, technicalFacts } from '../support/network-failure.ts';

/** What was tried, to name it where it wasn't allowed. */
export interface S3Attempt {
  /** The IAM action, e.g. `s3:ListBucket`. */
  readonly action: string;
  /** What a policy would name: an ARN, or `*`. */
  readonly resource: string;
  readonly bucket?: string;
  /** Where an object was meant. */
  readonly key?: string;
  readonly host: string;
  /** Set for HEAD requests: their errors have no body, and the status is all there is. */
  readonly bare?: boolean;
}

/** Explains what S3 answered. Knows bare HEAD answers, whose only word is their status. */
export function s3Failure(thrown: unknown, attempt: S3Attempt): AppFailure {
  if (thrown instanceof AppFailure) return thrown;
  const network = networkFailure(thrown, attempt.host);
  if (network !== undefined) return network;
  const facts = technicalFacts(thrown);
  const { action, resource, bucket = '' } = attempt;
  const status = httpStatus(thrown);
  const code = (thrown as Error).name;
  switch (code) {
    case 'AccessDenied':
    case 'AllAccessDisabled':
      return failure('s3.access-denied', { action, resource }, facts, thrown);
    case 'ExpiredToken':
    case 'ExpiredTokenException':
    case 'TokenRefreshRequired':
    case 'InvalidToken':
      return failure('s3.credentials-expired', {}, facts, thrown);
    case 'RequestTimeTooSkewed':
      return failure('clock.skewed', { host: attempt.host }, facts, thrown);
    case 'SlowDown':
    case 'ServiceUnavailable':
    case 'TooManyRequestsException':
      return failure('s3.throttled', {}, facts, thrown);
    case 'NoSuchBucket':
      return failure('s3.no-such-bucket', { bucket }, facts, thrown);
  }
  if (attempt.bare && status === 403) {
    return failure('s3.access-denied', { action, resource }, facts, thrown);
  }
  // An error that isn't S3's XML comes from something in between: a proxy, a network's sign-in page.
  if (!attempt.bare && code.startsWith('Unknown'))
    return failure('network.garbled', { host: attempt.host }, facts, thrown);
  const { key } = attempt;
  const missing = code === 'NoSuchKey' || code === 'NoSuchVersion' || (attempt.bare && status === 404);
  if (missing && key !== undefined) return failure('s3.no-such-object', { bucket, key }, facts, thrown);
  if (attempt.bare && status === 404) return failure('s3.no-such-bucket', { bucket }, facts, thrown);
  if (status === 503) return failure('s3.throttled', {}, facts, thrown);
  return failure('s3.failed', { code, status: String(status ?? '') }, facts, thrown);
}

/** Whether new role credentials may help. */
export function credentialsExpired(thrown: unknown): boolean {
  return thrown instanceof AppFailure && thrown.error.code === 's3.credentials-expired';
}
