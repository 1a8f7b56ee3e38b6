import { type BucketSettings, defaultSettings } from './bucket-settings.ts';
import { changedObject, withVersionId } from './generated-object.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import type { ObjectRecord } from './object-record.ts';
import { isDeleteMarker, NULL_VERSION, type ObjectVersion, versionIdOf } from './object-version.ts';
import { SortedMap } from './sorted-map.ts';
import { VersionHistory } from './version-history.ts';

/** A bucket with everything in it. `createdAt` is epoch milliseconds. */
export interface StoredBucket {
  readonly name: string;
  readonly region: string;
  /** The account that owns it; only its callers get in. */
  readonly accountId: string;
  readonly createdAt: number;
  /** Other accounts that may list and read it. */
  readonly sharedWith: ReadonlySet<string>;
  /** The current objects. To be changed only through `writeObject` and its like once the bucket has versions. */
  readonly objects: SortedMap<ObjectRecord>;
  readonly history: VersionHistory;
  /** Absent as long as versioning was never switched on; it can't be switched off again, only suspended. */
  versioning?: Versioning;
  readonly settings: BucketSettings;
  /** JSON text. */
  policy?: string;
  /** By upload id. */
  readonly uploads: Map<string, MultipartUpload>;
}

export type Versioning = 'Enabled' | 'Suspended';

export type NewBucket = Pick<StoredBucket, 'name' | 'region' | 'accountId' | 'createdAt' | 'sharedWith'>;

export function newStoredBucket(bucket: NewBucket): StoredBucket {
  const objects = new SortedMap<ObjectRecord>();
  return {
    ...bucket,
    objects,
    history: new VersionHistory(objects, bucket.name),
    settings: defaultSettings(),
    uploads: new Map(),
  };
}

/**
 * Stores an object as its bucket's versioning has it: over the old one, as a new version, or over the `null` version.
 * (S3 user guide, "Working with objects in a versioning-suspended bucket".)
 * @returns what was stored, with its version id
 */
export function writeObject(bucket: StoredBucket, object: ObjectRecord): ObjectRecord {
  if (bucket.versioning === undefined) {
    bucket.objects.set(object.key, object);
    return object;
  }
  const versionId = bucket.versioning === 'Enabled' ? bucket.history.newVersionId() : NULL_VERSION;
  const stored = withVersionId(object, versionId);
  bucket.history.push(stored);
  return stored;
}

/** Changes an object or an old version in place: no new version, and no new date. */
export function changeObject(
  bucket: StoredBucket,
  object: ObjectRecord,
  changes: Partial<ObjectRecord>,
): void {
  bucket.history.replace(object, changedObject(object, changes));
}

/** What a deletion did. */
export interface Deletion {
  /** Of the marker that was added, or of the version that was removed; absent in a bucket without versions. */
  readonly versionId?: string;
  /** Whether that is a delete marker. */
  readonly isDeleteMarker: boolean;
}

/** Deletes a key as its bucket's versioning has it: for good, or by a delete marker. @param now epoch milliseconds */
export function deleteKey(bucket: StoredBucket, key: string, now: number): Deletion {
  if (bucket.versioning === undefined) {
    bucket.objects.delete(key);
    return { isDeleteMarker: false };
  }
  const versionId = bucket.versioning === 'Enabled' ? bucket.history.newVersionId() : NULL_VERSION;
  bucket.history.push({ key, versionId, lastModified: now, isDeleteMarker: true });
  return { versionId, isDeleteMarker: true };
}

/** Removes one version, delete markers included, for good. Removing what isn't there succeeds too. */
export function deleteVersion(bucket: StoredBucket, key: string, versionId: string): Deletion {
  const removed = bucket.history.remove(key, versionId);
  return { versionId, isDeleteMarker: removed !== undefined && isDeleteMarker(removed) };
}

/** The `x-amz-version-id` of an answer about a version; S3 sends none where the bucket never had versions. */
export function versionHeader(bucket: StoredBucket, version: ObjectVersion): Record<string, string> {
  return bucket.versioning === undefined ? {} : { 'x-amz-version-id': versionIdOf(version) };
}
