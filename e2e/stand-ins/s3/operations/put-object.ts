import { createHash } from 'node:crypto';
import { addressedBucket, type Operation } from '../operation.ts';
import { checksumHeader, computeChecksum, type ObjectChecksum } from '../payload/checksum.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { storedContent } from '../store/content.ts';
import { wholeSeconds } from '../store/s3-store.ts';
import { checkWriteConditions } from './conditions.ts';
import { checkKeyLength, uploadHeaders, uploadStorageClass } from './upload-headers.ts';

export const putObject: Operation = {
  name: 'PutObject',
  action: 's3:PutObject',
  takesObject: true,
  run(context) {
    const { request, payload, now } = context;
    const bucket = addressedBucket(context);
    checkKeyLength(request.key);
    const headers = uploadHeaders(request);
    const storageClass = uploadStorageClass(request);
    checkWriteConditions(request, bucket.objects.get(request.key));
    const sent = verifyDigests(request, payload);
    // S3 works out a CRC-64/NVME itself where the client sent no checksum.
    const checksum: ObjectChecksum = {
      ...(sent ?? { algorithm: 'CRC64NVME', value: computeChecksum('CRC64NVME', [payload.bytes]) }),
      type: 'FULL_OBJECT',
    };
    const etag = createHash('md5').update(payload.bytes).digest('hex');
    bucket.objects.set(request.key, {
      key: request.key,
      size: payload.bytes.length,
      content: storedContent(payload.bytes),
      etag,
      lastModified: wholeSeconds(now),
      storageClass,
      headers,
      checksum,
    });
    return {
      status: 200,
      headers: {
        etag: `"${etag}"`,
        'x-amz-server-side-encryption': headers['x-amz-server-side-encryption'] ?? 'AES256',
        [checksumHeader(checksum.algorithm)]: checksum.value,
        'x-amz-checksum-type': checksum.type,
      },
    };
  },
};
