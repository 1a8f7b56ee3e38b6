import type { KeyEncoding, KeySpace, Run } from './key-space.ts';
import { escapeXml, renderCommonPrefix, renderKey } from './render-row.ts';

const MOST_KEYS = 1000;
const OPENING =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">';

/** Where a page begins and what is on it. */
interface Page {
  readonly runs: readonly Run[];
  readonly commonPrefixes: readonly string[];
  readonly entries: number;
  /** The index of the first key of the next page; absent on the last. */
  readonly next?: number;
  /** The last entry, for `NextMarker`. */
  readonly last?: string;
}

/**
 * The answer to ListObjectsV2 (`list-type=2`) or to ListObjects, as parts of one body. Unlike S3's, a continuation
 * token is readable (the number of the next key), and a delimiter is one character of ASCII.
 */
export function listPage(keys: KeySpace, bucket: string, query: URLSearchParams): Buffer[] {
  const isV2 = query.get('list-type') === '2';
  const text = (name: string) => query.get(name) ?? '';
  const encoding: KeyEncoding = query.get('encoding-type') === 'url' ? 'url' : 'plain';
  const token = query.get('continuation-token');
  const maxKeys = Math.min(MOST_KEYS, Number(query.get('max-keys') ?? MOST_KEYS));
  const after = isV2 ? text('start-after') : text('marker');
  const [prefix, delimiter] = [text('prefix'), text('delimiter')];
  const page = cutPage(keys, { prefix, delimiter, after, token, maxKeys });

  const element = (name: string, value: string | number) => `<${name}>${value}</${name}>`;
  const key = (value: string) => renderKey(value, encoding);
  const head = [
    OPENING,
    element('Name', escapeXml(bucket)),
    element('Prefix', key(prefix)),
    element('MaxKeys', maxKeys),
    delimiter === '' ? '' : element('Delimiter', key(delimiter)),
    encoding === 'url' ? element('EncodingType', 'url') : '',
    element('IsTruncated', String(page.next !== undefined)),
    isV2 ? v2Head(page, token, after, key) : v1Head(page, delimiter, after, key),
  ].join('');
  const folders = page.commonPrefixes.map((folder) => renderCommonPrefix(folder, encoding));
  return [
    Buffer.from(head),
    ...page.runs.map((run) => keys.rows(run, encoding)),
    Buffer.from(`${folders.join('')}</ListBucketResult>`),
  ];
}

function v2Head(page: Page, token: string | null, after: string, key: (value: string) => string): string {
  const given = token === null ? '' : `<ContinuationToken>${escapeXml(token)}</ContinuationToken>`;
  const next = page.next === undefined ? '' : `<NextContinuationToken>${page.next}</NextContinuationToken>`;
  const start = after === '' ? '' : `<StartAfter>${key(after)}</StartAfter>`;
  return `${given}${next}<KeyCount>${page.entries}</KeyCount>${start}`;
}

/** `NextMarker` is there only where a delimiter was given (S3 API reference, ListObjects). */
function v1Head(page: Page, delimiter: string, marker: string, key: (value: string) => string): string {
  const next =
    page.next === undefined || delimiter === '' ? '' : `<NextMarker>${key(page.last ?? '')}</NextMarker>`;
  return `<Marker>${key(marker)}</Marker>${next}`;
}

interface Cut {
  readonly prefix: string;
  readonly delimiter: string;
  /** Entries come after this. */
  readonly after: string;
  readonly token: string | null;
  readonly maxKeys: number;
}

function cutPage(keys: KeySpace, { prefix, delimiter, after, token, maxKeys }: Cut): Page {
  const prefixBytes = Buffer.from(prefix);
  const end = keys.pastPrefix(prefixBytes);
  const first = Math.max(keys.lowerBound(prefixBytes), startOf(keys, prefix, delimiter, after, token));
  if (delimiter === '') {
    const stop = Math.min(end, first + maxKeys);
    if (stop <= first) return { runs: [], commonPrefixes: [], entries: 0 };
    const runs = [{ from: first, end: stop }];
    return { runs, commonPrefixes: [], entries: stop - first, ...following(keys, stop, end) };
  }
  const runs: Run[] = [];
  const commonPrefixes: string[] = [];
  let at = first;
  let entries = 0;
  let last = '';
  for (let from = at; at < end && entries < maxKeys; from = at) {
    let folder: Buffer | undefined;
    while (at < end && entries < maxKeys && folder === undefined) {
      folder = keys.commonPrefix(at, prefixBytes.length, delimiter.charCodeAt(0));
      if (folder === undefined) at += 1;
      entries += 1;
    }
    if (at > from) {
      runs.push({ from, end: at });
      last = keys.key(at - 1).toString();
    }
    if (folder === undefined) continue;
    last = folder.toString();
    commonPrefixes.push(last);
    at = keys.pastPrefix(folder);
  }
  return { runs, commonPrefixes, entries, ...(at < end ? { next: at, last } : {}) };
}

function following(keys: KeySpace, stop: number, end: number): Pick<Page, 'next' | 'last'> {
  return stop < end ? { next: stop, last: keys.key(stop - 1).toString() } : {};
}

/** A token wins over `start-after`, as the API reference has it. A folder as marker has been seen as a whole. */
function startOf(
  keys: KeySpace,
  prefix: string,
  delimiter: string,
  after: string,
  token: string | null,
): number {
  if (token !== null) return Number(token);
  if (after === '') return 0;
  const bytes = Buffer.from(after);
  const isFolder =
    delimiter !== '' &&
    after.startsWith(prefix) &&
    after.indexOf(delimiter, prefix.length) === after.length - 1;
  if (isFolder) return keys.pastPrefix(bytes);
  const at = keys.lowerBound(bytes);
  return at < keys.count && keys.key(at).equals(bytes) ? at + 1 : at;
}
