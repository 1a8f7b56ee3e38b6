import { expect, it } from 'vitest';
import { bucketUrl, isDirectoryBucket } from './bucket-url.ts';
import { globHead } from './glob-head.ts';

it.each([
  ['2026-11-*.pdf', '2026-11-'],
  ['2026?', '2026'],
  ['2026', ''],
  ['*.pdf', ''],
  ['10% / a*', '10% / '],
  ['Report*', ''],
  ['1é*', '1'],
  ['=\u0338*', ''],
  ['1;*', '1'],
  [undefined, ''],
])('a glob %j can be asked for from %j on', (name, head) => {
  expect(globHead(name)).toBe(head);
});

it.each([
  ['logs', 'eu-west-1', undefined, 'https://logs.s3.eu-west-1.amazonaws.com'],
  ['www.acme.example', 'cn-north-1', undefined, 'https://s3.cn-north-1.amazonaws.com.cn/www.acme.example'],
  ['logs', 'eu-west-1', 'http://127.0.0.1:9000/', 'http://127.0.0.1:9000/logs'],
  [
    'd--euw1-az1--x-s3',
    'eu-west-1',
    undefined,
    'https://d--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com',
  ],
  [
    'arn:aws:s3:us-west-2:111122223333:accesspoint/point',
    'us-west-2',
    undefined,
    'https://point-111122223333.s3-accesspoint.us-west-2.amazonaws.com',
  ],
])('%s in %s has its objects at an address', (bucket, region, endpoint, url) => {
  expect(bucketUrl(bucket, region, endpoint)).toBe(url);
});

it('knows directory buckets and their access points by name', () => {
  expect(['a--use1-az4--x-s3', 'a--use1-az4--xa-s3', 'a-x-s3'].map(isDirectoryBucket)).toEqual([
    true,
    true,
    false,
  ]);
});
