/**
 * Percent-encodes everything but RFC 3986's unreserved characters, as SigV4's `UriEncode` does.
 * (S3 API reference, "Signature calculations for the Authorization header".)
 */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The same for a path: the slashes stay. */
export function uriEncodePath(path: string): string {
  return path.split('/').map(uriEncode).join('/');
}

const NEEDS_ENCODING = /[^\w./*-]/;

/**
 * How S3 writes keys under `encoding-type=url`: as an HTML form would (a space becomes `+`, `*` stays), but
 * with the slashes left alone. Clients decode it with their form decoders (botocore's `unquote_plus`,
 * rclone's `QueryUnescape`).
 */
export function formEncodeKey(key: string): string {
  if (!NEEDS_ENCODING.test(key)) return key;
  return uriEncodePath(key).replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
}
