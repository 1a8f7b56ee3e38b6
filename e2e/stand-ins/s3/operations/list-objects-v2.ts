import { xmlAnswer } from '../http/s3-answer.ts';
import { leaf, xmlPieces } from '../http/xml-writer.ts';
import { hasFault } from '../listing-faults.ts';
import { addressedBucket, type Operation, type OperationContext } from '../operation.ts';
import { listPage } from '../store/list-page.ts';
import { decodeToken, type PageToken } from './continuation-token.ts';
import { listEntries, readRestoreAt } from './list-entries.ts';
import { readKeyEncoding, readPageSize } from './list-parameters.ts';
import { nextToken } from './next-token.ts';

/**
 * (S3 API reference, ListObjectsV2.) A continuation token goes before `start-after`. A common prefix that
 * `start-after` lies in is listed still, as long as one of its keys comes after.
 */
export const listObjectsV2: Operation = {
  name: 'ListObjectsV2',
  action: 's3:ListBucket',
  run(context) {
    const { query } = context.request;
    const bucket = addressedBucket(context);
    const { encode, encodingType } = readKeyEncoding(context);
    const maxKeys = readPageSize(query, 'max-keys');
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const startAfter = readStartAfter(context);
    const token = query.get('continuation-token');
    const after: PageToken | undefined =
      token !== undefined
        ? decodeToken(token)
        : startAfter === undefined
          ? undefined
          : { key: startAfter, isCommonPrefix: false };
    const page = listPage(bucket.objects, { prefix, delimiter, maxKeys, after });
    const next = nextToken(context, { token, after }, page);
    return xmlAnswer(
      xmlPieces(
        'ListBucketResult',
        leaf('Name', bucket.name),
        leaf('Prefix', encode(prefix)),
        leaf('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
        leaf('StartAfter', startAfter === undefined ? undefined : encode(startAfter)),
        leaf('ContinuationToken', token),
        leaf('NextContinuationToken', next),
        leaf('KeyCount', page.objects.length + page.commonPrefixes.length),
        leaf('MaxKeys', maxKeys),
        leaf('EncodingType', encodingType),
        leaf('IsTruncated', next !== undefined),
        ...listEntries(page, bucket, encode, {
          owner: query.get('fetch-owner') === 'true',
          restoreAt: readRestoreAt(context),
        }),
      ),
      { 'x-amz-bucket-region': bucket.region },
    );
  },
};

function readStartAfter(context: OperationContext): string | undefined {
  if (hasFault(context, 'ignores-start-after')) return undefined;
  return context.request.query.get('start-after') || undefined;
}
