import { createHash } from 'node:crypto';
import { xmlAnswer } from '../http/s3-answer.ts';
import { uriEncodePath } from '../http/percent-encoding.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import type { S3Request } from '../http/s3-request.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import {
  checksumElement,
  checksumHeader,
  compositeChecksum,
  computeChecksum,
  type ObjectChecksum,
} from '../payload/checksum.ts';
import { S3Error } from '../s3-error.ts';
import { type Content, joinedContent, pieces } from '../store/content.ts';
import type { MultipartUpload, UploadedPart } from '../store/multipart-upload.ts';
import type { ObjectProperties } from '../store/object-record.ts';
import { versionHeader, writeObject } from '../store/stored-bucket.ts';
import { wholeSeconds } from '../store/whole-seconds.ts';
import { addressedUpload } from './addressed-upload.ts';
import { completedParts } from './completed-parts.ts';
import { checkWriteConditions } from './conditions.ts';
import { encryptionOf } from './encryption.ts';

export const completeMultipartUpload: Operation = {
  name: 'CompleteMultipartUpload',
  action: 's3:PutObject',
  run(context) {
    const { request, payload, knobs, now } = context;
    const bucket = addressedBucket(context);
    const upload = addressedUpload(context);
    checkWriteConditions(request, bucket.objects.get(upload.key));
    const parts = completedParts(payload.bytes.toString('utf8'), upload, knobs.minPartSize);
    const content = joinedContent(parts.map((part) => part.content));
    checkSize(request.header('x-amz-mp-object-size'), content.size);
    const checksum = checksumOf(upload, parts, content);
    checkChecksum(request, checksum);
    const etag = etagOf(parts);
    const stored = writeObject(bucket, {
      key: upload.key,
      size: content.size,
      content,
      etag,
      lastModified: wholeSeconds(now),
      ...propertiesOf(upload),
      checksum,
      parts: parts.map((part) => ({
        size: part.content.size,
        checksum: upload.checksumAlgorithm && part.checksum?.value,
      })),
    });
    bucket.uploads.delete(upload.uploadId);
    return xmlAnswer(
      xmlDocument(
        'CompleteMultipartUploadResult',
        leaf('Location', `http://${request.host}/${bucket.name}/${uriEncodePath(upload.key)}`),
        leaf('Bucket', bucket.name),
        leaf('Key', upload.key),
        leaf('ETag', `"${etag}"`),
        leaf(checksumElement(checksum.algorithm), checksum.value),
        leaf('ChecksumType', checksum.type),
      ),
      { ...versionHeader(bucket, stored), ...encryptionOf(upload.headers) },
    );
  },
};

function propertiesOf(upload: MultipartUpload): ObjectProperties {
  const { storageClass, headers, tags, retention, legalHold } = upload;
  return {
    storageClass,
    headers,
    ...(tags && { tags }),
    ...(retention && { retention }),
    ...(legalHold !== undefined && { legalHold }),
  };
}

/** The MD5 of the parts' MD5s, a hyphen and how many there are. */
function etagOf(parts: readonly UploadedPart[]): string {
  const digests = Buffer.concat(parts.map((part) => Buffer.from(part.etag, 'hex')));
  return `${createHash('md5').update(digests).digest('hex')}-${parts.length}`;
}

function checksumOf(
  upload: MultipartUpload,
  parts: readonly UploadedPart[],
  content: Content,
): ObjectChecksum {
  const algorithm = upload.checksumAlgorithm ?? 'CRC64NVME';
  if (upload.checksumType === 'COMPOSITE') {
    const values = parts.map((part) => part.checksum?.value ?? '');
    return { algorithm, value: compositeChecksum(algorithm, values), type: 'COMPOSITE' };
  }
  return { algorithm, value: computeChecksum(algorithm, pieces(content)), type: 'FULL_OBJECT' };
}

/** A client may say what the whole should sum up to. */
function checkChecksum(request: S3Request, checksum: ObjectChecksum): void {
  const expected = request.header(checksumHeader(checksum.algorithm));
  if (expected === undefined || expected === checksum.value) return;
  throw new S3Error(
    'BadDigest',
    400,
    `The ${checksum.algorithm} you specified did not match the calculated checksum.`,
  );
}

function checkSize(expected: string | undefined, actual: number): void {
  if (expected === undefined || Number(expected) === actual) return;
  throw new S3Error(
    'InvalidRequest',
    400,
    `The provided 'x-amz-mp-object-size' header value ${expected} does not match what was computed: ${actual}`,
  );
}
