import { malformedXml } from '../errors.ts';
import { childText, parseXml } from '../http/xml-reader.ts';
import { checksumElement } from '../payload/checksum.ts';
import { S3Error } from '../s3-error.ts';
import type { MultipartUpload, UploadedPart } from '../store/multipart-upload.ts';

/**
 * Matches the parts that a CompleteMultipartUpload names with those uploaded.
 * @param minPartSize of all but the last, in bytes
 * @throws S3Error MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall
 */
export function completedParts(body: string, upload: MultipartUpload, minPartSize: number): UploadedPart[] {
  const root = parseXml(body);
  const listed = root.children.filter(({ name }) => name === 'Part');
  if (root.name !== 'CompleteMultipartUpload' || listed.length === 0) throw malformedXml();
  let previous = 0;
  const parts = listed.map((element) => {
    const partNumber = Number(childText(element, 'PartNumber'));
    const etag = childText(element, 'ETag')?.replace(/^"|"$/g, '');
    if (!Number.isInteger(partNumber) || etag === undefined) throw malformedXml();
    if (partNumber <= previous) {
      throw new S3Error(
        'InvalidPartOrder',
        400,
        'The list of parts was not in ascending order. Parts must be ordered by part number.',
        { UploadId: upload.uploadId },
      );
    }
    previous = partNumber;
    const part = upload.parts.get(partNumber);
    if (part === undefined || part.etag !== etag) throw invalidPart(upload, partNumber, etag);
    const checksum = part.checksum && childText(element, checksumElement(part.checksum.algorithm));
    if (checksum !== undefined && checksum !== part.checksum?.value)
      throw invalidPart(upload, partNumber, etag);
    return part;
  });
  const small = parts.slice(0, -1).find((part) => part.content.size < minPartSize);
  if (small === undefined) return parts;
  throw new S3Error('EntityTooSmall', 400, 'Your proposed upload is smaller than the minimum allowed size', {
    ProposedSize: small.content.size,
    MinSizeAllowed: minPartSize,
    PartNumber: small.partNumber,
    ETag: small.etag,
  });
}

function invalidPart(upload: MultipartUpload, partNumber: number, etag: string): S3Error {
  return new S3Error(
    'InvalidPart',
    400,
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { UploadId: upload.uploadId, PartNumber: partNumber, ETag: etag },
  );
}
