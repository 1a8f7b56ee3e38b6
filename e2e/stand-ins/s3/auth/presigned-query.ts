import type { S3Request } from '../http/s3-request.ts';
import { S3Error } from '../s3-error.ts';
import { parseAmzDate } from './amz-date.ts';
import type { SignatureClaim } from './signature-claim.ts';

const REQUIRED = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
] as const;

const LONGEST_LIFE_SECONDS = 604_800;

/** @throws S3Error AuthorizationQueryParametersError */
export function readPresignedQuery(request: S3Request): SignatureClaim {
  const { query } = request;
  if (REQUIRED.some((name) => !query.has(name))) {
    throw wrongQuery(
      `Query-string authentication version 4 requires the ${REQUIRED.slice(0, -1).join(', ')}, and ${REQUIRED.at(-1)} parameters.`,
    );
  }
  const [algorithm, credential, signature, amzDate, signedHeaders, expires] = REQUIRED.map(
    (name) => query.get(name) ?? '',
  ) as [string, string, string, string, string, string];
  if (algorithm !== 'AWS4-HMAC-SHA256')
    throw wrongQuery('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"');
  const [accessKeyId, day, region, service, terminator, ...more] = credential.split('/');
  if (accessKeyId === undefined || region === undefined || terminator !== 'aws4_request' || more.length > 0) {
    throw wrongQuery(
      'Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
  if (service !== 's3') {
    throw wrongQuery(
      `Error parsing the X-Amz-Credential parameter; incorrect service "${service}". This endpoint belongs to "s3".`,
    );
  }
  if (parseAmzDate(amzDate) === undefined || !amzDate.startsWith(`${day}T`)) {
    throw wrongQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  }
  return {
    kind: 'presigned',
    accessKeyId,
    credentialScope: `${day}/${region}/${service}/${terminator}`,
    region,
    amzDate,
    signedHeaders: signedHeaders.split(';'),
    signature,
    sessionToken: query.get('X-Amz-Security-Token'),
    payloadHash:
      request.header('x-amz-content-sha256') ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    expiresSeconds: readExpires(expires),
  };
}

function readExpires(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw wrongQuery(
      text.startsWith('-') ? 'X-Amz-Expires must be non-negative' : 'X-Amz-Expires should be a number',
    );
  }
  const seconds = Number(text);
  if (seconds > LONGEST_LIFE_SECONDS) {
    throw wrongQuery(
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${LONGEST_LIFE_SECONDS} seconds`,
    );
  }
  return seconds;
}

function wrongQuery(message: string): S3Error {
  return new S3Error('AuthorizationQueryParametersError', 400, message);
}
