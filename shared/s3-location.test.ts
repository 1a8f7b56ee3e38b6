import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderOf, formatLocation, parentFolder, parseLocation } from './s3-location.ts';

const POINT = 'arn:aws:s3:us-west-2:123456789012:accesspoint/my-ap';
const CN_POINT = 'arn:aws-cn:s3:cn-north-1:123456789012:accesspoint/my-ap';

describe('parseLocation', () => {
  it.each([
    ['s3://invoices', { bucket: 'invoices', key: '' }],
    ['  S3://invoices/ ', { bucket: 'invoices', key: ' ' }],
    ['s3a://invoices/2026/', { bucket: 'invoices', key: '2026/' }],
    ['s3://invoices//a/../b?c#d %20+é', { bucket: 'invoices', key: '/a/../b?c#d %20+é' }],
    ['invoices/2026/11/', { bucket: 'invoices', key: '2026/11/' }],
    ['invoices ', { bucket: 'invoices', key: '' }],
    ['arn:aws:s3:::invoices', { bucket: 'invoices', key: '' }],
    ['arn:aws-us-gov:s3:::invoices/a/b:c', { bucket: 'invoices', key: 'a/b:c' }],
    [POINT, { bucket: POINT, key: '', region: 'us-west-2' }],
    [`${POINT}/object/a/b`, { bucket: POINT, key: 'a/b', region: 'us-west-2' }],
    [`s3://${POINT}/object/a`, { bucket: POINT, key: 'object/a', region: 'us-west-2' }],
    [
      'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap',
      { bucket: 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap', key: '' },
    ],
    ['my-ap-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias', {}],
  ])('understands %s', (text, location) => {
    expect(parseLocation(text)).toMatchObject(location);
    expect(parseLocation(text)).toBeDefined();
  });

  const eu = { bucket: 'my.invoices', key: 'a b/c', region: 'eu-west-1' };
  it.each([
    ['https://my.invoices.s3.eu-west-1.amazonaws.com/a%20b/c', eu],
    ['https://s3.eu-west-1.amazonaws.com/my.invoices/a%20b/c', eu],
    ['https://s3-eu-west-1.amazonaws.com/my.invoices/a%20b/c', eu],
    ['https://my.invoices.s3-eu-west-1.amazonaws.com/a%20b/c', eu],
    ['https://my.invoices.s3.dualstack.eu-west-1.amazonaws.com/a%20b/c', eu],
    ['https://s3.dualstack.eu-west-1.amazonaws.com:443/my.invoices/a%20b/c', eu],
    ['http://my.invoices.s3-website-eu-west-1.amazonaws.com/a%20b/c', eu],
    ['http://my.invoices.s3-website.eu-west-1.amazonaws.com/a%20b/c', eu],
    ['https://my.s3.data.s3.amazonaws.com/', { bucket: 'my.s3.data', key: '' }],
    ['https://s3.amazonaws.com/invoices', { bucket: 'invoices', key: '' }],
    ['https://invoices.s3-accelerate.amazonaws.com/a', { bucket: 'invoices', key: 'a' }],
    ['https://invoices.s3-accelerate.dualstack.amazonaws.com/a', { bucket: 'invoices', key: 'a' }],
    ['https://invoices.s3-fips.us-gov-west-1.amazonaws.com/a', { key: 'a', region: 'us-gov-west-1' }],
    ['https://invoices.s3.cn-north-1.amazonaws.com.cn/a', { key: 'a', region: 'cn-north-1' }],
    ['https://invoices.s3.eusc-de-east-1.amazonaws.eu/a', { key: 'a', region: 'eusc-de-east-1' }],
    ['https://my-ap-123456789012.s3-accesspoint.us-west-2.amazonaws.com/a', { bucket: POINT, key: 'a' }],
    [
      'https://my-ap-123456789012.s3-accesspoint.dualstack.cn-north-1.amazonaws.com.cn/a',
      { bucket: CN_POINT, key: 'a' },
    ],
    ['https://invoices.s3.amazonaws.com//a/../b', { bucket: 'invoices', key: '/a/../b' }],
    ['https://invoices.s3.amazonaws.com/a?versionId=3%2FL4', { key: 'a', versionId: '3/L4' }],
  ])('understands the address %s', (text, location) => {
    expect(parseLocation(text)).toMatchObject(location);
  });

  it.each([
    ['https://s3.console.aws.amazon.com/s3/buckets/invoices?region=eu-west-1&prefix=a%20b/&tab=objects', {}],
    ['https://eu-west-1.console.aws.amazon.com/s3/buckets/invoices?prefix=a%20b/', {}],
    ['https://123456789012-ab12cd34.eu-west-1.console.aws.amazon.com/s3/buckets/invoices?prefix=a+b/', {}],
    ['https://s3.console.aws.amazon.com/s3/buckets/invoices/a%20b/?region=eu-west-1', {}],
    ['https://console.aws.amazon.com/s3/object/invoices?region=eu-west-1&prefix=a+b/', {}],
    [
      'https://console.amazonaws-us-gov.com/s3/buckets/invoices?prefix=a+b/&region=us-gov-east-1',
      { region: 'us-gov-east-1' },
    ],
    [
      'https://cn-north-1.console.amazonaws.cn/s3/object/invoices?prefix=a+b/&versionId=v1',
      { region: 'cn-north-1', versionId: 'v1' },
    ],
  ])('understands the console’s %s', (text, more) => {
    expect(parseLocation(text)).toEqual({ bucket: 'invoices', key: 'a b/', region: 'eu-west-1', ...more });
  });

  it('understands an access point in the console', () => {
    const text = 'https://us-west-2.console.aws.amazon.com/s3/ap/123456789012/my-ap?prefix=a/';
    expect(parseLocation(text)).toEqual({ bucket: POINT, key: 'a/', region: 'us-west-2' });
  });

  it('keeps nothing that signs an address', () => {
    const signed =
      'https://invoices.s3.eu-west-1.amazonaws.com/a?X-Amz-Credential=AKIA%2F20260101&X-Amz-Security-Token=T0ken&X-Amz-Signature=5ec';
    expect(parseLocation(signed)).toEqual({ bucket: 'invoices', key: 'a', region: 'eu-west-1' });
  });

  it.each([
    '',
    '   ',
    's3://',
    's3:///key',
    's3://ab',
    'ab/c',
    'not a bucket/key',
    'ftp://invoices/key',
    'https://example.com/invoices/key',
    'https://s3.amazonaws.com/',
    'https://evil-amazonaws.com/invoices',
    'https://invoices.s3.amazonaws.com.evil.example/a',
    'https://user:pass@invoices.s3.amazonaws.com/a',
    'https://invoices.s3.amazonaws.com/%E0%A4%A',
    'https://console.aws.amazon.com/s3/buckets',
    'https://console.aws.amazon.com.evil.example/s3/buckets/invoices',
    'https://eu-west-1.console.aws.amazon.com/ec2/home',
    'arn:aws:iam::123456789012:role/x',
    'arn:aws:s3:us-west-2:123456789012:job/1',
  ])('refuses %j', (text) => {
    expect(parseLocation(text)).toBeUndefined();
  });

  const bucket = fc.constantFrom('invoices', 'a.b-c', 'My_Old.Bucket', POINT);
  const key = fc.string({ unit: 'binary', maxLength: 60 });

  it('reads back every key from a URI, whatever is in it', () => {
    fc.assert(
      fc.property(bucket, key, (name, text) => {
        const back = parseLocation(formatLocation({ bucket: name, key: text }));
        expect(back).toMatchObject({ bucket: name, key: text });
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads back every key from a percent-encoded address', () => {
    const encode = (text: string) => text.split('/').map(encodeURIComponent).join('/');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.boolean(), (text, hosted) => {
        const path = hosted
          ? `invoices.s3.eu-west-1.amazonaws.com/${encode(text)}`
          : `s3.eu-west-1.amazonaws.com/invoices/${encode(text)}`;
        expect(parseLocation(`https://${path}`)).toEqual({
          bucket: 'invoices',
          key: text,
          region: 'eu-west-1',
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers to anything, and takes time in proportion', () => {
    const piece = fc.constantFrom(
      's3://',
      'https://',
      'arn:aws:s3:',
      's3.',
      's3-',
      'a.',
      '-',
      'amazonaws.com',
      '/',
      '?',
      '%',
      'prefix=',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const location = parseLocation(pieces.join(''));
        if (location !== undefined) expect(location.bucket).not.toBe('');
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('folders', () => {
  it.each([
    ['a/b/c', 'a/b/'],
    ['a/b/', 'a/b/'],
    ['a', ''],
    ['/', '/'],
  ])('of %s is %s', (path, folder) => {
    expect(folderOf(path)).toBe(folder);
  });
  it.each([
    ['a/b/', 'a/'],
    ['a/', ''],
    ['a//', 'a/'],
    ['/', ''],
    ['', undefined],
  ])('above %s is %s', (prefix, parent) => {
    expect(parentFolder(prefix)).toBe(parent);
  });
});
