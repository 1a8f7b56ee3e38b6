import type { RowTextForm } from '../../../../../shared/listing.ts';
import type { RowStoreSpec } from '../row-store.ts';
import { lsFolderLine, lsObjectLine } from './ls-line.ts';
import { NO_TIME } from './page-entries.ts';
import type { RowColumns } from './row-columns.ts';

/** What crosses the bridge in one piece has its limits, so a text ends here; in bytes, as JSON. */
const MOST_BYTES = 7_000_000;

/**
 * Rows as text, one a line, each with a line feed behind it. Keys are written as they are in every form but `url`, since
 * a changed key would be another key; so a key that holds a line break takes two lines there.
 * @returns How many of the rows were written, and whether there were more than there was room for
 */
export function rowText(
  spec: RowStoreSpec,
  columns: RowColumns,
  ids: Iterable<number>,
  form: RowTextForm,
): { text: string; rows: number; more: boolean } {
  const lines: string[] = [];
  let bytes = 0;
  for (const id of ids) {
    const line = `${rowLine(spec, columns, id, form)}\n`;
    bytes += jsonBytes(line);
    if (bytes > MOST_BYTES) return { text: lines.join(''), rows: lines.length, more: true };
    lines.push(line);
  }
  return { text: lines.join(''), rows: lines.length, more: false };
}

function rowLine(spec: RowStoreSpec, columns: RowColumns, id: number, form: RowTextForm): string {
  const key = spec.prefix + columns.name(id);
  if (form === 'key') return key;
  if (form === 'uri') return `s3://${spec.bucket}/${key}`;
  if (form === 'url') return `${spec.baseUrl}/${encodeKey(key)}`;
  if (form === 'arn') return objectArn(spec, key);
  if (columns.isFolder(id)) return lsFolderLine(key);
  const modified = columns.modified(id);
  // A search goes through all levels, as `--recursive` does, which prints whole keys; else only the last part is named.
  const name = spec.criteria === undefined ? (key.split('/').at(-1) ?? '') : key;
  return lsObjectLine(name, columns.size(id), modified === NO_TIME ? undefined : modified * 1000);
}

/** Objects behind an access point have ARNs of their own. (S3 user guide, "Access points", resource ARN formats.) */
function objectArn({ bucket, partition }: RowStoreSpec, key: string): string {
  return bucket.startsWith('arn:') ? `${bucket}/object/${key}` : `arn:${partition}:s3:::${bucket}/${key}`;
}

/** Percent-encodes all but the unreserved characters of RFC 3986 and slashes. */
function encodeKey(key: string): string {
  return encodeURIComponent(key.toWellFormed())
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function jsonBytes(line: string): number {
  // oxlint-disable-next-line no-control-regex -- control characters are what takes six bytes in JSON
  const escapes = line.match(/[\0-\x1f"\\]/g)?.length ?? 0;
  return Buffer.byteLength(line) + escapes * 5;
}
