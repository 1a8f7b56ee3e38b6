import { isBucketName } from './bucket-name.ts';
import { parseArn } from './s3-arn.ts';
import { parseS3Url } from './s3-url.ts';

/** A bucket, folder or object, without saying through whose eyes. */
export interface S3Location {
  /** A bucket's name, an access point's alias, or an access point's ARN. */
  readonly bucket: string;
  /** Empty for the bucket itself; ends in `/` for a folder. As S3 has it, never percent-encoded. */
  readonly key: string;
  /** Where the text named one. */
  readonly region?: string | undefined;
  readonly versionId?: string | undefined;
}

/**
 * The place in S3 that a text means: `s3://BUCKET/KEY`, `BUCKET/KEY`, an ARN of a bucket, object or access
 * point, an address of the S3 console, or an https address of an object. What a presigned address is signed
 * with is not kept.
 *
 * An `s3://` URI is not percent-encoded (AWS CLI), so its key is taken as it stands: `//`, `..`, spaces,
 * `?` and `#` are part of it.
 * @returns undefined where it is none of these
 */
export function parseLocation(text: string): S3Location | undefined {
  const begun = text.trimStart();
  const uri = /^s3[an]?:\/\//i.exec(begun);
  if (uri !== null) return parseUriRest(begun.slice(uri[0].length));
  if (/^arn:/i.test(begun)) return parseArn(begun, 'object-arn');
  if (/^https?:\/\//i.test(begun)) return parseS3Url(begun.trimEnd());
  return begun.includes('://') ? undefined : parseUriRest(begun);
}

/** `s3://BUCKET/KEY`, as the AWS CLI writes it; a version has no place in it. */
export function formatLocation({ bucket, key }: Pick<S3Location, 'bucket' | 'key'>): string {
  return `s3://${bucket}/${key}`;
}

/** Up to and with the last `/` of a key; empty where it has none. */
export function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

/** The folder above a folder; undefined above the bucket's root. */
export function parentFolder(prefix: string): string | undefined {
  return prefix === '' ? undefined : folderOf(prefix.slice(0, -1));
}

function parseUriRest(rest: string): S3Location | undefined {
  if (/^arn:/i.test(rest)) return parseArn(rest, 'uri');
  const slash = rest.indexOf('/');
  const bucket = (slash < 0 ? rest : rest.slice(0, slash)).trim();
  if (!isBucketName(bucket)) return undefined;
  return { bucket, key: slash < 0 ? '' : rest.slice(slash + 1) };
}
