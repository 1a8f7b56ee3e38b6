import { S3Error } from '../s3-error.ts';
import { uriEncode } from './percent-encoding.ts';

/** What a request is about, from its path and host. */
export interface RequestAddress {
  /** Empty for the service itself. */
  readonly bucket: string;
  /** Empty for a bucket. */
  readonly key: string;
  /**
   * The path as SigV4 signs it: encoded once and never normalised (S3's exception). Each part between the slashes is
   * decoded and encoded again, so that `(` and `%28` are the same; an encoded slash stays one.
   */
  readonly canonicalPath: string;
}

/** The first label of a host that can only be an access point's, or a bucket's of a similar name. */
const ACCESS_POINT_LABEL = /^([a-z0-9-]+-(?:\d{12}|s3alias))\./;

/** Hosts whose first labels are a bucket's name, longest first. */
const VIRTUAL_HOST_SUFFIXES = ['.s3.localhost', '.localhost'];

/**
 * Reads path-style (`/bucket/key`) and virtual-hosted-style (`bucket.localhost`, `bucket.s3.localhost`) addresses. An access
 * point stands in the bucket's place: its ARN or alias in the path, `NAME-ACCOUNT.` or the alias in front of any host.
 * @param rawPath the path as sent, without the query.
 * @throws S3Error InvalidURI for a path that is not percent-encoded UTF-8.
 */
export function readAddress(rawPath: string, hostHeader: string): RequestAddress {
  const parts = decodePath(rawPath);
  const canonicalPath = parts.map(uriEncode).join('/');
  const hostBucket = bucketOfHost(hostHeader);
  if (hostBucket !== undefined) return { bucket: hostBucket, key: parts.slice(1).join('/'), canonicalPath };
  const [, bucket = '', ...rest] = parts;
  return { bucket, key: rest.join('/'), canonicalPath };
}

function bucketOfHost(hostHeader: string): string | undefined {
  const host = hostHeader.toLowerCase().replace(/:\d+$/, '');
  if (host === 's3.localhost') return undefined;
  const accessPoint = ACCESS_POINT_LABEL.exec(host)?.[1];
  if (accessPoint !== undefined) return accessPoint;
  const suffix = VIRTUAL_HOST_SUFFIXES.find((candidate) => host.endsWith(candidate));
  if (suffix === undefined) return undefined;
  const bucket = host.slice(0, -suffix.length);
  return bucket === '' ? undefined : bucket;
}

function decodePath(rawPath: string): string[] {
  try {
    if (rawPath.startsWith('/')) return rawPath.split('/').map(decodeURIComponent);
  } catch {
    // Falls through to the same answer as a path that doesn't begin with a slash.
  }
  throw new S3Error('InvalidURI', 400, "Couldn't parse the specified URI.", { URI: rawPath });
}
