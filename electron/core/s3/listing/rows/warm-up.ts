import { StoredListing } from './stored-listing.ts';

const KEYS = 250;
const ROUNDS = 4;

/**
 * Reads a made-up page a few times and asks for rows of it, so that the code for it is compiled before the first real
 * page comes: the first rows are what a person waits for.
 */
export function warmUp(): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const listing = new StoredListing({
      bucket: 'warm-up',
      partition: 'aws',
      baseUrl: 'https://localhost',
      prefix: 'a/',
      keep: 'rows',
      ordered: true,
    });
    listing.add(1, madeUpPage(), {});
    listing.rows({ sort: { column: 'name', direction: 'ascending' }, filter: '' }, 0, KEYS);
    listing.release();
  }
}

function madeUpPage(): Uint8Array<ArrayBuffer> {
  const contents = Array.from(
    { length: KEYS },
    (_, index) =>
      `<Contents><Key>a/part-${String(index).padStart(5, '0')}%20.csv</Key>` +
      '<LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>&quot;0123456789abcdef&quot;</ETag>' +
      `<Size>${index}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  return new TextEncoder().encode(
    '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>warm-up</Name><Prefix>a/</Prefix>' +
      `<KeyCount>${KEYS}</KeyCount><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType>` +
      `<IsTruncated>false</IsTruncated>${contents.join('')}` +
      '<CommonPrefixes><Prefix>a/z/</Prefix></CommonPrefixes></ListBucketResult>',
  );
}
