import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c } from './crc32c.ts';
import { Crc64Nvme } from './crc64nvme.ts';

/** The additional checksums that S3 takes and stores. (S3 user guide, "Checking object integrity".) */
export const CHECKSUM_ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** A checksum kept with an object. */
export interface ObjectChecksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64; a composite one ends in `-N`, N being the number of parts. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export function isChecksumAlgorithm(name: string | undefined): name is ChecksumAlgorithm {
  return CHECKSUM_ALGORITHMS.some((algorithm) => algorithm === name);
}

/** The header that carries a checksum: `x-amz-checksum-crc32`, … */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** The XML element that carries a checksum: `ChecksumCRC32`, … */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm}`;
}

/** The base64 checksum of bytes given in pieces. */
export function computeChecksum(algorithm: ChecksumAlgorithm, bytes: Iterable<Uint8Array>): string {
  switch (algorithm) {
    case 'CRC32':
      return base64OfUint32(fold(bytes, (piece, crc) => crc32(piece, crc)));
    case 'CRC32C':
      return base64OfUint32(fold(bytes, crc32c));
    case 'CRC64NVME': {
      const crc = new Crc64Nvme();
      for (const piece of bytes) crc.update(piece);
      return crc.digest().toString('base64');
    }
    case 'SHA1':
    case 'SHA256': {
      const hash = createHash(algorithm);
      for (const piece of bytes) hash.update(piece);
      return hash.digest('base64');
    }
  }
}

/** A checksum of checksums: what a multipart object has when its parts were summed apart. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, partValues: readonly string[]): string {
  const joined = Buffer.concat(partValues.map((value) => Buffer.from(value, 'base64')));
  return `${computeChecksum(algorithm, [joined])}-${partValues.length}`;
}

function fold(bytes: Iterable<Uint8Array>, step: (piece: Uint8Array, crc: number) => number): number {
  let crc = 0;
  for (const piece of bytes) crc = step(piece, crc);
  return crc;
}

function base64OfUint32(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes.toString('base64');
}
