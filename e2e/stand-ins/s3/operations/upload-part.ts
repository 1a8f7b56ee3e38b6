import { createHash } from 'node:crypto';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { type Operation } from '../operation.ts';
import { checksumHeader, computeChecksum } from '../payload/checksum.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { storedContent } from '../store/content.ts';
import { wholeSeconds } from '../store/whole-seconds.ts';
import { addressedUpload } from './addressed-upload.ts';
import { encryptionOf } from './encryption.ts';

const MOST_PARTS = 10_000;

export const uploadPart: Operation = {
  name: 'UploadPart',
  action: 's3:PutObject',
  takesObject: true,
  run(context) {
    const { request, payload, now } = context;
    const text = request.query.get('partNumber') ?? '';
    const partNumber = Number(text);
    if (!/^\d+$/.test(text) || partNumber < 1 || partNumber > MOST_PARTS) {
      const message = `Part number must be an integer between 1 and ${MOST_PARTS}, inclusive`;
      throw invalidArgument(message, 'partNumber', text);
    }
    const upload = addressedUpload(context);
    const sent = verifyDigests(request, payload);
    if (
      sent !== undefined &&
      upload.checksumAlgorithm !== undefined &&
      sent.algorithm !== upload.checksumAlgorithm
    ) {
      throw invalidRequest(
        `Checksum Type mismatch occurred, expected checksum Type: ${upload.checksumAlgorithm.toLowerCase()}, actual checksum Type: ${sent.algorithm.toLowerCase()}`,
      );
    }
    const checksum =
      sent ??
      (upload.checksumAlgorithm && {
        algorithm: upload.checksumAlgorithm,
        value: computeChecksum(upload.checksumAlgorithm, [payload.bytes]),
      });
    const etag = createHash('md5').update(payload.bytes).digest('hex');
    upload.parts.set(partNumber, {
      partNumber,
      content: storedContent(payload.bytes),
      etag,
      lastModified: wholeSeconds(now),
      ...(checksum && { checksum }),
    });
    return {
      status: 200,
      headers: {
        etag: `"${etag}"`,
        ...encryptionOf(upload.headers),
        ...(checksum && { [checksumHeader(checksum.algorithm)]: checksum.value }),
      },
    };
  },
};
