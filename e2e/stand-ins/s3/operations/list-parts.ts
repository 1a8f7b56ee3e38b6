import { canonicalUserId } from '../auth/caller.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { branch, leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { checksumElement } from '../payload/checksum.ts';
import { addressedUpload } from './addressed-upload.ts';
import { isoTime } from './iso-time.ts';
import { readKeyEncoding, readPageSize } from './list-parameters.ts';

export const listParts: Operation = {
  name: 'ListParts',
  action: 's3:ListMultipartUploadParts',
  run(context) {
    const { query } = context.request;
    const bucket = addressedBucket(context);
    const upload = addressedUpload(context);
    const { encode, encodingType } = readKeyEncoding(context);
    const maxParts = readPageSize(query, 'max-parts');
    const marker = Number(query.get('part-number-marker') ?? 0) || 0;
    const following = [...upload.parts.values()]
      .filter((part) => part.partNumber > marker)
      .sort((a, b) => a.partNumber - b.partNumber);
    const page = following.slice(0, maxParts);
    const isTruncated = following.length > page.length;
    return xmlAnswer(
      xmlDocument(
        'ListPartsResult',
        leaf('Bucket', bucket.name),
        leaf('Key', encode(upload.key)),
        leaf('UploadId', upload.uploadId),
        branch('Owner', leaf('ID', canonicalUserId(bucket.accountId))),
        leaf('StorageClass', upload.storageClass),
        leaf('PartNumberMarker', marker),
        leaf('NextPartNumberMarker', page.at(-1)?.partNumber ?? 0),
        leaf('MaxParts', maxParts),
        leaf('EncodingType', encodingType),
        leaf('IsTruncated', isTruncated),
        leaf('ChecksumAlgorithm', upload.checksumAlgorithm),
        leaf('ChecksumType', upload.checksumType),
        ...page.map((part) =>
          branch(
            'Part',
            leaf('PartNumber', part.partNumber),
            leaf('LastModified', isoTime(part.lastModified)),
            leaf('ETag', `"${part.etag}"`),
            leaf('Size', part.content.size),
            part.checksum === undefined
              ? ''
              : leaf(checksumElement(part.checksum.algorithm), part.checksum.value),
          ),
        ),
      ),
    );
  },
};
