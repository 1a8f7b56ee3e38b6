import type { S3Knobs } from '../knobs.ts';
import { S3Error } from '../s3-error.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';
import type { SignatureClaim } from './signature-claim.ts';

/**
 * Refuses a request signed for another region than the bucket's, before anything else is looked at, as S3 does.
 * @param host where the client reached the stand-in; a redirect names it again, so that nobody is sent elsewhere.
 * @throws S3Error AuthorizationHeaderMalformed, AuthorizationQueryParametersError, PermanentRedirect
 */
export function checkRegion(
  claim: SignatureClaim,
  bucket: StoredBucket,
  mode: S3Knobs['regionMismatch'],
  host: string,
): void {
  if (claim.region === bucket.region) return;
  if (mode === '301') {
    throw new S3Error(
      'PermanentRedirect',
      301,
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
      { Endpoint: host, Bucket: bucket.name },
      { 'x-amz-bucket-region': bucket.region },
    );
  }
  const reason = `the region '${claim.region}' is wrong; expecting '${bucket.region}'`;
  const [code, beginning] =
    claim.kind === 'header'
      ? ['AuthorizationHeaderMalformed', 'The authorization header is malformed']
      : ['AuthorizationQueryParametersError', 'Error parsing the X-Amz-Credential parameter'];
  throw new S3Error(code, 400, `${beginning}; ${reason}`, { Region: bucket.region });
}
