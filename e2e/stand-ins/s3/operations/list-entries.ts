import { canonicalUserId } from '../auth/caller.ts';
import { branch, inPieces, leaf } from '../http/xml-writer.ts';
import type { OperationContext } from '../operation.ts';
import type { ListPage } from '../store/list-page.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { restoreState } from '../store/restore.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';
import { isoTime } from './iso-time.ts';

/** What an entry shows on request only. */
export interface ShownInListing {
  readonly owner: boolean;
  /** The time as of which the state of restored copies is shown; absent where it isn't. */
  readonly restoreAt?: number | undefined;
}

/** Reads what `x-amz-optional-object-attributes` asks for. */
export function readRestoreAt({ request, now }: OperationContext): number | undefined {
  return request.header('x-amz-optional-object-attributes')?.includes('RestoreStatus') ? now : undefined;
}

/** `<Contents>` and `<CommonPrefixes>` of a page, the same in both versions of ListObjects. */
export function listEntries(
  page: ListPage,
  bucket: StoredBucket,
  encode: (key: string) => string,
  shown: ShownInListing,
): string[] {
  const owner = shown.owner ? branch('Owner', leaf('ID', canonicalUserId(bucket.accountId))) : '';
  // A page has a thousand of these and a bench asks for a thousand pages, so nothing is escaped that can't need it.
  const objects = inPieces(
    page.objects,
    (object) =>
      `<Contents>${leaf('Key', encode(object.key))}<LastModified>${isoTime(object.lastModified)}</LastModified>` +
      `<ETag>&quot;${object.etag}&quot;</ETag>${checksumElements(object)}<Size>${object.size}</Size>${owner}` +
      `<StorageClass>${object.storageClass}</StorageClass>${restoreStatus(object, shown.restoreAt)}</Contents>`,
  );
  const groups = inPieces(page.commonPrefixes, (prefix) =>
    branch('CommonPrefixes', leaf('Prefix', encode(prefix))),
  );
  return [...objects, ...groups];
}

/** Only of archived objects that a copy was asked of. */
export function restoreStatus(object: ObjectRecord, now: number | undefined): string {
  if (object.restore === undefined || now === undefined) return '';
  const state = restoreState(object, now);
  if (state === 'none') return '';
  const expiry = state === 'restored' ? isoTime(object.restore.expiresAt) : undefined;
  return branch(
    'RestoreStatus',
    leaf('IsRestoreInProgress', state === 'ongoing'),
    leaf('RestoreExpiryDate', expiry),
  );
}

/** How a listing tells that an object has a checksum, without the checksum itself. */
export function checksumElements({ checksum }: ObjectRecord): string {
  if (checksum === undefined) return '';
  return leaf('ChecksumAlgorithm', checksum.algorithm) + leaf('ChecksumType', checksum.type);
}
