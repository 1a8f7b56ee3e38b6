import { xmlAnswer } from '../http/s3-answer.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { listPage } from '../store/list-page.ts';
import { decodeToken, encodeToken } from './continuation-token.ts';
import { listEntries } from './list-entries.ts';
import { readKeyEncoding, readPageSize } from './list-parameters.ts';

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
    const encode = readKeyEncoding(query);
    const maxKeys = readPageSize(query, 'max-keys');
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const startAfter = query.get('start-after') || undefined;
    const token = query.get('continuation-token');
    const after =
      token !== undefined
        ? decodeToken(token)
        : startAfter === undefined
          ? undefined
          : { key: startAfter, isCommonPrefix: false };
    const page = listPage(bucket.objects, { prefix, delimiter, maxKeys, after });
    return xmlAnswer(
      xmlDocument(
        'ListBucketResult',
        leaf('Name', bucket.name),
        leaf('Prefix', encode(prefix)),
        leaf('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
        leaf('StartAfter', startAfter === undefined ? undefined : encode(startAfter)),
        leaf('ContinuationToken', token),
        leaf('NextContinuationToken', page.next === undefined ? undefined : encodeToken(page.next)),
        leaf('KeyCount', page.objects.length + page.commonPrefixes.length),
        leaf('MaxKeys', maxKeys),
        leaf('EncodingType', query.get('encoding-type') || undefined),
        leaf('IsTruncated', page.next !== undefined),
        listEntries(page, bucket, encode, query.get('fetch-owner') === 'true'),
      ),
      { 'x-amz-bucket-region': bucket.region },
    );
  },
};
