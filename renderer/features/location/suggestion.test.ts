import { describe, expect, it } from 'vitest';
import { bucketSuggestions, keyQuery, placeSuggestions } from './suggestion.ts';

describe('keyQuery', () => {
  const point = 'arn:aws:s3:us-west-2:123456789012:accesspoint/my-ap';
  it.each([
    ['s3://invoices/', { bucket: 'invoices', text: '' }],
    ['s3://invoices/2026//a b?', { bucket: 'invoices', text: '2026//a b?' }],
    ['invoices/20', { bucket: 'invoices', text: '20' }],
    [`s3://${point}/20`, { bucket: point, text: '20' }],
    ['s3://invoi', undefined],
    ['https://invoices.s3.amazonaws.com/a', undefined],
    ['arn:aws:s3:::invoices/a', undefined],
    ['', undefined],
  ])('of %j', (text, query) => {
    expect(keyQuery(text)).toEqual(query);
  });
});

describe('bucketSuggestions', () => {
  const buckets = ['invoices', 'logs', 'my-logs', 'logs-eu'];
  const texts = (text: string) => bucketSuggestions(text, buckets).map((one) => one.text);
  it('has those that begin so before those that hold it', () => {
    expect(texts('logs')).toEqual(['s3://logs/', 's3://logs-eu/', 's3://my-logs/']);
    expect(texts('s3://LOG')).toEqual(['s3://logs/', 's3://logs-eu/', 's3://my-logs/']);
  });
  it('has none before anything is typed, or once a bucket is', () => {
    expect([...texts(''), ...texts('s3://'), ...texts('s3://logs/')]).toEqual([]);
  });
});

describe('placeSuggestions', () => {
  const target = { kind: 'profile', profile: 'prod' } as const;
  const places = [
    { kind: 'recent', place: { target, bucket: 'invoices', prefix: '2026/' }, label: '' },
    { kind: 'bookmark', place: { target, bucket: 'logs', prefix: '' }, label: 'CloudTrail' },
  ] as const;
  it('finds by address and by name', () => {
    expect(placeSuggestions('2026', places).map(({ text }) => text)).toEqual(['s3://invoices/2026/']);
    expect(placeSuggestions('cloud', places).map(({ text }) => text)).toEqual(['s3://logs/']);
    expect(placeSuggestions(undefined, places)).toHaveLength(2);
  });
});
