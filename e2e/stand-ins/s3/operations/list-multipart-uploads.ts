import { canonicalUserId } from '../auth/caller.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { branch, leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { compareKeys } from '../store/key-order.ts';
import { commonPrefixOf } from '../store/list-page.ts';
import type { MultipartUpload } from '../store/multipart-upload.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';
import { isoTime } from './iso-time.ts';
import { readKeyEncoding, readPageSize } from './list-parameters.ts';

/** Uploads in progress by key, those of one key by age. (S3 API reference, ListMultipartUploads.) */
export const listMultipartUploads: Operation = {
  name: 'ListMultipartUploads',
  action: 's3:ListBucketMultipartUploads',
  run(context) {
    const { query } = context.request;
    const bucket = addressedBucket(context);
    const { encode, encodingType } = readKeyEncoding(context);
    const maxUploads = readPageSize(query, 'max-uploads');
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const keyMarker = query.get('key-marker') ?? '';
    const idMarker = keyMarker === '' ? '' : (query.get('upload-id-marker') ?? '');
    const page = { uploads: [] as MultipartUpload[], groups: new Set<string>() };
    let last: { key: string; uploadId: string } | undefined;
    let isTruncated = false;
    for (const upload of uploadsAfter(bucket, keyMarker, idMarker)) {
      if (!upload.key.startsWith(prefix)) continue;
      const group = commonPrefixOf(upload.key, prefix, delimiter);
      if (group !== undefined && (page.groups.has(group) || keyMarker.startsWith(group))) continue;
      if (page.uploads.length + page.groups.size === maxUploads) {
        isTruncated = maxUploads > 0;
        break;
      }
      if (group === undefined) page.uploads.push(upload);
      else page.groups.add(group);
      last = group === undefined ? upload : { key: group, uploadId: '' };
    }
    return xmlAnswer(
      xmlDocument(
        'ListMultipartUploadsResult',
        leaf('Bucket', bucket.name),
        leaf('KeyMarker', encode(keyMarker)),
        leaf('UploadIdMarker', idMarker),
        leaf('NextKeyMarker', isTruncated && last ? encode(last.key) : undefined),
        leaf('NextUploadIdMarker', isTruncated ? last?.uploadId : undefined),
        leaf('Prefix', encode(prefix)),
        leaf('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
        leaf('EncodingType', encodingType),
        leaf('MaxUploads', maxUploads),
        leaf('IsTruncated', isTruncated),
        ...page.uploads.map((upload) =>
          branch(
            'Upload',
            leaf('Key', encode(upload.key)),
            leaf('UploadId', upload.uploadId),
            branch('Owner', leaf('ID', canonicalUserId(bucket.accountId))),
            leaf('StorageClass', upload.storageClass),
            leaf('Initiated', isoTime(upload.initiated)),
            leaf('ChecksumAlgorithm', upload.checksumAlgorithm),
            leaf('ChecksumType', upload.checksumType),
          ),
        ),
        ...[...page.groups].map((group) => branch('CommonPrefixes', leaf('Prefix', encode(group)))),
      ),
    );
  },
};

/** With an upload's id, the later uploads of the marker's key are still to come; without, only later keys are. */
function uploadsAfter(bucket: StoredBucket, keyMarker: string, idMarker: string): MultipartUpload[] {
  const sorted = [...bucket.uploads.values()].sort(
    (a, b) => compareKeys(a.key, b.key) || a.initiated - b.initiated || compareKeys(a.uploadId, b.uploadId),
  );
  const marked = sorted.findIndex((upload) => upload.key === keyMarker && upload.uploadId === idMarker);
  if (marked >= 0) return sorted.slice(marked + 1);
  return sorted.filter((upload) => compareKeys(upload.key, keyMarker) > 0);
}
