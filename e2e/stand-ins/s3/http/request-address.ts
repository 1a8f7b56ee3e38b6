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

/** Hosts whose first labels are a bucket's name, longest first. */
const VIRTUAL_HOST_SUFFIXES = ['.s3.localhost', '.localhost'];

/**
 * Reads path-style (`/bucket/key`) and virtual-hosted-style (`bucket.localhost`, `bucket.s3.localhost`) addresses.
 * @param rawPath the path as sent, without the query.
 * @throws S3Error InvalidURI for a path that is not percent-encoded UTF-8.
 */
export function readAddress(rawPath: string, hostHeader: string): RequestAddress {
  const parts = decodePath(rawPath);
  const path = parts.join('/');
  const canonicalPath = parts.map(uriEncode).join('/');
  const hostBucket = bucketOfHost(hostHeader);
  if (hostBucket !== undefined) return { bucket: hostBucket, key: path.slice(1), canonicalPath };
  const slash = path.indexOf('/', 1);
  if (slash < 0) return { bucket: path.slice(1), key: '', canonicalPath };
  return { bucket: path.slice(1, slash), key: path.slice(slash + 1), canonicalPath };
}

function bucketOfHost(hostHeader: string): string | undefined {
  const host = hostHeader.toLowerCase().replace(/:\d+$/, '');
  if (host === 's3.localhost') return undefined;
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
