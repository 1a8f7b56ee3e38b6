import type { Tag } from './object-details.ts';
import type { Part } from './part.ts';

/** A bucket's settings, read only; each part has its own permission. */
export interface BucketDetails {
  readonly bucket: string;
  readonly region?: string;
  readonly versioning: Part<{ readonly status: 'Enabled' | 'Suspended'; readonly mfaDelete: boolean }>;
  readonly encryption: Part<{
    readonly algorithm: string;
    readonly keyId?: string;
    readonly bucketKey: boolean;
  }>;
  readonly publicAccess: Part<PublicAccessBlock>;
  /** Whether the policy makes it public; `none` without a policy. */
  readonly policyStatus: Part<{ readonly isPublic: boolean }>;
  /** JSON text as S3 keeps it. */
  readonly policy: Part<string>;
  readonly cors: Part<readonly CorsRule[]>;
  readonly lifecycle: Part<readonly LifecycleRule[]>;
  readonly tags: Part<readonly Tag[]>;
  readonly ownership: Part<string>;
  readonly objectLock: Part<{ readonly mode?: string; readonly days?: number; readonly years?: number }>;
  readonly replication: Part<
    readonly { readonly id: string; readonly destination: string; readonly enabled: boolean }[]
  >;
  readonly logging: Part<{ readonly bucket: string; readonly prefix: string }>;
  readonly website: Part<{ readonly index?: string; readonly error?: string; readonly redirect?: string }>;
  readonly requester: Part<'BucketOwner' | 'Requester'>;
}

export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface LifecycleRule {
  readonly id: string;
  readonly enabled: boolean;
  /** Whom it concerns: a prefix, tags or sizes, in the words of the API (`prefix=logs/`, `tag:a=b`). */
  readonly scope: readonly string[];
  /** What it does, one fact each. */
  readonly actions: readonly LifecycleAction[];
}

export type LifecycleAction =
  | { readonly kind: 'expire'; readonly days?: number; readonly date?: number }
  | { readonly kind: 'expire-markers' }
  | {
      readonly kind: 'transition';
      readonly storageClass: string;
      readonly days?: number;
      readonly date?: number;
    }
  | { readonly kind: 'expire-noncurrent'; readonly days: number; readonly keep?: number }
  | { readonly kind: 'transition-noncurrent'; readonly storageClass: string; readonly days: number }
  | { readonly kind: 'abort-uploads'; readonly days: number };
