import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Packing, packingOf, unpack, unpackedName } from './unpack.ts';

const text = Buffer.from('0123456789'.repeat(10_000));
const packed: Record<Packing, (bytes: Uint8Array) => Uint8Array> = {
  gzip: gzipSync,
  brotli: brotliCompressSync,
  zstd: (bytes) => zlib.zstdCompressSync(bytes),
};
const hash = (index: number) => createHash('sha256').update(String(index)).digest();
const packings = ['gzip', 'brotli', 'zstd'] as const;

describe.each(packings)('unpack %s', (packing) => {
  it('gives everything back', async () => {
    const result = await unpack(packed[packing](text), packing, 200_000, true);
    expect(Buffer.from(result?.bytes ?? [])).toEqual(text);
    expect(result?.whole).toBe(true);
  });
  it('stops at the limit, however much more it would become', async () => {
    const bomb = packed[packing](Buffer.alloc(50_000_000));
    const before = process.memoryUsage().arrayBuffers;
    const result = await unpack(bomb, packing, 1_000, true);
    expect(result?.bytes).toHaveLength(1_000);
    expect(result?.whole).toBe(false);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
  it('gives what the beginning holds', async () => {
    const noise = Buffer.concat(Array.from({ length: 12_500 }, (_, index) => hash(index)));
    const whole = packed[packing](noise);
    const result = await unpack(whole.subarray(0, whole.length - 10), packing, 500_000, false);
    const length = result?.bytes.length ?? 0;
    expect(result?.whole).toBe(false);
    expect(length).toBeGreaterThan(100_000);
    expect(noise.subarray(0, length).equals(result?.bytes ?? new Uint8Array())).toBe(true);
  });
  it('refuses what isn’t packed so', async () => {
    expect(await unpack(Buffer.from('just text, nothing else'), packing, 1_000, true)).toBeUndefined();
  });
});

it('knows packed bytes by their beginning, brotli by name or header', () => {
  expect(packingOf(gzipSync('a'), 'x')).toBe('gzip');
  expect(packingOf(zlib.zstdCompressSync(Buffer.from('a')), 'x')).toBe('zstd');
  expect(packingOf(Buffer.from('abc'), 'x.br')).toBe('brotli');
  expect(packingOf(Buffer.from('abc'), 'x', 'br')).toBe('brotli');
  expect(packingOf(Buffer.from('abc'), 'x.gz')).toBeUndefined();
  expect(unpackedName('a/b.csv.gz')).toBe('a/b.csv');
});
