import type { Caller } from './auth/caller.ts';
import type { S3Answer } from './http/s3-answer.ts';
import type { S3Request } from './http/s3-request.ts';
import type { S3Knobs } from './knobs.ts';
import type { Payload } from './payload/read-payload.ts';
import type { S3Store } from './store/s3-store.ts';
import type { StoredBucket } from './store/stored-bucket.ts';

/** Everything an operation works with. The signature, the body's hash and the operation's own action are checked. */
export interface OperationContext {
  readonly request: S3Request;
  readonly payload: Payload;
  readonly caller: Caller;
  /** The region the request was signed for. */
  readonly region: string;
  readonly store: S3Store;
  readonly knobs: Readonly<S3Knobs>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Checks a further action. @throws S3Error AccessDenied */
  authorize(action: string, bucket?: StoredBucket, key?: string): void;
}

/** One operation of the S3 API. */
export interface Operation {
  /** As the API and the SDK's commands name it. */
  readonly name: string;
  /** The IAM action it needs, on the bucket or object it addresses. */
  readonly action: string;
  /** The IAM action it needs instead where `versionId` names a version; without it, a version is refused. */
  readonly versionAction?: string;
  /** Whether the body is an object's bytes, whose length must be known beforehand. */
  readonly takesObject?: true;
  run(context: OperationContext): S3Answer;
}

/** The bucket a request addresses. @throws S3Error NoSuchBucket */
export function addressedBucket(context: OperationContext): StoredBucket {
  return context.store.bucket(context.request.bucket);
}
