import { accessDenied, invalidRequest } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { S3Error } from '../s3-error.ts';
import { formatAmzDate, parseAmzDate } from './amz-date.ts';
import type { SignatureClaim } from './signature-claim.ts';

/** @throws S3Error AuthorizationHeaderMalformed, InvalidRequest, AccessDenied */
export function readAuthorizationHeader(request: S3Request, header: string): SignatureClaim {
  const [scheme, ...rest] = header.trim().split(/\s+/);
  if (scheme !== 'AWS4-HMAC-SHA256') {
    throw invalidRequest(
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  const fields = new Map(
    rest
      .join('')
      .split(',')
      .map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
  );
  const credential = fields.get('Credential');
  const signedHeaders = fields.get('SignedHeaders');
  const signature = fields.get('Signature');
  if (credential === undefined || signedHeaders === undefined || signature === undefined) {
    throw malformed(
      'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
    );
  }
  const [accessKeyId, day, region, service, terminator, ...more] = credential.split('/');
  if (accessKeyId === undefined || region === undefined || terminator === undefined || more.length > 0) {
    throw malformed(
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
  if (service !== 's3') {
    throw malformed(`incorrect service "${service}". This endpoint belongs to "s3".`);
  }
  if (terminator !== 'aws4_request') {
    throw malformed(`incorrect terminal "${terminator}". This endpoint uses "aws4_request".`);
  }
  const amzDate = dateOf(request);
  if (amzDate === undefined)
    throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  if (!amzDate.startsWith(`${day}T`)) {
    throw malformed(
      `Invalid credential date "${day}". This date is not the same as X-Amz-Date: "${amzDate.slice(0, 8)}".`,
    );
  }
  const payloadHash = request.header('x-amz-content-sha256');
  if (payloadHash === undefined) {
    throw invalidRequest('Missing required header for this request: x-amz-content-sha256');
  }
  return {
    kind: 'header',
    accessKeyId,
    credentialScope: `${day}/${region}/${service}/${terminator}`,
    region,
    amzDate,
    signedHeaders: signedHeaders.split(';'),
    signature,
    sessionToken: request.header('x-amz-security-token'),
    payloadHash,
  };
}

/** The signing time from `x-amz-date`, or else from `date` in HTTP's form. */
function dateOf(request: S3Request): string | undefined {
  const amzDate = request.header('x-amz-date');
  if (amzDate !== undefined) return parseAmzDate(amzDate) === undefined ? undefined : amzDate;
  const date = Date.parse(request.header('date') ?? '');
  return Number.isNaN(date) ? undefined : formatAmzDate(date);
}

function malformed(reason: string): S3Error {
  return new S3Error('AuthorizationHeaderMalformed', 400, `The authorization header is malformed; ${reason}`);
}
