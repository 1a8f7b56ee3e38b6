import { xmlAnswer } from '../http/s3-answer.ts';
import { leaf, xmlPieces } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { commonPrefixOf, listPage, type ListPosition } from '../store/list-page.ts';
import { listEntries, readRestoreAt } from './list-entries.ts';
import { readKeyEncoding, readPageSize } from './list-parameters.ts';

/**
 * The first version of the listing, whose places are plain keys. (S3 API reference, ListObjects.) `NextMarker` is given only
 * with a delimiter; without one the client goes on from the last key.
 */
export const listObjects: Operation = {
  name: 'ListObjects',
  action: 's3:ListBucket',
  run(context) {
    const { query } = context.request;
    const bucket = addressedBucket(context);
    const { encode, encodingType } = readKeyEncoding(context);
    const maxKeys = readPageSize(query, 'max-keys');
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const marker = query.get('marker') ?? '';
    const after = positionOfMarker(marker, prefix, delimiter);
    const page = listPage(bucket.objects, { prefix, delimiter, maxKeys, after });
    const nextMarker = delimiter === '' ? undefined : page.next?.key;
    return xmlAnswer(
      xmlPieces(
        'ListBucketResult',
        leaf('Name', bucket.name),
        leaf('Prefix', encode(prefix)),
        leaf('Marker', encode(marker)),
        leaf('NextMarker', nextMarker === undefined ? undefined : encode(nextMarker)),
        leaf('MaxKeys', maxKeys),
        leaf('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
        leaf('EncodingType', encodingType),
        leaf('IsTruncated', page.next !== undefined),
        ...listEntries(page, bucket, encode, { owner: true, restoreAt: readRestoreAt(context) }),
      ),
      { 'x-amz-bucket-region': bucket.region },
    );
  },
};

/** A marker inside a common prefix stands for all of it, since a `NextMarker` may be a common prefix itself. */
function positionOfMarker(marker: string, prefix: string, delimiter: string): ListPosition | undefined {
  if (marker === '') return undefined;
  const group = commonPrefixOf(marker, prefix, delimiter);
  return group === undefined ? { key: marker, isCommonPrefix: false } : { key: group, isCommonPrefix: true };
}
