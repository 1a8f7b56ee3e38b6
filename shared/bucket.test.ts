import { describe, expect, it } from 'vitest';
import { awsS3LsText, bucketArn, bucketUri } from './bucket.ts';

describe('awsS3LsText', () => {
  it('prints a line for each bucket, as the AWS CLI does', () => {
    const buckets = [
      { name: 'invoices-2026', region: 'eu-west-1', createdAt: Date.UTC(2019, 3, 1, 12, 30, 5) },
      { name: 'old', createdAt: Date.UTC(2006, 2, 3, 0, 0, 0) },
    ];
    expect(awsS3LsText(buckets, 'UTC')).toBe('2019-04-01 12:30:05 invoices-2026\n2006-03-03 00:00:00 old\n');
  });

  it('is in local time, across midnight and summer time', () => {
    const [before, after] = [Date.UTC(2026, 2, 29, 0, 59, 59), Date.UTC(2026, 2, 29, 1, 0, 0)];
    expect(awsS3LsText([{ name: 'a', createdAt: before }], 'Europe/Berlin')).toBe('2026-03-29 01:59:59 a\n');
    expect(awsS3LsText([{ name: 'a', createdAt: after }], 'Europe/Berlin')).toBe('2026-03-29 03:00:00 a\n');
    expect(awsS3LsText([{ name: 'a', createdAt: Date.UTC(2026, 0, 1, 15) }], 'Asia/Tokyo')).toBe(
      '2026-01-02 00:00:00 a\n',
    );
  });

  it('keeps the column of a date it does not know, and prints nothing for nothing', () => {
    expect(awsS3LsText([{ name: 'opened' }])).toBe(`${' '.repeat(19)} opened\n`);
    expect(awsS3LsText([])).toBe('');
  });
});

describe('addresses', () => {
  it('name neither region nor account', () => {
    expect(bucketUri('b')).toBe('s3://b');
    expect(bucketArn('aws-us-gov', 'b')).toBe('arn:aws-us-gov:s3:::b');
  });
});
