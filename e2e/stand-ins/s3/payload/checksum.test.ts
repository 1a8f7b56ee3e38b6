import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ChecksumAlgorithm,
  CHECKSUM_ALGORITHMS,
  compositeChecksum,
  computeChecksum,
} from './checksum.ts';

/** Check values of the CRC catalogue, and of FIPS 180's functions, for the nine digits. */
const CHECK_VALUES: Readonly<Record<ChecksumAlgorithm, string>> = {
  CRC32: 'cbf43926',
  CRC32C: 'e3069283',
  CRC64NVME: 'ae8b14860a799888',
  SHA1: 'f7c3bc1d808e04732adf679965ccc34ca7ae3441',
  SHA256: '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225',
};

test.each(CHECKSUM_ALGORITHMS)('%s gives its published check value', (algorithm) => {
  const value = computeChecksum(algorithm, [Buffer.from('123456789')]);
  expect(Buffer.from(value, 'base64').toString('hex')).toBe(CHECK_VALUES[algorithm]);
});

test.each(CHECKSUM_ALGORITHMS)('%s is the same over pieces as over the whole', (algorithm) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (pieces) => {
      expect(computeChecksum(algorithm, pieces)).toBe(computeChecksum(algorithm, [Buffer.concat(pieces)]));
    }),
  );
});

test('a composite checksum sums the sums and counts the parts', () => {
  const [a, b] = ['one', 'two'].map((text) => computeChecksum('SHA256', [Buffer.from(text)])) as [
    string,
    string,
  ];
  const sums = Buffer.concat([Buffer.from(a, 'base64'), Buffer.from(b, 'base64')]);
  expect(compositeChecksum('SHA256', [a, b])).toBe(`${computeChecksum('SHA256', [sums])}-2`);
});
