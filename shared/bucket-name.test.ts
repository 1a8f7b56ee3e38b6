import { describe, expect, it } from 'vitest';
import { isBucketName, parseBucketInput } from './bucket-name.ts';

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
