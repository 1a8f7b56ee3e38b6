import { createHash } from 'node:crypto';
import { addressedBucket, type Operation } from '../operation.ts';
import { checksumHeader, computeChecksum, type ObjectChecksum } from '../payload/checksum.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { storedContent } from '../store/content.ts';
import { versionHeader, writeObject } from '../store/stored-bucket.ts';
import { wholeSeconds } from '../store/whole-seconds.ts';
import { checkWriteConditions } from './conditions.ts';
import { encryptionOf } from './encryption.ts';
import { uploadProperties } from './upload-properties.ts';

export const putObject: Operation = {
  name: 'PutObject',
  action: 's3:PutObject',
  takesObject: true,
  run(context) {
    const { request, payload, now } = context;
    const bucket = addressedBucket(context);
    const properties = uploadProperties(context);
    checkWriteConditions(request, bucket.objects.get(request.key));
    const sent = verifyDigests(request, payload);
    // S3 works out a CRC-64/NVME itself where the client sent no checksum.
    const checksum: ObjectChecksum = {
      ...(sent ?? { algorithm: 'CRC64NVME', value: computeChecksum('CRC64NVME', [payload.bytes]) }),
      type: 'FULL_OBJECT',
    };
    const etag = createHash('md5').update(payload.bytes).digest('hex');
    const stored = writeObject(bucket, {
      key: request.key,
      size: payload.bytes.length,
      content: storedContent(payload.bytes),
      etag,
      lastModified: wholeSeconds(now),
      checksum,
      ...properties,
    });
    return {
      status: 200,
      headers: {
        etag: `"${etag}"`,
        ...versionHeader(bucket, stored),
        ...encryptionOf(properties.headers),
        [checksumHeader(checksum.algorithm)]: checksum.value,
        'x-amz-checksum-type': checksum.type,
      },
    };
  },
};
