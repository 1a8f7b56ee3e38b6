import { S3Error } from './s3-error.ts';

/** An error answer to give instead of the real one. */
export interface ErrorShape {
  readonly code: string;
  readonly status: number;
  readonly message?: string;
}

/**
 * How a request fails:
 * - an error answer; the operation is not carried out;
 * - `reset`: the connection is reset, nothing is answered or carried out;
 * - `reset-mid-body`: reset after half of the answer's body, or for an upload after the first bytes of the request's
 *   (the upload is not carried out);
 * - `lost-answer`: carried out, then reset before a byte is answered;
 * - `truncate`: a complete, well-formed HTTP answer that holds the first half of the body only;
 * - `garbage`: the right length of wrong bytes for an object, a captive portal's page for XML;
 * - `stall-mid-body`: half of the body, then silence on an open connection;
 * - `endless-body`: the body without its end, then white space for ever, without a length;
 * - `broken-xml`: the right length, but an element in the middle isn't closed (XML answers only);
 * - a delay in milliseconds, then the real answer.
 */
export type FailureMode =
  | ErrorShape
  | { readonly delayMs: number }
  | 'reset'
  | 'reset-mid-body'
  | 'lost-answer'
  | 'truncate'
  | 'garbage'
  | 'stall-mid-body'
  | 'endless-body'
  | 'broken-xml';

export interface Failure {
  /** An operation's API name (`ListObjectsV2`, `GetObject`, …), or `*` for any. */
  readonly operation: string;
  /** Only requests about this bucket. */
  readonly bucket?: string;
  /** Only requests signed with this key; renewed credentials then succeed. */
  readonly accessKeyId?: string;
  /** How many matching requests fail, `Infinity` for all; 1 where absent. */
  readonly times?: number;
  /** How many matching requests still succeed first; 0 where absent. */
  readonly after?: number;
  readonly how: FailureMode;
}

/** Ready error shapes, worded as S3 words them. */
export const failureShapes = {
  accessDenied: { code: 'AccessDenied', status: 403, message: 'Access Denied' },
  expiredToken: { code: 'ExpiredToken', status: 400, message: 'The provided token has expired.' },
  slowDown: { code: 'SlowDown', status: 503, message: 'Please reduce your request rate.' },
  internalError: {
    code: 'InternalError',
    status: 500,
    message: 'We encountered an internal error. Please try again.',
  },
} as const satisfies Record<string, ErrorShape>;

/** What a failure is chosen by. */
export interface FailableRequest {
  readonly operation: string;
  readonly bucket: string;
  readonly accessKeyId: string;
}

/** The failures still to come. A request that is not authentic uses none up. */
export class FailureScript {
  #pending: { failure: Failure; skip: number; left: number }[] = [];

  add(failure: Failure): void {
    this.#pending.push({ failure, skip: failure.after ?? 0, left: failure.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  /** How a request fails, if it does. Of several failures that fit, the first added goes first. */
  take(request: FailableRequest): FailureMode | undefined {
    for (const entry of this.#pending) {
      if (!fits(entry.failure, request)) continue;
      if (entry.skip > 0) {
        entry.skip--;
        continue;
      }
      if (--entry.left === 0) this.#pending = this.#pending.filter((other) => other !== entry);
      return entry.failure.how;
    }
    return undefined;
  }
}

function fits(failure: Failure, { operation, bucket, accessKeyId }: FailableRequest): boolean {
  return (
    (failure.operation === operation || failure.operation === '*') &&
    (failure.bucket ?? bucket) === bucket &&
    (failure.accessKeyId ?? accessKeyId) === accessKeyId
  );
}

export function errorOfShape(shape: ErrorShape): S3Error {
  return new S3Error(shape.code, shape.status, shape.message ?? shape.code);
}
