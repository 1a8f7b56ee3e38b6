import { canonicalUserId } from '../auth/caller.ts';
import { branch, leaf } from '../http/xml-writer.ts';
import type { ListPage } from '../store/list-page.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import type { StoredBucket } from '../store/s3-store.ts';
import { isoTime } from './iso-time.ts';

/** `<Contents>` and `<CommonPrefixes>` of a page, the same in both versions of ListObjects. */
export function listEntries(
  page: ListPage,
  bucket: StoredBucket,
  encode: (key: string) => string,
  withOwner: boolean,
): string {
  const owner = withOwner ? branch('Owner', leaf('ID', canonicalUserId(bucket.accountId))) : '';
  // A page has a thousand of these and a bench asks for a thousand pages, so nothing is escaped that can't need it.
  const objects = page.objects.map(
    (object) =>
      `<Contents>${leaf('Key', encode(object.key))}<LastModified>${isoTime(object.lastModified)}</LastModified>` +
      `<ETag>&quot;${object.etag}&quot;</ETag>${checksumOf(object)}<Size>${object.size}</Size>${owner}` +
      `<StorageClass>${object.storageClass}</StorageClass></Contents>`,
  );
  const groups = page.commonPrefixes.map((prefix) =>
    branch('CommonPrefixes', leaf('Prefix', encode(prefix))),
  );
  return objects.join('') + groups.join('');
}

function checksumOf({ checksum }: ObjectRecord): string {
  if (checksum === undefined) return '';
  return leaf('ChecksumAlgorithm', checksum.algorithm) + leaf('ChecksumType', checksum.type);
}
