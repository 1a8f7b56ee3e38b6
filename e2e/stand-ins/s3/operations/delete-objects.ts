import { invalidRequest, malformedXml } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { childText, parseXml, type XmlElement } from '../http/xml-reader.ts';
import { branch, leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation, type OperationContext } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { S3Error } from '../s3-error.ts';
import { deleteOne } from './delete-one.ts';

const MOST_KEYS = 1000;

/** Up to 1,000 keys or versions at once; each succeeds or fails by itself. (S3 API reference, DeleteObjects.) */
export const deleteObjects: Operation = {
  name: 'DeleteObjects',
  // The action is asked for each key; being allowed to send the request takes none.
  action: '',
  run(context) {
    const sent = verifyDigests(context.request, context.payload);
    if (sent === undefined && context.request.header('content-md5') === undefined) {
      throw invalidRequest('Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
    }
    const root = parseXml(context.payload.bytes.toString('utf8'));
    const listed = root.children.filter(({ name }) => name === 'Object').map(readWanted);
    if (root.name !== 'Delete' || listed.length === 0 || listed.length > MOST_KEYS) throw malformedXml();
    const isQuiet = childText(root, 'Quiet') === 'true';
    const results = listed.map((wanted) => resultOf(context, wanted, isQuiet));
    return xmlAnswer(xmlDocument('DeleteResult', ...results));
  },
};

interface Wanted {
  readonly key: string;
  readonly versionId: string | undefined;
}

function readWanted(element: XmlElement): Wanted {
  const key = childText(element, 'Key');
  if (key === undefined || key === '') throw malformedXml();
  return { key, versionId: childText(element, 'VersionId') || undefined };
}

/** The `<Deleted>` or `<Error>` of one key; a version asked for stands in both. */
function resultOf(context: OperationContext, { key, versionId }: Wanted, isQuiet: boolean): string {
  const named = leaf('Key', key) + leaf('VersionId', versionId);
  try {
    const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
    context.authorize(action, addressedBucket(context), key);
    const deletion = deleteOne(context, key, versionId);
    if (isQuiet) return '';
    const marker = deletion.isDeleteMarker
      ? leaf('DeleteMarker', true) + leaf('DeleteMarkerVersionId', deletion.versionId)
      : '';
    return branch('Deleted', named, marker);
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return branch('Error', named, leaf('Code', error.code), leaf('Message', error.message));
  }
}
