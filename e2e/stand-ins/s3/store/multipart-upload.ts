import type { ChecksumAlgorithm } from '../payload/checksum.ts';
import type { Content } from './content.ts';
import type { ObjectProperties } from './object-record.ts';

export interface UploadedPart {
  readonly partNumber: number;
  readonly content: Content;
  /** Hex MD5, without the quotes. */
  readonly etag: string;
  readonly lastModified: number;
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly value: string };
}

/** An upload in progress. Times are epoch milliseconds. */
export interface MultipartUpload extends ObjectProperties {
  readonly uploadId: string;
  readonly key: string;
  readonly initiated: number;
  readonly checksumAlgorithm?: ChecksumAlgorithm;
  readonly checksumType?: 'COMPOSITE' | 'FULL_OBJECT';
  /** By part number; sending a number again replaces the part. */
  readonly parts: Map<number, UploadedPart>;
}
