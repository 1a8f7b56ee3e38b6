import { invalidRequest, malformedXml } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { childText, parseXml } from '../http/xml-reader.ts';
import { branch, leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation, type OperationContext } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { S3Error } from '../s3-error.ts';
import type { StoredBucket } from '../store/s3-store.ts';

const MOST_KEYS = 1000;

/** Up to 1,000 keys at once; each succeeds or fails by itself. (S3 API reference, DeleteObjects.) */
export const deleteObjects: Operation = {
  name: 'DeleteObjects',
  // The action is asked for each key; being allowed to send the request takes none.
  action: '',
  run(context) {
    const bucket = addressedBucket(context);
    const sent = verifyDigests(context.request, context.payload);
    if (sent === undefined && context.request.header('content-md5') === undefined) {
      throw invalidRequest('Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
    }
    const root = parseXml(context.payload.bytes.toString('utf8'));
    const keys = root.children
      .filter(({ name }) => name === 'Object')
      .map((object) => childText(object, 'Key'));
    if (root.name !== 'Delete' || keys.length === 0 || keys.length > MOST_KEYS) throw malformedXml();
    const isQuiet = childText(root, 'Quiet') === 'true';
    const results = keys.map((key) => {
      if (key === undefined || key === '') throw malformedXml();
      const error = deleteOne(context, bucket, key);
      if (error !== undefined) {
        return branch('Error', leaf('Key', key), leaf('Code', error.code), leaf('Message', error.message));
      }
      return isQuiet ? '' : branch('Deleted', leaf('Key', key));
    });
    return xmlAnswer(xmlDocument('DeleteResult', ...results));
  },
};

function deleteOne(context: OperationContext, bucket: StoredBucket, key: string): S3Error | undefined {
  try {
    context.authorize('s3:DeleteObject', bucket, key);
  } catch (error) {
    if (error instanceof S3Error) return error;
    throw error;
  }
  bucket.objects.delete(key);
  return undefined;
}
