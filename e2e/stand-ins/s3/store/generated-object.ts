import { type Content, generatedContent } from './content.ts';
import type { ObjectRecord } from './object-record.ts';

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

/** One version of such an object. */
class GeneratedVersion extends GeneratedObject {
  readonly versionId: string;

  constructor(object: ObjectRecord, versionId: string) {
    super(object.key, object.size, object.lastModified, object.storageClass);
    this.versionId = versionId;
  }
}

export function withVersionId(object: ObjectRecord, versionId: string): ObjectRecord {
  return object instanceof GeneratedObject
    ? new GeneratedVersion(object, versionId)
    : { ...object, versionId };
}

/** An object with some of its values changed. A made-up one keeps all of its values from then on, and its bytes. */
export function changedObject(object: ObjectRecord, changes: Partial<ObjectRecord>): ObjectRecord {
  if (!(object instanceof GeneratedObject)) return { ...object, ...changes };
  const { key, size, content, etag, lastModified, storageClass, headers } = object;
  const version = object instanceof GeneratedVersion && { versionId: object.versionId };
  return { key, size, content, etag, lastModified, storageClass, headers, ...version, ...changes };
}

/** Two hex digits of every byte. */
const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** 32 hex digits from FNV-1a and a few rounds of mixing: ten times faster than MD5, and as good where nobody checks it. */
function quickHash(text: string, seed: number): string {
  let state = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  let digits = '';
  for (let word = 0; word < 4; word++) {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b9;
    const mixed = state ^ (state >>> 13);
    for (let shift = 24; shift >= 0; shift -= 8) digits += HEX[(mixed >>> shift) & 0xff] ?? '';
  }
  return digits;
}
