import { isUtf8 } from 'node:buffer';
import { fromUtf8 } from './byte-compare.ts';
import { fnv1a, time, wholeNumber } from './element-values.ts';
import { NO_TIME, PageEntries } from './page-entries.ts';
import { percentDecode } from './percent-decoding.ts';
import { NO_CLASS, type StorageClassCodes } from './storage-class-codes.ts';
import { type PageFault, XmlFault, malformed } from './xml-fault.ts';
import { XmlReader } from './xml-reader.ts';

const ROOT = ascii('ListBucketResult');
const CONTENTS = ascii('Contents');
const COMMON_PREFIXES = ascii('CommonPrefixes');
const PREFIX = ascii('Prefix');
const KEY = ascii('Key');
const LAST_MODIFIED = ascii('LastModified');
const ETAG = ascii('ETag');
const SIZE = ascii('Size');
const STORAGE_CLASS = ascii('StorageClass');
const IS_TRUNCATED = ascii('IsTruncated');
const NEXT_TOKEN = ascii('NextContinuationToken');
const ENCODING_TYPE = ascii('EncodingType');

/** Of what a page said beside its entries. */
export interface PageFacts {
  readonly isTruncated: boolean;
  readonly nextToken: string | undefined;
}

/**
 * Reads answers of ListObjectsV2 from their bytes, straight into columns. Takes only what is whole: every tag closed, one
 * key, size and sound date per object, `IsTruncated` said once. Elements may come in any order and others are passed over.
 */
export class PageScanner {
  readonly entries = new PageEntries();
  readonly #classes: StorageClassCodes;
  #reader = new XmlReader(new Uint8Array(0));
  /** Where the next key goes in the entries' text. */
  #to = 0;

  constructor(classes: StorageClassCodes) {
    this.#classes = classes;
  }

  /** Fills {@link entries}; they count only where no fault is answered. */
  scan(body: Uint8Array): PageFacts | PageFault {
    this.#reader = new XmlReader(body);
    this.#to = 0;
    this.entries.reset(body.length);
    try {
      if (!this.#openRoot()) return 'not-a-listing';
      const facts = this.#root();
      this.#reader.finish();
      return isUtf8(body) ? facts : 'malformed';
    } catch (fault) {
      if (fault instanceof XmlFault) return fault.reason;
      throw fault;
    } finally {
      this.#reader = new XmlReader(new Uint8Array(0)); // a page's bytes are not kept alive
    }
  }

  #openRoot(): boolean {
    const reader = this.#reader;
    try {
      return reader.nextTag('blank') === 'start' && reader.nameIs(ROOT);
    } catch (fault) {
      // Text, a document type, or a tag of another name that was cut off.
      if (!(fault instanceof XmlFault) || fault.reason === 'malformed' || !reader.mayBecome(ROOT))
        return false;
      throw fault;
    }
  }

  #root(): PageFacts {
    const reader = this.#reader;
    let isTruncated: boolean | undefined;
    let nextToken: string | undefined;
    let encoding: string | undefined;
    if (reader.isEmpty) throw malformed();
    const { nameFrom, nameTo } = reader;
    while (reader.nextTag('blank') === 'start') {
      if (reader.nameIs(CONTENTS)) this.#contents();
      else if (reader.nameIs(COMMON_PREFIXES)) this.#commonPrefixes();
      else if (reader.nameIs(IS_TRUNCATED)) {
        const said = this.#string().trim();
        if (isTruncated !== undefined || (said !== 'true' && said !== 'false')) throw malformed();
        isTruncated = said === 'true';
      } else if (reader.nameIs(NEXT_TOKEN)) {
        if (nextToken !== undefined) throw malformed();
        nextToken = this.#string();
      } else if (reader.nameIs(ENCODING_TYPE)) {
        if (encoding !== undefined) throw malformed();
        encoding = this.#string().trim();
      } else reader.skip();
    }
    reader.closeTag(nameFrom, nameTo);
    if (isTruncated === undefined) throw malformed();
    if (encoding === 'url') this.#decodeKeys();
    return { isTruncated, nextToken: nextToken === '' ? undefined : nextToken };
  }

  #contents(): void {
    const reader = this.#reader;
    const { entries } = this;
    if (reader.isEmpty) throw malformed();
    const { nameFrom, nameTo } = reader;
    const entry = entries.add();
    entries.isFolder[entry] = 0;
    let size: number | undefined;
    let modified: number | undefined;
    let storageClass: number | undefined;
    let etagHash: number | undefined;
    let hasKey = false;
    while (reader.nextTag('blank') === 'start') {
      if (reader.nameIs(KEY)) {
        if (hasKey) throw malformed();
        hasKey = true;
        this.#key(entry);
      } else if (reader.nameIs(SIZE)) {
        if (size !== undefined) throw malformed();
        size = this.#wholeNumber();
      } else if (reader.nameIs(LAST_MODIFIED)) {
        if (modified !== undefined) throw malformed();
        modified = this.#time();
      } else if (reader.nameIs(ETAG)) {
        if (etagHash !== undefined) throw malformed();
        etagHash = fnv1a(entries.text, this.#to, reader.text(entries.text, this.#to));
      } else if (reader.nameIs(STORAGE_CLASS)) {
        if (storageClass !== undefined) throw malformed();
        const to = reader.text(entries.text, this.#to);
        storageClass = this.#classes.codeOf(entries.text, this.#to, to);
      } else reader.skip();
    }
    reader.closeTag(nameFrom, nameTo);
    if (!hasKey || size === undefined) throw malformed();
    entries.size[entry] = size;
    entries.modified[entry] = modified ?? NO_TIME;
    entries.storageClass[entry] = storageClass ?? NO_CLASS;
    entries.etagHash[entry] = etagHash ?? 0;
  }

  #commonPrefixes(): void {
    const reader = this.#reader;
    const { entries } = this;
    if (reader.isEmpty) throw malformed();
    const { nameFrom, nameTo } = reader;
    const entry = entries.add();
    entries.isFolder[entry] = 1;
    entries.size[entry] = 0;
    entries.modified[entry] = NO_TIME;
    entries.storageClass[entry] = NO_CLASS;
    entries.etagHash[entry] = 0;
    let hasPrefix = false;
    while (reader.nextTag('blank') === 'start') {
      if (reader.nameIs(PREFIX)) {
        if (hasPrefix) throw malformed();
        hasPrefix = true;
        this.#key(entry);
      } else reader.skip();
    }
    reader.closeTag(nameFrom, nameTo);
    if (!hasPrefix) throw malformed();
  }

  #key(entry: number): void {
    const from = this.#to;
    const to = this.#reader.text(this.entries.text, from);
    if (to === from) throw malformed();
    this.entries.keyFrom[entry] = from;
    this.entries.keyTo[entry] = to;
    this.#to = to;
  }

  #decodeKeys(): void {
    const { text, keyFrom, keyTo, count } = this.entries;
    for (let i = 0; i < count; i++) keyTo[i] = percentDecode(text, keyFrom[i] ?? 0, keyTo[i] ?? 0);
  }

  #string(): string {
    const { text } = this.entries;
    return fromUtf8(text, this.#to, this.#reader.text(text, this.#to));
  }

  #wholeNumber(): number {
    const { text } = this.entries;
    return wholeNumber(text, this.#to, this.#reader.text(text, this.#to));
  }

  #time(): number {
    const { text } = this.entries;
    return time(text, this.#to, this.#reader.text(text, this.#to));
  }
}

export function hasFault(facts: PageFacts | PageFault): facts is PageFault {
  return typeof facts === 'string';
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
