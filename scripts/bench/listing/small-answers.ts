import { escapeXml } from './render-row.ts';

const OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
export const REGION = 'eu-west-1';

/** ListBuckets, on one page. */
export function listBuckets(names: readonly string[]): string {
  const buckets = names.map(
    (name) =>
      `<Bucket><Name>${name}</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate>` +
      `<BucketRegion>${REGION}</BucketRegion></Bucket>`,
  );
  return (
    `${OPENING}<ListAllMyBucketsResult ${NAMESPACE}><Owner><ID>bench</ID></Owner>` +
    `<Buckets>${buckets.join('')}</Buckets></ListAllMyBucketsResult>`
  );
}

export function bucketLocation(): string {
  return `${OPENING}<LocationConstraint ${NAMESPACE}>${REGION}</LocationConstraint>`;
}

export function errorAnswer(code: string, message: string): string {
  return `${OPENING}<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
}
