import type { ObjectChecksum } from '../payload/checksum.ts';
import { type Content, generatedContent } from './content.ts';

/** An object as stored. Times are epoch milliseconds, in whole seconds as S3 keeps them. */
export interface ObjectRecord {
  readonly key: string;
  readonly size: number;
  readonly content: Content;
  /** Without the quotes. */
  readonly etag: string;
  readonly lastModified: number;
  readonly storageClass: string;
  /** Headers given at upload that come back as they were: content-type, cache-control, x-amz-meta-… */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum?: ObjectChecksum;
  /** Sizes of the parts of an object that was uploaded in parts. */
  readonly partSizes?: readonly number[];
}

const GENERATED_HEADERS = Object.freeze({ 'content-type': 'binary/octet-stream' });
/** The part size the made-up ETag suggests. */
const GENERATED_PART_SIZE = 8 * 1024 * 1024;

/**
 * An object whose bytes are made up when read. It keeps four values only, so that a bucket of a million fits
 * in memory, and works out the rest on demand. Its ETag ends in `-N`, like a multipart upload's: no client then takes
 * it for an MD5 of the bytes.
 */
export class GeneratedObject implements ObjectRecord {
  readonly key: string;
  readonly size: number;
  readonly lastModified: number;
  readonly storageClass: string;

  constructor(key: string, size: number, lastModified: number, storageClass: string) {
    this.key = key;
    this.size = size;
    this.lastModified = lastModified;
    this.storageClass = storageClass;
  }

  get content(): Content {
    return generatedContent(this.size, this.key);
  }

  get etag(): string {
    const parts = Math.max(1, Math.ceil(this.size / GENERATED_PART_SIZE));
    return `${quickHash(this.key, this.size)}-${parts}`;
  }

  get headers(): Readonly<Record<string, string>> {
    return GENERATED_HEADERS;
  }
}

/** 32 hex digits from FNV-1a and a few rounds of mixing: ten times faster than MD5, and as good where nobody checks it. */
function quickHash(text: string, seed: number): string {
  let state = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  let digits = '';
  for (let word = 0; word < 4; word++) {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b9;
    digits += ((state ^ (state >>> 13)) >>> 0).toString(16).padStart(8, '0');
  }
  return digits;
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
