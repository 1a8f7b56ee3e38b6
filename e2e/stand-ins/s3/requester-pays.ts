import { accessDenied } from './errors.ts';
import type { OperationContext } from './operation.ts';
import { settingText } from './store/bucket-settings.ts';
import type { StoredBucket } from './store/stored-bucket.ts';

const HEADER = 'x-amz-request-payer';

/**
 * In a bucket whose requesters pay, callers from other accounts must agree to that, in a header or, where the URL is
 * presigned, in the query. (S3 user guide, "Using Requester Pays general purpose buckets".)
 * @returns the headers that tell who was charged
 * @throws S3Error AccessDenied
 */
export function checkRequesterPays(context: OperationContext, bucket: StoredBucket): Record<string, string> {
  const { request, caller } = context;
  if (settingText(bucket.settings, 'requestPayment', 'Payer') !== 'Requester') return {};
  if (caller.accountId === bucket.accountId) return {};
  const agreed = request.header(HEADER) ?? request.query.get(HEADER);
  if (agreed?.toLowerCase() !== 'requester') throw accessDenied();
  return { 'x-amz-request-charged': 'requester' };
}
