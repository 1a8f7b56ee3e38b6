/** Reads a page of ListObjectsV2 the slow way, with an XML library, for comparison in tests. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface ReferencePage {
  readonly objects: readonly (readonly [
    key: string,
    size: number,
    seconds: number | undefined,
    storageClass: string | undefined,
  ])[];
  readonly folders: readonly string[];
  readonly isTruncated: boolean;
  readonly nextToken: string | undefined;
}

type Node = Readonly<Record<string, unknown>>;

// References are resolved below: the library drops those to control characters, which S3's keys may hold.
const parser = new XMLParser({
  preserveOrder: true,
  cdataPropName: '#cdata',
  processEntities: false,
  parseTagValue: false,
  trimValues: false,
});

/** @returns Undefined for what isn't a sound page */
export function readByReference(body: Uint8Array): ReferencePage | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    // The validator is strict about declarations, in which nothing of the page is said.
    const xml = text.replace(/^\s*<\?.*?\?>/s, '');
    const said = XMLValidator.validate(xml);
    if (said !== true && !said.err.msg.endsWith('is repeated.')) return undefined; // an attribute; none is read
    const roots = (parser.parse(xml) as Node[]).filter((node) => 'ListBucketResult' in node);
    return page(childrenOf(roots[0] ?? {}, 'ListBucketResult'));
  } catch {
    return undefined;
  }
}

function page(nodes: readonly Node[]): ReferencePage {
  const isUrl = maybe(nodes, 'EncodingType')?.trim() === 'url';
  const key = (text: string) => (isUrl ? urlDecoded(text) : text);
  const isTruncated = one(nodes, 'IsTruncated').trim();
  if (isTruncated !== 'true' && isTruncated !== 'false') throw new Error('IsTruncated');
  return {
    objects: all(nodes, 'Contents').map((object) => {
      const modified = maybe(object, 'LastModified');
      const size = one(object, 'Size').trim();
      if (!/^\d+$/.test(size) || !Number.isSafeInteger(Number(size))) throw new Error('Size');
      const storageClass = maybe(object, 'StorageClass');
      return [
        key(filled(one(object, 'Key'))),
        Number(size),
        modified === undefined ? undefined : seconds(modified),
        storageClass === '' ? undefined : storageClass,
      ];
    }),
    folders: all(nodes, 'CommonPrefixes').map((prefixes) => key(filled(one(prefixes, 'Prefix')))),
    isTruncated: isTruncated === 'true',
    nextToken: maybe(nodes, 'NextContinuationToken') || undefined,
  };
}

function filled(text: string): string {
  if (text === '') throw new Error('empty');
  return text;
}

function seconds(text: string): number {
  const parts = /^\s*(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)\s*$/.exec(text);
  const value = Date.parse(`${parts?.[1]}${parts?.[2]}`) / 1000;
  const isRealDay = new Date(Date.parse(`${parts?.[1]}Z`)).toISOString().startsWith(parts?.[1] ?? '-');
  if (!isRealDay || !(value >= 0 && value < 0xffff_ffff)) throw new Error('LastModified');
  return value;
}

function all(nodes: readonly Node[], name: string): readonly (readonly Node[])[] {
  return nodes.filter((node) => name in node).map((node) => childrenOf(node, name));
}

function maybe(nodes: readonly Node[], name: string): string | undefined {
  const found = all(nodes, name);
  if (found.length > 1) throw new Error(name);
  return found[0]?.map(textOf).join('');
}

function one(nodes: readonly Node[], name: string): string {
  const text = maybe(nodes, name);
  if (text === undefined) throw new Error(name);
  return text;
}

function childrenOf(node: Node, name: string): readonly Node[] {
  const children = node[name];
  if (!Array.isArray(children)) throw new Error(name);
  return children as Node[];
}

function textOf(node: Node): string {
  if ('#text' in node) return resolved(String(node['#text']));
  if ('#cdata' in node)
    return childrenOf(node, '#cdata')
      .map((part) => String(part['#text']))
      .join('');
  if (Object.keys(node).some((name) => name.startsWith('?'))) return '';
  throw new Error('An element where text should be');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(text: string): string {
  return text.replaceAll(/&([^;]*);/g, (_, name: string) => {
    const [, decimal, hex] = /^#(?:(\d+)|x([0-9a-fA-F]+))$/.exec(name) ?? [];
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    const named = NAMED[name];
    if (named === undefined) throw new Error(name);
    return named;
  });
}

function urlDecoded(text: string): string {
  const bytes = Buffer.from(text).toString('latin1').replaceAll('+', ' ');
  const decoded = bytes.replaceAll(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(decoded, 'latin1').toString('utf8');
}
