import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Checksum, RestoreState, Tag } from '../../../../shared/object-details.ts';

/** Classes whose objects must be restored before they can be read. */
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/**
 * Whether an archived object can be read now; undefined for those that aren't archived.
 * `x-amz-restore: ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT"` (HeadObject); objects in
 * Intelligent-Tiering's archive tiers have `x-amz-archive-status` instead of a class of their own.
 */
export function restoreState(head: HeadObjectCommandOutput): RestoreState | undefined {
  const { Restore, StorageClass = '', ArchiveStatus } = head;
  if (Restore !== undefined) {
    if (/ongoing-request="true"/.test(Restore)) return { state: 'restoring' };
    const until = Date.parse(/expiry-date="([^"]*)"/.exec(Restore)?.[1] ?? '');
    return { state: 'restored', ...(Number.isNaN(until) ? {} : { until }) };
  }
  return ARCHIVES.has(StorageClass) || ArchiveStatus !== undefined ? { state: 'archived' } : undefined;
}

/** `expiry-date="Fri, 21 Dec 2012 00:00:00 GMT", rule-id="Rule%20for%20logs"`; the rule's id is URL-encoded. */
export function expiration(header: string | undefined): { at: number; rule: string } | undefined {
  if (header === undefined) return undefined;
  const at = Date.parse(/expiry-date="([^"]*)"/.exec(header)?.[1] ?? '');
  const rule = /rule-id="([^"]*)"/.exec(header)?.[1] ?? '';
  if (Number.isNaN(at)) return undefined;
  try {
    return { at, rule: decodeURIComponent(rule.replaceAll('+', ' ')) };
  } catch {
    return { at, rule };
  }
}

/** The checksums that HEAD tells with `x-amz-checksum-mode: ENABLED`. */
export function checksums(answer: object, type: string | undefined): Checksum[] {
  return Object.entries(answer).flatMap(([name, value]) => {
    const algorithm = /^Checksum([A-Z0-9]+)$/.exec(name)?.[1];
    if (algorithm === undefined || typeof value !== 'string') return [];
    const known = type === 'FULL_OBJECT' || type === 'COMPOSITE';
    return [{ algorithm, value, ...(known ? { type } : {}) }];
  });
}

/** Headers that the uploader gave, `content-type` and metadata aside. */
export function givenHeaders(head: HeadObjectCommandOutput): Tag[] {
  const { CacheControl, ContentDisposition, ContentEncoding, ContentLanguage } = head;
  const given = {
    'cache-control': CacheControl,
    'content-disposition': ContentDisposition,
    'content-encoding': ContentEncoding,
    'content-language': ContentLanguage,
    expires: head.ExpiresString,
    'x-amz-website-redirect-location': head.WebsiteRedirectLocation,
  };
  return Object.entries(given).flatMap(([key, value]) => (value ? [{ key, value }] : []));
}

/** Metadata; what isn't ASCII comes as RFC 2047 encoded words (S3 user guide, "Working with object metadata"). */
export function metadata(head: HeadObjectCommandOutput): Tag[] {
  return Object.entries(head.Metadata ?? {}).map(([key, value]) => ({ key, value: decodedWords(value) }));
}

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=` as text; white space between two encoded words is dropped (RFC 2047, 6.2). */
export function decodedWords(text: string): string {
  const joined = text.replace(/(\?=)\s+(?==\?)/g, '$1');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (word, kind: string, body: string) => {
    const bytes = kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : quotedBytes(body);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return word;
    }
  });
}

function quotedBytes(body: string): Buffer {
  const plain = body.replaceAll('_', ' ');
  return Buffer.from(
    plain.replace(/=([0-9a-f]{2})/gi, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
    'latin1',
  );
}
