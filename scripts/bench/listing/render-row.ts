import { hash } from 'node:crypto';
import { formEncodeKey } from '../../../e2e/stand-ins/s3/http/percent-encoding.ts';
import type { KeyEncoding } from './key-space.ts';
import type { SyntheticObject } from './key-shapes.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** One `<Contents>` as S3 writes it for ListObjectsV2 (the S3 API reference's sample answers). */
export function renderRow(object: SyntheticObject, encoding: KeyEncoding): string {
  const { key, size, modified, storageClass } = object;
  const etag = hash('md5', key);
  return (
    `<Contents><Key>${renderKey(key, encoding)}</Key>` +
    `<LastModified>${new Date(modified).toISOString()}</LastModified>` +
    `<ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size><StorageClass>${storageClass}</StorageClass></Contents>`
  );
}

export function renderCommonPrefix(prefix: string, encoding: KeyEncoding): string {
  return `<CommonPrefixes><Prefix>${renderKey(prefix, encoding)}</Prefix></CommonPrefixes>`;
}

export function renderKey(key: string, encoding: KeyEncoding): string {
  return encoding === 'url' ? formEncodeKey(key) : escapeXml(key);
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
