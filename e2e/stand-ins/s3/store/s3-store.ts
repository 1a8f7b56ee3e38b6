import { createHash } from 'node:crypto';
import { noSuchBucket } from '../errors.ts';
import { storedContent } from './content.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import { GeneratedObject, type ObjectRecord } from './object-record.ts';
import { SortedMap } from './sorted-map.ts';

/** A bucket with everything in it. `createdAt` is epoch milliseconds. */
export interface StoredBucket {
  readonly name: string;
  readonly region: string;
  /** The account that owns it; only its callers get in. */
  readonly accountId: string;
  readonly createdAt: number;
  readonly objects: SortedMap<ObjectRecord>;
  /** By upload id. */
  readonly uploads: Map<string, MultipartUpload>;
}

/** An object whose bytes are made up when read, so its size costs nothing. */
export interface GeneratedBody {
  readonly size: number;
  readonly lastModified?: number | Date;
  readonly storageClass?: string;
}

export interface SeedProperties {
  readonly lastModified?: number | Date;
  readonly storageClass?: string;
  readonly contentType?: string;
  /** Without the `x-amz-meta-` in front. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** All buckets of all accounts, in memory. Bucket names are unique across them, as in AWS. */
export class S3Store {
  readonly #buckets = new SortedMap<StoredBucket>();
  readonly #now: () => number;

  /** @param now epoch milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @throws Error when the name is taken. */
  createBucket(bucket: {
    name: string;
    region: string;
    accountId: string;
    createdAt?: number | Date;
  }): StoredBucket {
    if (this.#buckets.get(bucket.name) !== undefined) throw new Error(`bucket ${bucket.name} exists already`);
    const created: StoredBucket = {
      name: bucket.name,
      region: bucket.region,
      accountId: bucket.accountId,
      createdAt: wholeSeconds(bucket.createdAt ?? this.#now()),
      objects: new SortedMap(),
      uploads: new Map(),
    };
    this.#buckets.set(bucket.name, created);
    return created;
  }

  deleteBucket(name: string): void {
    this.#buckets.delete(name);
  }

  findBucket(name: string): StoredBucket | undefined {
    return this.#buckets.get(name);
  }

  /** @throws S3Error NoSuchBucket */
  bucket(name: string): StoredBucket {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) throw noSuchBucket(name);
    return bucket;
  }

  /** An account's buckets by name. */
  bucketsOf(accountId: string): StoredBucket[] {
    return [...this.#buckets.values()].filter((bucket) => bucket.accountId === accountId);
  }

  get(bucketName: string, key: string): ObjectRecord | undefined {
    return this.bucket(bucketName).objects.get(key);
  }

  /**
   * Puts an object straight into the store, for seeding: either bytes or text, or a size whose bytes are made up.
   * @throws S3Error NoSuchBucket
   */
  put(
    bucketName: string,
    key: string,
    body: string | Uint8Array | GeneratedBody,
    properties: SeedProperties = {},
  ): ObjectRecord {
    const record = this.#record(key, body, properties);
    this.bucket(bucketName).objects.set(key, record);
    return record;
  }

  #record(key: string, body: string | Uint8Array | GeneratedBody, properties: SeedProperties): ObjectRecord {
    if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
      const lastModified = wholeSeconds(body.lastModified ?? this.#now());
      return new GeneratedObject(key, body.size, lastModified, body.storageClass ?? 'STANDARD');
    }
    const bytes = Buffer.from(body);
    const metadata = Object.entries(properties.metadata ?? {});
    return {
      key,
      size: bytes.length,
      content: storedContent(bytes),
      etag: createHash('md5').update(bytes).digest('hex'),
      lastModified: wholeSeconds(properties.lastModified ?? this.#now()),
      storageClass: properties.storageClass ?? 'STANDARD',
      headers: {
        'content-type': properties.contentType ?? 'binary/octet-stream',
        ...Object.fromEntries(metadata.map(([name, value]) => [`x-amz-meta-${name}`, value])),
      },
    };
  }
}

/** S3 keeps times to the second. */
export function wholeSeconds(time: number | Date): number {
  return Math.floor(Number(time) / 1000) * 1000;
}
