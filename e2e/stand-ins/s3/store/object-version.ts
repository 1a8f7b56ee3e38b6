import type { ObjectRecord } from './object-record.ts';

/** What a deletion leaves behind in a bucket with versions: a version that holds nothing. */
export interface DeleteMarker {
  readonly key: string;
  readonly versionId: string;
  /** Epoch milliseconds. */
  readonly lastModified: number;
  readonly isDeleteMarker: true;
}

/** One version of a key: bytes, or a delete marker. */
export type ObjectVersion = ObjectRecord | DeleteMarker;

export function isDeleteMarker(version: ObjectVersion): version is DeleteMarker {
  return 'isDeleteMarker' in version;
}

/** The id of what was written while the bucket had no versions, or had them suspended. */
export const NULL_VERSION = 'null';

export function versionIdOf(version: ObjectVersion): string {
  return version.versionId ?? NULL_VERSION;
}
