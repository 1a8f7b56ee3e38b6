import { invalidArgument } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { settingText } from '../store/bucket-settings.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';

const ALGORITHM = 'x-amz-server-side-encryption';
const KEY_ID = 'x-amz-server-side-encryption-aws-kms-key-id';
const BUCKET_KEY = 'x-amz-server-side-encryption-bucket-key-enabled';

/**
 * How a new object is encrypted: as the request says, or else as the bucket's default does.
 * @returns the headers to keep with the object and to answer with
 * @throws S3Error InvalidArgument
 */
export function encryptionHeaders(request: S3Request, bucket: StoredBucket): Record<string, string> {
  const asked = request.header(ALGORITHM);
  if (asked !== undefined && !['AES256', 'aws:kms', 'aws:kms:dsse'].includes(asked)) {
    throw invalidArgument('The encryption method specified is not supported', ALGORITHM, asked);
  }
  const byDefault = (name: string) =>
    settingText(bucket.settings, 'encryption', 'Rule', 'ApplyServerSideEncryptionByDefault', name);
  const algorithm = asked ?? byDefault('SSEAlgorithm') ?? 'AES256';
  if (algorithm === 'AES256') return { [ALGORITHM]: algorithm };
  const keyId = request.header(KEY_ID) ?? (asked === undefined ? byDefault('KMSMasterKeyID') : undefined);
  const bucketKey =
    request.header(BUCKET_KEY) ?? settingText(bucket.settings, 'encryption', 'Rule', 'BucketKeyEnabled');
  return {
    [ALGORITHM]: algorithm,
    [KEY_ID]: keyArn(keyId, bucket),
    ...(bucketKey === 'true' && { [BUCKET_KEY]: 'true' }),
  };
}

/** The headers about encryption among those of an object. */
export function encryptionOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = { [ALGORITHM]: headers[ALGORITHM] ?? 'AES256' };
  for (const name of [KEY_ID, BUCKET_KEY]) if (headers[name] !== undefined) found[name] = headers[name];
  return found;
}

/** S3 always answers with the key's ARN. Without a key it takes the account's own for S3, here always the same id. */
function keyArn(keyId: string | undefined, { region, accountId }: StoredBucket): string {
  if (keyId?.startsWith('arn:')) return keyId;
  const name = keyId ?? '1234abcd-12ab-34cd-56ef-1234567890ab';
  return `arn:aws:kms:${region}:${accountId}:${name.startsWith('alias/') ? name : `key/${name}`}`;
}
