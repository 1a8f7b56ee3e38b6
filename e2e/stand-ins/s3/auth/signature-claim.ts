import { invalidRequest } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { readAuthorizationHeader } from './authorization-header.ts';
import { readPresignedQuery } from './presigned-query.ts';

/** What a request says about who signed it, and how; nothing of it is checked yet. */
export interface SignatureClaim {
  readonly kind: 'header' | 'presigned';
  readonly accessKeyId: string;
  /** `YYYYMMDD/region/s3/aws4_request` */
  readonly credentialScope: string;
  readonly region: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  /** Lower case, as listed. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sessionToken: string | undefined;
  readonly payloadHash: string;
  /** Of a presigned URL. */
  readonly expiresSeconds?: number;
}

/**
 * Finds the signature in the header or the query.
 * @returns `undefined` for an anonymous request.
 * @throws S3Error AuthorizationHeaderMalformed, AuthorizationQueryParametersError, InvalidRequest
 */
export function readSignatureClaim(request: S3Request): SignatureClaim | undefined {
  const authorization = request.header('authorization');
  if (request.query.has('X-Amz-Algorithm') || request.query.has('X-Amz-Signature')) {
    if (authorization !== undefined) {
      throw invalidRequest(
        'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
      );
    }
    return readPresignedQuery(request);
  }
  if (authorization !== undefined) return readAuthorizationHeader(request, authorization);
  return undefined;
}
