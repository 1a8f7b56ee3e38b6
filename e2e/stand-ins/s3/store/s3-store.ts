import { noSuchBucket } from '../errors.ts';
import { parseXml } from '../http/xml-reader.ts';
import { type AccessPoint, isNamed, newAccessPoint } from './access-point.ts';
import type { SettingName } from './bucket-settings.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import type { ObjectRecord } from './object-record.ts';
import { type GeneratedBody, seedObject, type SeedProperties } from './seed-object.ts';
import { seedUpload, type SeedUpload } from './seed-upload.ts';
import { SortedMap } from './sorted-map.ts';
import {
  deleteKey,
  type Deletion,
  newStoredBucket,
  type StoredBucket,
  type Versioning,
  writeObject,
} from './stored-bucket.ts';
import { wholeSeconds } from './whole-seconds.ts';

/** All buckets of all accounts, in memory. Bucket names are unique across them, as in AWS. */
export class S3Store {
  readonly #buckets = new SortedMap<StoredBucket>();
  readonly #accessPoints: AccessPoint[] = [];
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
    versioning?: Versioning;
    /** Other accounts that may list and read it. */
    sharedWith?: readonly string[];
  }): StoredBucket {
    if (this.#buckets.get(bucket.name) !== undefined) throw new Error(`bucket ${bucket.name} exists already`);
    const { name, region, accountId } = bucket;
    const createdAt = wholeSeconds(bucket.createdAt ?? this.#now());
    const sharedWith = new Set(bucket.sharedWith);
    const created = newStoredBucket({ name, region, accountId, createdAt, sharedWith });
    if (bucket.versioning !== undefined) created.versioning = bucket.versioning;
    this.#buckets.set(bucket.name, created);
    return created;
  }

  deleteBucket(name: string): void {
    this.#buckets.delete(name);
  }

  /** @throws S3Error NoSuchBucket */
  addAccessPoint(point: { name: string; accountId: string; bucket: string }): AccessPoint {
    const added = newAccessPoint(point.name, point.accountId, this.bucket(point.bucket));
    this.#accessPoints.push(added);
    return added;
  }

  /** The bucket's name behind what stands in its place: an access point's ARN, alias or host label, or the name itself. */
  bucketName(text: string): string {
    if (this.#buckets.get(text) !== undefined) return text;
    return this.#accessPoints.find((point) => isNamed(point, text))?.bucket ?? text;
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
   * In a bucket with versions it becomes the newest one, whatever its date, so versions are to be put oldest first.
   * @throws S3Error NoSuchBucket
   */
  put(
    bucketName: string,
    key: string,
    body: string | Uint8Array | GeneratedBody,
    properties: SeedProperties = {},
  ): ObjectRecord {
    return writeObject(this.bucket(bucketName), seedObject(key, body, properties, this.#now()));
  }

  /** Begins a multipart upload that nobody goes on with. @throws S3Error NoSuchBucket */
  startUpload(bucketName: string, key: string, seed: SeedUpload): MultipartUpload {
    const upload = seedUpload(key, seed);
    this.bucket(bucketName).uploads.set(upload.uploadId, upload);
    return upload;
  }

  /**
   * Gives a bucket a setting, or takes it away, without the checks of the API.
   * @param xml as S3 keeps it, `<CORSConfiguration>…`
   * @throws S3Error NoSuchBucket, MalformedXML
   */
  configure(bucketName: string, setting: SettingName, xml: string | undefined): void {
    const { settings } = this.bucket(bucketName);
    if (xml === undefined) settings.delete(setting);
    else settings.set(setting, parseXml(xml));
  }

  /**
   * Deletes an object as a client would, at a time of one's choice: in a bucket with versions by a delete marker.
   * @throws S3Error NoSuchBucket
   */
  deleteMarker(bucketName: string, key: string, lastModified: number | Date = this.#now()): Deletion {
    const bucket = this.bucket(bucketName);
    if (bucket.versioning === undefined) throw new Error(`bucket ${bucketName} has no versions`);
    return deleteKey(bucket, key, wholeSeconds(lastModified));
  }
}
