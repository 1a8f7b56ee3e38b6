import type { Part } from './part.ts';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What HeadObject and its neighbours tell of one object or one version. */
export interface ObjectDetails {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Unix milliseconds. */
  readonly modified?: number;
  /** Without quotes. */
  readonly etag?: string;
  readonly storageClass: string;
  /** Absent where the bucket has never had versions. */
  readonly versionId?: string;
  readonly contentType?: string;
  /** The other headers that the uploader gave: `cache-control`, `content-encoding`, … by name. */
  readonly headers: readonly Tag[];
  /** User-defined metadata, without `x-amz-meta-`. */
  readonly metadata: readonly Tag[];
  readonly encryption?: ObjectEncryption;
  readonly checksums: Part<readonly Checksum[]>;
  readonly tags: Part<readonly Tag[]>;
  /** The canonical user id, or the display name where the service gives one. */
  readonly owner: Part<string>;
  readonly lock: Part<{ readonly mode: string; readonly until: number }>;
  readonly legalHold: Part<boolean>;
  readonly replication?: string;
  readonly restore?: RestoreState;
  /** `x-amz-expiration`: when a lifecycle rule will remove it, and which. */
  readonly expiration?: { readonly at: number; readonly rule: string };
  /** How many parts it was uploaded in, where the ETag tells. */
  readonly uploadedParts?: number;
}

export interface ObjectEncryption {
  /** `AES256`, `aws:kms`, `aws:kms:dsse`. */
  readonly algorithm: string;
  readonly keyId?: string;
  readonly bucketKey?: boolean;
}

export interface Checksum {
  /** `CRC64NVME`, `SHA256`, … */
  readonly algorithm: string;
  /** Base64, as S3 gives it. */
  readonly value: string;
  readonly type?: 'FULL_OBJECT' | 'COMPOSITE';
}

/** Objects in an archive class: whether they can be read now. */
export type RestoreState =
  | { readonly state: 'archived' }
  | { readonly state: 'restoring' }
  /** Unix milliseconds. */
  | { readonly state: 'restored'; readonly until?: number };

/** One version of an object, or the marker that hides it. */
export interface ObjectVersion {
  readonly key: string;
  /** `null` (as a text) for those from before versioning. */
  readonly versionId: string;
  readonly isLatest: boolean;
  readonly deleteMarker: boolean;
  /** Unix milliseconds. */
  readonly modified: number;
  readonly size?: number;
  readonly storageClass?: string;
  readonly etag?: string;
}

/** Some versions, newest first for each key. */
export interface VersionPage {
  readonly versions: readonly ObjectVersion[];
  /** Folders (common prefixes), where a delimiter was asked for. */
  readonly folders: readonly string[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}
