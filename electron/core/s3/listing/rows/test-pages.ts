/** Makes pages of ListObjectsV2 for tests. */
export interface TestObject {
  readonly key: string;
  readonly size?: number;
  /** Unix seconds. */
  readonly seconds?: number;
  readonly etag?: string;
  readonly storageClass?: string;
}

export interface TestPage {
  readonly objects?: readonly TestObject[];
  readonly folders?: readonly string[];
  readonly nextToken?: string;
}

/** The answer as S3 gives it to `encoding-type=url`. */
export function testPage({ objects = [], folders = [], nextToken }: TestPage): Uint8Array<ArrayBuffer> {
  const contents = objects.map(
    ({ key, size = 0, seconds = 1_700_000_000, etag = '"e"', storageClass }) =>
      `<Contents><Key>${encodeURIComponent(key)}</Key>` +
      `<LastModified>${new Date(seconds * 1000).toISOString()}</LastModified><ETag>${etag}</ETag>` +
      `<Size>${size}</Size>${storageClass === undefined ? '' : `<StorageClass>${storageClass}</StorageClass>`}</Contents>`,
  );
  const prefixes = folders.map(
    (folder) => `<CommonPrefixes><Prefix>${encodeURIComponent(folder)}</Prefix></CommonPrefixes>`,
  );
  const next = nextToken === undefined ? '' : `<NextContinuationToken>${nextToken}</NextContinuationToken>`;
  const xml =
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult><EncodingType>url</EncodingType>` +
    `<IsTruncated>${String(nextToken !== undefined)}</IsTruncated>${next}${contents.join('')}${prefixes.join('')}</ListBucketResult>`;
  return new TextEncoder().encode(xml);
}

/** In the order of UTF-8 bytes, as S3 lists. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
