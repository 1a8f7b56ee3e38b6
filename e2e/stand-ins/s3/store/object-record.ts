import type { ObjectChecksum } from '../payload/checksum.ts';
import type { Content } from './content.ts';
import type { Retention } from './object-lock.ts';
import type { Restore } from './restore.ts';
import type { Tag } from './tag.ts';

/** What an object is given besides its bytes when it is uploaded. */
export interface ObjectProperties {
  readonly storageClass: string;
  /** Headers that come back as they were: content-type, cache-control, x-amz-meta-…, x-amz-server-side-encryption… */
  readonly headers: Readonly<Record<string, string>>;
  readonly tags?: readonly Tag[];
  readonly retention?: Retention;
  readonly legalHold?: boolean;
}

/** A part of an object that was uploaded in parts. */
export interface ObjectPart {
  /** Bytes. */
  readonly size: number;
  /** Base64, by the object's own algorithm; absent where parts weren't summed. */
  readonly checksum?: string | undefined;
}

/** An object as stored. Times are epoch milliseconds, in whole seconds as S3 keeps them. */
export interface ObjectRecord extends ObjectProperties {
  readonly key: string;
  readonly size: number;
  readonly content: Content;
  /** Without the quotes. */
  readonly etag: string;
  readonly lastModified: number;
  readonly checksum?: ObjectChecksum;
  /** Of an object that was uploaded in parts. */
  readonly parts?: readonly ObjectPart[];
  /** Absent for what was written while its bucket had no versions, which S3 calls `null`. */
  readonly versionId?: string;
  readonly restore?: Restore;
}

/** The storage classes PutObject takes. (S3 API reference, `x-amz-storage-class`.) */
export const STORAGE_CLASSES: ReadonlySet<string> = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'GLACIER_IR',
]);

/** Classes whose objects must be restored before they can be read. */
export const ARCHIVE_CLASSES: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);
