import { createHash } from 'node:crypto';
import { generatedContent } from './content.ts';
import type { MultipartUpload, UploadedPart } from './multipart-upload.ts';
import { wholeSeconds } from './whole-seconds.ts';

/** A multipart upload that was begun and left. */
export interface SeedUpload {
  readonly initiated: number | Date;
  /** Sizes in bytes of the parts that arrived; their bytes are made up. */
  readonly partSizes?: readonly number[];
  readonly storageClass?: string;
}

export function seedUpload(key: string, seed: SeedUpload): MultipartUpload {
  const { initiated, partSizes = [], storageClass = 'STANDARD' } = seed;
  const start = wholeSeconds(initiated);
  const parts = partSizes.map((size, i): [number, UploadedPart] => [
    i + 1,
    {
      partNumber: i + 1,
      content: generatedContent(size, `${key} ${i + 1}`),
      // Not the MD5 of the bytes: working that out would cost as much as sending them.
      etag: createHash('md5')
        .update(`${key} ${i + 1} ${size}`)
        .digest('hex'),
      lastModified: start + (i + 1) * 1000,
    },
  ]);
  return {
    uploadId: createHash('sha384').update(`${key} ${start}`).digest('base64url'),
    key,
    initiated: start,
    storageClass,
    headers: { 'content-type': 'binary/octet-stream' },
    parts: new Map(parts),
  };
}
