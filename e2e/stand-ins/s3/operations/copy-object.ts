import { createHash } from 'node:crypto';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import type { S3Request } from '../http/s3-request.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { checksumElement, computeChecksum, type ObjectChecksum } from '../payload/checksum.ts';
import { pieces } from '../store/content.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { versionIdOf } from '../store/object-version.ts';
import { versionHeader, writeObject } from '../store/stored-bucket.ts';
import { wholeSeconds } from '../store/whole-seconds.ts';
import { findCopySource } from './copy-source.ts';
import { encryptionOf } from './encryption.ts';
import { isoTime } from './iso-time.ts';
import { givenHeaders } from './upload-headers.ts';
import { uploadProperties } from './upload-properties.ts';

export const copyObject: Operation = {
  name: 'CopyObject',
  action: 's3:PutObject',
  run(context) {
    const { request, now } = context;
    const bucket = addressedBucket(context);
    const properties = uploadProperties(context);
    const { bucket: sourceBucket, object: source } = findCopySource(context);
    const replacesHeaders = isReplace(request, 'x-amz-metadata-directive');
    const tags = isReplace(request, 'x-amz-tagging-directive') ? properties.tags : source.tags;
    const newClass = request.header('x-amz-storage-class');
    if (source === bucket.objects.get(request.key) && !replacesHeaders && newClass === undefined) {
      throw invalidRequest(
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
      );
    }
    // A copy is one object again, whatever parts its source had: its ETag and checksum are of the whole.
    const algorithm = source.checksum?.algorithm ?? 'CRC64NVME';
    const checksum: ObjectChecksum = {
      algorithm,
      value: computeChecksum(algorithm, pieces(source.content)),
      type: 'FULL_OBJECT',
    };
    const copy = writeObject(bucket, {
      key: request.key,
      size: source.size,
      content: source.content,
      etag: md5Of(source),
      lastModified: wholeSeconds(now),
      checksum,
      ...properties,
      // How the source was encrypted isn't copied, what its uploader said of it is.
      ...(!replacesHeaders && {
        headers: { ...givenHeaders(source.headers), ...encryptionOf(properties.headers) },
      }),
      ...(tags && { tags }),
    });
    return xmlAnswer(
      xmlDocument(
        'CopyObjectResult',
        leaf('LastModified', isoTime(copy.lastModified)),
        leaf('ETag', `"${copy.etag}"`),
        leaf('ChecksumType', checksum.type),
        leaf(checksumElement(checksum.algorithm), checksum.value),
      ),
      {
        ...versionHeader(bucket, copy),
        ...encryptionOf(copy.headers),
        ...(sourceBucket.versioning && { 'x-amz-copy-source-version-id': versionIdOf(source) }),
      },
    );
  },
};

/** Reads a directive: COPY, which is the default, or REPLACE. @throws S3Error InvalidArgument */
function isReplace(request: S3Request, name: string): boolean {
  const directive = request.header(name) ?? 'COPY';
  if (directive === 'COPY') return false;
  if (directive === 'REPLACE') return true;
  const kind = name === 'x-amz-tagging-directive' ? 'tagging' : 'metadata';
  throw invalidArgument(`Unknown ${kind} directive.`, name, directive);
}

function md5Of(object: ObjectRecord): string {
  const hash = createHash('md5');
  for (const piece of pieces(object.content)) hash.update(piece);
  return hash.digest('hex');
}
