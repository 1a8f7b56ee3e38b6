import { createHash } from 'node:crypto';
import { type ChecksumAlgorithm, computeChecksum } from '../payload/checksum.ts';
import { pieces, storedContent } from './content.ts';
import { changedObject, GeneratedObject } from './generated-object.ts';
import type { Retention } from './object-lock.ts';
import type { ObjectRecord } from './object-record.ts';
import type { Restore } from './restore.ts';
import { wholeSeconds } from './whole-seconds.ts';

/** An object whose bytes are made up when read, so its size costs nothing. */
export interface GeneratedBody {
  readonly size: number;
  readonly lastModified?: number | Date;
  readonly storageClass?: string;
}

/** What an object is seeded with. Any of it makes a made-up object cost as much as a stored one, its bytes aside. */
export interface SeedProperties {
  readonly lastModified?: number | Date;
  readonly storageClass?: string;
  readonly contentType?: string;
  /** Without the `x-amz-meta-` in front. */
  readonly metadata?: Readonly<Record<string, string>>;
  /**
   * Further headers of the answers about it, by lower-case name: `content-encoding`, `x-amz-server-side-encryption`,
   * `x-amz-replication-status`, `x-amz-expiration`, …
   */
  readonly headers?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly retention?: Retention;
  readonly legalHold?: boolean;
  readonly restore?: Restore;
  /** Works a checksum out over the bytes, as S3 does of all it stores since 2024. */
  readonly checksum?: ChecksumAlgorithm;
}

/** Makes an object from bytes or text, or from a size. @param now epoch milliseconds, for what has no date */
export function seedObject(
  key: string,
  body: string | Uint8Array | GeneratedBody,
  properties: SeedProperties,
  now: number,
): ObjectRecord {
  const plain =
    typeof body === 'string' || body instanceof Uint8Array
      ? storedObject(key, Buffer.from(body), properties, now)
      : generatedObject(key, body, properties, now);
  const { contentType, metadata, headers, tags, retention, legalHold, restore, checksum } = properties;
  const changes: Partial<ObjectRecord> = {
    ...((contentType ?? metadata ?? headers) && { headers: seedHeaders(properties) }),
    ...(tags && { tags: Object.entries(tags).map(([name, value]) => ({ key: name, value })) }),
    ...(retention && { retention }),
    ...(legalHold !== undefined && { legalHold }),
    ...(restore && { restore }),
    ...(checksum && {
      checksum: {
        algorithm: checksum,
        value: computeChecksum(checksum, pieces(plain.content)),
        type: 'FULL_OBJECT',
      },
    }),
  };
  return Object.keys(changes).length === 0 ? plain : changedObject(plain, changes);
}

function storedObject(key: string, bytes: Buffer, properties: SeedProperties, now: number): ObjectRecord {
  return {
    key,
    size: bytes.length,
    content: storedContent(bytes),
    etag: createHash('md5').update(bytes).digest('hex'),
    lastModified: wholeSeconds(properties.lastModified ?? now),
    storageClass: properties.storageClass ?? 'STANDARD',
    headers: seedHeaders(properties),
  };
}

function generatedObject(
  key: string,
  body: GeneratedBody,
  properties: SeedProperties,
  now: number,
): ObjectRecord {
  const lastModified = wholeSeconds(body.lastModified ?? properties.lastModified ?? now);
  const storageClass = body.storageClass ?? properties.storageClass ?? 'STANDARD';
  return new GeneratedObject(key, body.size, lastModified, storageClass);
}

function seedHeaders({ contentType, metadata = {}, headers }: SeedProperties): Record<string, string> {
  const own = Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value] as const);
  return {
    'content-type': contentType ?? 'binary/octet-stream',
    ...Object.fromEntries(own),
    ...headers,
  };
}
