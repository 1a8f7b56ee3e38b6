import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAwsChunked } from './aws-chunked.ts';

test('puts together what was cut into chunks', () => {
  const bytes = fc.uint8Array({ maxLength: 40_000 });
  fc.assert(
    fc.property(bytes, fc.integer({ min: 8192, max: 16_384 }), fc.boolean(), (data, size, isSigned) => {
      const parsed = parseAwsChunked(
        encode(data, size, isSigned ? `;chunk-signature=${'0a'.repeat(32)}` : ''),
      );
      expect(Buffer.concat(parsed.chunks.map((chunk) => chunk.data)).equals(data)).toBe(true);
      expect(parsed.chunks.every((chunk) => (chunk.signature !== undefined) === isSigned)).toBe(true);
      expect([...parsed.trailers]).toEqual([['x-amz-checksum-crc32', 'AAAAAA==']]);
    }),
    { numRuns: 100 },
  );
});

test('what is cut short is incomplete, wherever the cut', () => {
  const whole = encode(Buffer.alloc(10_000, 'x'), 8192, '');
  const end = whole.indexOf('0\r\nx-amz');
  for (let length = 0; length <= end + 1; length += 97) {
    expect(() => parseAwsChunked(whole.subarray(0, length))).toThrow('terminated unexpectedly');
  }
});

test('only the last chunk may be small', () => {
  expect(() => parseAwsChunked(encode(Buffer.alloc(9000), 4096, ''))).toThrow('8192');
  expect(parseAwsChunked(encode(Buffer.alloc(4096), 4096, '')).chunks).toHaveLength(2);
});

function encode(data: Uint8Array, chunkSize: number, extension: string): Buffer {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += chunkSize) {
    const chunk = data.subarray(at, at + chunkSize);
    pieces.push(Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from(`0${extension}\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n`)]);
}
