import { invalidArgument } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import type { S3Request } from '../http/s3-request.ts';
import { branch, leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { checksumElement } from '../payload/checksum.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { versionHeader } from '../store/stored-bucket.ts';
import { addressedObject } from './addressed-object.ts';

const ATTRIBUTES = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'] as const;
type Attribute = (typeof ATTRIBUTES)[number];
const LARGEST_PAGE = 1000;

/** (S3 API reference, GetObjectAttributes.) It takes two permissions at once. */
export const getObjectAttributes: Operation = {
  name: 'GetObjectAttributes',
  action: 's3:GetObjectAttributes',
  versionAction: 's3:GetObjectVersionAttributes',
  run(context) {
    const { request } = context;
    const bucket = addressedBucket(context);
    const isVersion = request.query.has('versionId');
    context.authorize(isVersion ? 's3:GetObjectVersion' : 's3:GetObject', bucket, request.key);
    const object = addressedObject(context);
    const asked = readAttributes(request);
    return xmlAnswer(
      xmlDocument(
        'GetObjectAttributesResponse',
        ...ATTRIBUTES.filter((name) => asked.has(name)).map((name) => attributeXml(name, object, request)),
      ),
      { 'last-modified': new Date(object.lastModified).toUTCString(), ...versionHeader(bucket, object) },
    );
  },
};

function readAttributes(request: S3Request): ReadonlySet<string> {
  const header = request.header('x-amz-object-attributes') ?? '';
  const names = header.split(',').map((name) => name.trim());
  if (names.every((name) => ATTRIBUTES.some((known) => known === name))) return new Set(names);
  throw invalidArgument('Invalid attribute name specified.', 'x-amz-object-attributes', header);
}

function attributeXml(name: Attribute, object: ObjectRecord, request: S3Request): string {
  switch (name) {
    case 'ETag':
      // Without the quotes, unlike everywhere else.
      return leaf('ETag', object.etag);
    case 'Checksum':
      return checksumXml(object);
    case 'ObjectParts':
      return partsXml(object, request);
    case 'StorageClass':
      return leaf('StorageClass', object.storageClass);
    case 'ObjectSize':
      return leaf('ObjectSize', object.size);
  }
}

function checksumXml({ checksum }: ObjectRecord): string {
  if (checksum === undefined) return '';
  // The number of parts behind a composite checksum isn't shown here.
  const value = checksum.value.replace(/-\d+$/, '');
  return branch(
    'Checksum',
    leaf(checksumElement(checksum.algorithm), value),
    leaf('ChecksumType', checksum.type),
  );
}

/** Only the number of parts is known of an upload without checksums; with them, each part is listed. */
function partsXml({ parts, checksum }: ObjectRecord, request: S3Request): string {
  if (parts === undefined) return '';
  const hasChecksums = checksum !== undefined && parts.every((part) => part.checksum !== undefined);
  if (!hasChecksums) return branch('ObjectParts', leaf('PartsCount', parts.length));
  const marker = Number(request.header('x-amz-part-number-marker') ?? 0) || 0;
  const maxParts = Math.min(Number(request.header('x-amz-max-parts') ?? LARGEST_PAGE), LARGEST_PAGE);
  const page = parts.slice(marker, marker + maxParts);
  return branch(
    'ObjectParts',
    leaf('IsTruncated', marker + page.length < parts.length),
    leaf('MaxParts', maxParts),
    leaf('NextPartNumberMarker', marker + page.length),
    leaf('PartNumberMarker', marker),
    ...page.map((part, i) =>
      branch(
        'Part',
        leaf('PartNumber', marker + i + 1),
        leaf('Size', part.size),
        leaf(checksumElement(checksum.algorithm), part.checksum),
      ),
    ),
    leaf('PartsCount', parts.length),
  );
}
