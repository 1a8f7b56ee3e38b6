import { createHash } from 'node:crypto';
import { invalidArgument, invalidRequest, noSuchKey, preconditionFailed } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation, type OperationContext } from '../operation.ts';
import { checksumElement, computeChecksum, type ObjectChecksum } from '../payload/checksum.ts';
import { S3Error } from '../s3-error.ts';
import { pieces } from '../store/content.ts';
import { ARCHIVE_CLASSES, type ObjectRecord } from '../store/object-record.ts';
import { wholeSeconds } from '../store/s3-store.ts';
import { isoTime } from './iso-time.ts';
import { checkKeyLength, uploadHeaders, uploadStorageClass } from './upload-headers.ts';

/** Largest source one CopyObject takes, in bytes. */
const LARGEST_COPY = 5 * 1024 ** 3;

export const copyObject: Operation = {
  name: 'CopyObject',
  action: 's3:PutObject',
  run(context) {
    const { request, now } = context;
    const bucket = addressedBucket(context);
    checkKeyLength(request.key);
    const source = findSource(context);
    const replacesHeaders = readDirective(request.header('x-amz-metadata-directive'));
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
    const copy: ObjectRecord = {
      key: request.key,
      size: source.size,
      content: source.content,
      etag: md5Of(source),
      lastModified: wholeSeconds(now),
      storageClass: uploadStorageClass(request),
      headers: replacesHeaders ? uploadHeaders(request) : source.headers,
      checksum,
    };
    bucket.objects.set(copy.key, copy);
    return xmlAnswer(
      xmlDocument(
        'CopyObjectResult',
        leaf('LastModified', isoTime(copy.lastModified)),
        leaf('ETag', `"${copy.etag}"`),
        leaf('ChecksumType', checksum.type),
        leaf(checksumElement(checksum.algorithm), checksum.value),
      ),
    );
  },
};

function findSource(context: OperationContext): ObjectRecord {
  const { request, store } = context;
  const [bucketName, key] = parseSource(request.header('x-amz-copy-source') ?? '');
  const bucket = store.bucket(bucketName);
  context.authorize('s3:GetObject', bucket, key);
  const source = bucket.objects.get(key);
  if (source === undefined) throw noSuchKey(key);
  const ifMatch = request.header('x-amz-copy-source-if-match')?.replace(/^"|"$/g, '');
  if (ifMatch !== undefined && ifMatch !== source.etag)
    throw preconditionFailed('x-amz-copy-source-If-Match');
  if (ARCHIVE_CLASSES.has(source.storageClass)) {
    throw new S3Error(
      'ObjectNotInActiveTierError',
      403,
      'The source object of the COPY operation is not in the active tier and is only stored in Amazon Glacier.',
      { Key: key },
    );
  }
  if (source.size > LARGEST_COPY) {
    throw invalidRequest(
      'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
    );
  }
  return source;
}

/** `bucket/key` or `/bucket/key`, percent-encoded. */
function parseSource(header: string): [bucket: string, key: string] {
  let source: string;
  try {
    source = decodeURIComponent(header).replace(/^\//, '');
  } catch {
    source = '';
  }
  const slash = source.indexOf('/');
  if (slash < 1 || slash === source.length - 1) {
    const message = 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey';
    throw invalidArgument(message, 'x-amz-copy-source', header);
  }
  return [source.slice(0, slash), source.slice(slash + 1)];
}

function readDirective(directive: string | undefined): boolean {
  if (directive === undefined || directive === 'COPY') return false;
  if (directive === 'REPLACE') return true;
  throw invalidArgument('Unknown metadata directive.', 'x-amz-metadata-directive', directive);
}

function md5Of(object: ObjectRecord): string {
  const hash = createHash('md5');
  for (const piece of pieces(object.content)) hash.update(piece);
  return hash.digest('hex');
}
