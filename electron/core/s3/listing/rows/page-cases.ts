/** Pages for property tests: anything that S3 and its like may answer, and what may become of that on the way. */
import fc from 'fast-check';

export interface PageObject {
  readonly key: string;
  readonly size: number;
  readonly seconds: number;
  readonly etag: string;
  readonly storageClass: string | undefined;
}

export interface PageCase {
  readonly objects: readonly PageObject[];
  readonly folders: readonly string[];
  readonly isTruncated: boolean;
  readonly nextToken: string | undefined;
  readonly xml: string;
}

const PIECES = [
  'a',
  'B',
  ' ',
  '//',
  '/',
  '../',
  '&',
  '<',
  '>',
  '"',
  "'",
  '%',
  '%41',
  '+',
  ']]>',
  '&amp;',
  '\r',
  '\r\n',
];
const MORE_PIECES = [
  '\n',
  '\t',
  '\0',
  '\u0001',
  '\u001f',
  '\u007f',
  '\u0085',
  'é',
  '日本',
  '😀',
  '\u{10ffff}',
  '-->',
  '#',
];

/** At most 1,024 bytes; never empty. */
export const anyKey = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.constantFrom(...PIECES, ...MORE_PIECES), { minLength: 1, maxLength: 8 }),
    },
    {
      weight: 2,
      arbitrary: fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 2 }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('x'.repeat(1024), '😀'.repeat(256), '/'.repeat(1024)).map((key) => [key]),
    },
  )
  .map((pieces) => pieces.join(''))
  .filter((key) => key !== '' && Buffer.byteLength(key) <= 1024);

const anyObject: fc.Arbitrary<PageObject> = fc.record({
  key: anyKey,
  size: fc.oneof(fc.nat(), fc.maxSafeNat()),
  seconds: fc.integer({ min: 0, max: 4_102_444_800 }),
  etag: fc.constantFrom('"d41d8cd98f00b204e9800998ecf8427e"', '"00-2"', ''),
  storageClass: fc.constantFrom('STANDARD', 'GLACIER', 'INTELLIGENT_TIERING', undefined),
});

/** How one page is written: everything that XML leaves open, by a stream of small numbers. */
class Writer {
  readonly #choices: readonly number[];
  #at = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  pick<Value>(...values: readonly [Value, ...Value[]]): Value {
    const choice = this.#choices[this.#at++ % this.#choices.length] ?? 0;
    return values[choice % values.length] ?? values[0];
  }

  escaped(text: string): string {
    if (text !== '' && !/[\r\0]|\]\]>/.test(text) && this.pick(false, false, false, true))
      return `<![CDATA[${text}]]>`;
    // oxlint-disable-next-line no-control-regex -- control characters are the point
    const plain = text.replaceAll(/[&<>\u0000-\u001f\u007f-\u009f]/g, (character) =>
      this.reference(character),
    );
    return this.pick(false, false, false, true) ? `${plain}<!-- <Key>no</Key> & -->` : plain;
  }

  reference(character: string): string {
    const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[character];
    const code = character.charCodeAt(0);
    return this.pick(named ?? `&#${code};`, `&#x${code.toString(16)};`, `&#${code};`);
  }

  urlEncoded(text: string): string {
    const encoded = encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', this.pick('+', '%20'));
    return encoded.replaceAll(/%[0-9A-F]{2}/g, (code) => this.pick(code, code, code.toLowerCase()));
  }

  space(): string {
    return this.pick('', '', '\n  ', '\r\n', '<!-- a comment > -->');
  }

  tag(name: string, text: string): string {
    return `${this.space()}<${name}${this.pick('', '', ' ', ' a="1>2"', " b = 'x' ")}>${text}</${name}${this.pick('', '', ' ')}>`;
  }

  shuffled(parts: readonly string[]): string {
    return parts
      .map((part) => ({ part, rank: this.pick(0, 1, 2, 3, 4, 5, 6) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ part }) => part)
      .join('');
  }
}

const ASIDES = [
  '',
  '',
  '<Owner><ID>1</ID><DisplayName>&lt;x</DisplayName><Key>decoy</Key></Owner>',
  '<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm>',
  '<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress><Size>9</Size><A><B/></A></RestoreStatus>',
] as const;

function written(page: Omit<PageCase, 'xml'>, encoding: 'url' | 'none', choices: readonly number[]): string {
  const w = new Writer(choices);
  const key = (text: string) => w.escaped(encoding === 'url' ? w.urlEncoded(text) : text);
  const objects = page.objects.map((object) => {
    const iso = new Date(object.seconds * 1000).toISOString();
    const time = w.pick(iso, iso.replace('.000', ''), iso.replace('.000Z', '.999+00:00'));
    const { storageClass } = object;
    return w.tag(
      'Contents',
      w.shuffled([
        w.tag('Key', key(object.key)),
        w.tag('LastModified', time),
        w.tag('ETag', w.escaped(object.etag)),
        w.tag('Size', String(object.size)),
        storageClass === undefined ? '' : w.tag('StorageClass', storageClass),
        w.pick(...ASIDES),
      ]) + w.space(),
    );
  });
  const folders = page.folders.map((folder) =>
    w.tag('CommonPrefixes', w.tag('Prefix', key(folder)) + w.space()),
  );
  const facts = w.shuffled([
    w.tag('Name', 'b'),
    w.pick('<Prefix/>', '<Prefix></Prefix>', ''),
    w.tag('IsTruncated', String(page.isTruncated)),
    page.nextToken === undefined ? '' : w.tag('NextContinuationToken', w.escaped(page.nextToken)),
    encoding === 'url' ? w.tag('EncodingType', 'url') : '',
  ]);
  const body = w.pick(
    facts + objects.join('') + folders.join(''),
    folders.join('') + objects.join('') + facts,
  );
  const declaration = w.pick('<?xml version="1.0" encoding="UTF-8"?>\n', '', '\ufeff<?xml version="1.0"?>');
  const root = w.pick('', ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"');
  return `${declaration}<ListBucketResult${root}>${body}${w.space()}</ListBucketResult>`;
}

export const anyPage: fc.Arbitrary<PageCase> = fc
  .record({
    objects: fc.array(anyObject, { maxLength: 4 }),
    folders: fc.array(
      anyKey.map((key) => `${key}/`),
      { maxLength: 3 },
    ),
    isTruncated: fc.boolean(),
    nextToken: fc.option(
      fc.string({ minLength: 1 }).filter((token) => !token.includes('\r')),
      { nil: undefined },
    ),
    encoding: fc.constantFrom('url' as const, 'none' as const),
    choices: fc.array(fc.nat(210), { minLength: 40, maxLength: 40 }),
  })
  .map(({ encoding, choices, ...page }) => ({ ...page, xml: written(page, encoding, choices) }));

const anyDamage = fc.record({
  kind: fc.constantFrom('set', 'cut', 'remove', 'repeat', 'insert'),
  at: fc.noBias(fc.nat(99_999)).map((part) => part / 100_000),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 3 }),
    fc
      .constantFrom(
        '<',
        '>',
        '&',
        '/',
        ';',
        '"',
        ']]>',
        '<!--',
        '<Key>',
        '</Key>',
        '<Contents>',
        '</Contents>',
        '\r',
      )
      .map((text) => new Uint8Array(Buffer.from(text))),
  ),
});

/** A page's bytes with up to three damages. */
export const damagedPage: fc.Arbitrary<Uint8Array> = fc
  .tuple(anyPage, fc.array(anyDamage, { minLength: 1, maxLength: 3 }))
  .map(([{ xml }, damages]) => {
    let bytes = Buffer.from(xml);
    for (const { kind, at, length, bytes: other } of damages) {
      const from = Math.floor(at * bytes.length);
      const [before, middle, after] = [
        bytes.subarray(0, from),
        bytes.subarray(from, from + length),
        bytes.subarray(from + length),
      ];
      if (kind === 'cut') bytes = before;
      else if (kind === 'remove') bytes = Buffer.concat([before, after]);
      else if (kind === 'repeat') bytes = Buffer.concat([before, middle, middle, after]);
      else if (kind === 'insert') bytes = Buffer.concat([before, other, middle, after]);
      else bytes = Buffer.concat([before, other, bytes.subarray(from + other.length)]);
    }
    return new Uint8Array(bytes);
  });
