import { randomBytes } from 'node:crypto';
import { invalidRequest } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import type { S3Request } from '../http/s3-request.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { isChecksumAlgorithm } from '../payload/checksum.ts';
import type { MultipartUpload } from '../store/multipart-upload.ts';
import { encryptionOf } from './encryption.ts';
import { uploadProperties } from './upload-properties.ts';

export const createMultipartUpload: Operation = {
  name: 'CreateMultipartUpload',
  action: 's3:PutObject',
  run(context) {
    const { request, now } = context;
    const bucket = addressedBucket(context);
    const upload: MultipartUpload = {
      // URL-safe, as S3's upload ids are.
      uploadId: randomBytes(48).toString('base64url'),
      key: request.key,
      initiated: now,
      ...uploadProperties(context),
      ...readChecksum(request),
      parts: new Map(),
    };
    bucket.uploads.set(upload.uploadId, upload);
    return xmlAnswer(
      xmlDocument(
        'InitiateMultipartUploadResult',
        leaf('Bucket', bucket.name),
        leaf('Key', upload.key),
        leaf('UploadId', upload.uploadId),
      ),
      {
        ...encryptionOf(upload.headers),
        ...(upload.checksumAlgorithm && { 'x-amz-checksum-algorithm': upload.checksumAlgorithm }),
        ...(upload.checksumType && { 'x-amz-checksum-type': upload.checksumType }),
      },
    );
  },
};

/** CRC-64/NVME sums whole objects only, the SHAs parts only; the other CRCs can do both. */
function readChecksum(request: S3Request): Pick<MultipartUpload, 'checksumAlgorithm' | 'checksumType'> {
  const algorithm = request.header('x-amz-checksum-algorithm')?.toUpperCase();
  const type = request.header('x-amz-checksum-type')?.toUpperCase();
  if (algorithm === undefined) return {};
  if (!isChecksumAlgorithm(algorithm)) {
    throw invalidRequest(
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    );
  }
  const byDefault = algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE';
  if (type === undefined) return { checksumAlgorithm: algorithm, checksumType: byDefault };
  const isPossible =
    (type === 'FULL_OBJECT' && algorithm.startsWith('CRC')) ||
    (type === 'COMPOSITE' && algorithm !== 'CRC64NVME');
  if (!isPossible) {
    throw invalidRequest(
      `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
  return { checksumAlgorithm: algorithm, checksumType: type };
}
