import { canonicalUserId } from '../auth/caller.ts';
import { invalidArgument } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { branch, leaf, xmlDocument } from '../http/xml-writer.ts';
import type { Operation } from '../operation.ts';
import { compareKeys } from '../store/key-order.ts';
import { isoTime } from './iso-time.ts';
import { decodeToken, encodeToken } from './continuation-token.ts';

const LARGEST_PAGE = 10_000;

/**
 * The caller's account's buckets, by name. Any one of the four parameters makes it a paged listing, and only that shows
 * each bucket's region. (S3 API reference, ListBuckets.)
 */
export const listBuckets: Operation = {
  name: 'ListBuckets',
  action: 's3:ListAllMyBuckets',
  run({ request: { query }, caller, region, store }) {
    const prefix = query.get('prefix');
    const bucketRegion = query.get('bucket-region');
    const token = query.get('continuation-token');
    const maxBuckets = query.get('max-buckets');
    const isPaged = [prefix, bucketRegion, token, maxBuckets].some((value) => value !== undefined);
    if (bucketRegion !== undefined && bucketRegion !== region) {
      throw invalidArgument(
        'The bucket-region must be the region of the endpoint the request is made to',
        'bucket-region',
        bucketRegion,
      );
    }
    const limit = isPaged ? pageSize(maxBuckets) : Infinity;
    const after = token === undefined ? '' : decodeToken(token).key;
    const matching = store
      .bucketsOf(caller.accountId)
      .filter(
        (bucket) =>
          bucket.name.startsWith(prefix ?? '') &&
          (bucketRegion === undefined || bucket.region === bucketRegion) &&
          compareKeys(bucket.name, after) > 0,
      );
    const page = matching.slice(0, limit);
    const last = page.at(-1);
    const isTruncated = matching.length > page.length && last !== undefined;
    return xmlAnswer(
      xmlDocument(
        'ListAllMyBucketsResult',
        branch('Owner', leaf('ID', canonicalUserId(caller.accountId))),
        branch(
          'Buckets',
          ...page.map((bucket) =>
            branch(
              'Bucket',
              leaf('Name', bucket.name),
              leaf('CreationDate', isoTime(bucket.createdAt)),
              leaf('BucketRegion', isPaged ? bucket.region : undefined),
            ),
          ),
        ),
        leaf(
          'ContinuationToken',
          isTruncated ? encodeToken({ key: last.name, isCommonPrefix: false }) : undefined,
        ),
        leaf('Prefix', prefix),
      ),
    );
  },
};

function pageSize(maxBuckets: string | undefined): number {
  if (maxBuckets === undefined) return LARGEST_PAGE;
  const size = Number(maxBuckets);
  if (/^\d+$/.test(maxBuckets) && size >= 1 && size <= LARGEST_PAGE) return size;
  throw invalidArgument(
    `Argument max-buckets must be an integer between 1 and ${LARGEST_PAGE}`,
    'max-buckets',
    maxBuckets,
  );
}
