import { describe, expect, it } from 'vitest';
import { brokenBucketNameRule, isBucketName, parseBucketInput } from './bucket-name.ts';

describe('isBucketName', () => {
  it.each(['abc', 'a-b.c9', '0'.repeat(63), 'My_Old.Bucket'])('accepts %s', (name) => {
    expect(isBucketName(name)).toBe(true);
  });
  it.each(['ab', 'a'.repeat(64), '-abc', 'abc-', 'a..b', '192.168.0.1', 'a b c', 'bücket', 'a/b', ''])(
    'refuses %j',
    (name) => {
      expect(isBucketName(name)).toBe(false);
    },
  );
});

describe('parseBucketInput', () => {
  it.each([
    ['  invoices ', 'invoices'],
    ['s3://invoices', 'invoices'],
    ['S3://invoices/2026/11/', 'invoices'],
    ['arn:aws:s3:::invoices', 'invoices'],
    ['arn:aws-us-gov:s3:::invoices/key', 'invoices'],
  ])('finds the bucket in %j', (text, bucket) => {
    expect(parseBucketInput(text)).toBe(bucket);
  });
  it.each(['', 's3://', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/x', 'https://example.com'])(
    'finds none in %j',
    (text) => {
      expect(parseBucketInput(text)).toBeUndefined();
    },
  );
});

describe('brokenBucketNameRule', () => {
  it.each(['abc', 'a-b.c9', '0'.repeat(63), 'log-1.2.3', '1.2.3.4.5', 'x-s3', 'my-xn--bucket'])(
    'finds nothing wrong with %s',
    (name) => {
      expect(brokenBucketNameRule(name)).toBeUndefined();
      expect(isBucketName(name)).toBe(true);
    },
  );
  it.each([
    ['', 'length'],
    ['ab', 'length'],
    ['a'.repeat(64), 'length'],
    ['Invoices', 'characters'],
    ['in_voices', 'characters'],
    ['bücket', 'characters'],
    ['a b', 'characters'],
    ['-', 'ends'],
    ['.abc', 'ends'],
    ['abc-', 'ends'],
    ['abc.', 'ends'],
    ['a..b', 'adjacent-periods'],
    ['192.168.5.4', 'ip-address'],
    ['xn--', 'reserved-prefix'],
    ['sthree-configurator', 'reserved-prefix'],
    ['amzn-s3-demo-bucket', 'reserved-prefix'],
    ['access-s3alias', 'reserved-suffix'],
    ['lambda--ol-s3', 'reserved-suffix'],
    ['multi.mrap', 'reserved-suffix'],
    ['base--usw2-az1--x-s3', 'reserved-suffix'],
    ['tables--table-s3', 'reserved-suffix'],
  ] as const)('says of %j: %s', (name, rule) => {
    expect(brokenBucketNameRule(name)).toBe(rule);
  });
});
