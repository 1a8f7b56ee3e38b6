import { canonicalUserId } from '../auth/caller.ts';
import { invalidArgument } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import type { Query } from '../http/query.ts';
import { branch, inPieces, leaf, xmlPieces } from '../http/xml-writer.ts';
import { hasFault } from '../listing-faults.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { type ListedVersion, listVersionsPage, type VersionPosition } from '../store/list-versions-page.ts';
import { isDeleteMarker, versionIdOf } from '../store/object-version.ts';
import { readVersionId } from './addressed-object.ts';
import { isoTime } from './iso-time.ts';
import { checksumElements, readRestoreAt, restoreStatus } from './list-entries.ts';
import { readKeyEncoding, readPageSize } from './list-parameters.ts';

/** Every version and delete marker of a bucket, with versions or without. (S3 API reference, ListObjectVersions.) */
export const listObjectVersions: Operation = {
  name: 'ListObjectVersions',
  action: 's3:ListBucketVersions',
  run(context) {
    const { query } = context.request;
    const bucket = addressedBucket(context);
    const { encode, encodingType } = readKeyEncoding(context);
    const maxKeys = readPageSize(query, 'max-keys');
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const after = readMarkers(query);
    const page = listVersionsPage(bucket.history, { prefix, delimiter, maxKeys, after });
    const isRepeated = after !== undefined && hasFault(context, 'repeated-token');
    const next = isRepeated ? after : page.next;
    const restoreAt = readRestoreAt(context);
    const owner = branch('Owner', leaf('ID', canonicalUserId(bucket.accountId)));
    return xmlAnswer(
      xmlPieces(
        'ListVersionsResult',
        leaf('Name', bucket.name),
        leaf('Prefix', encode(prefix)),
        leaf('KeyMarker', encode(after?.key ?? '')),
        leaf('VersionIdMarker', after?.versionId ?? ''),
        leaf('NextKeyMarker', next && encode(next.key)),
        leaf('NextVersionIdMarker', next?.versionId),
        leaf('MaxKeys', maxKeys),
        leaf('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
        leaf('EncodingType', encodingType),
        leaf('IsTruncated', next !== undefined),
        ...inPieces(page.versions, (listed) => versionElement(listed, encode, owner, restoreAt)),
        ...inPieces(page.commonPrefixes, (group) => branch('CommonPrefixes', leaf('Prefix', encode(group)))),
      ),
    );
  },
};

/** @throws S3Error InvalidArgument */
function readMarkers(query: Query): VersionPosition | undefined {
  const key = query.get('key-marker') ?? '';
  const versionId = query.get('version-id-marker') || undefined;
  if (key !== '') return { key, versionId: readVersionId(versionId) };
  if (versionId === undefined) return undefined;
  throw invalidArgument(
    'A version-id marker cannot be specified without a key marker.',
    'version-id-marker',
    versionId,
  );
}

function versionElement(
  { version, isLatest }: ListedVersion,
  encode: (key: string) => string,
  owner: string,
  restoreAt: number | undefined,
): string {
  const common =
    leaf('Key', encode(version.key)) +
    leaf('VersionId', versionIdOf(version)) +
    leaf('IsLatest', isLatest) +
    leaf('LastModified', isoTime(version.lastModified));
  if (isDeleteMarker(version)) return branch('DeleteMarker', common, owner);
  return branch(
    'Version',
    common,
    leaf('ETag', `"${version.etag}"`),
    checksumElements(version),
    leaf('Size', version.size),
    leaf('StorageClass', version.storageClass),
    owner,
    restoreStatus(version, restoreAt),
  );
}
