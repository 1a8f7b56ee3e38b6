import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteBlocks, offsetOf } from './byte-blocks.ts';

const anyPiece = fc.record({
  isNew: fc.boolean(),
  // Now and then so large that the first block has to grow, or that another one is needed.
  length: fc.oneof({ weight: 5, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(900_000) }),
  byte: fc.nat(255),
});

it('pieces of bytes stay what they are while others are added or the last one becomes longer', () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 24 }), (steps) => {
      const blocks = new ByteBlocks();
      const pieces: { position: number; bytes: Buffer }[] = [];
      for (const { isNew, length, byte } of steps) {
        const more = Buffer.alloc(length + 2, byte);
        const last = pieces.at(-1);
        if (isNew || last === undefined || last.bytes.length + length > 4_000_000) {
          pieces.push({ position: blocks.append(more, 1, length + 1), bytes: more.subarray(2) });
        } else {
          last.position = blocks.extend(more, 1, length + 1);
          last.bytes = Buffer.concat([last.bytes, more.subarray(2)]);
        }
      }
      for (const { position, bytes } of pieces) {
        const from = offsetOf(position);
        const kept = blocks.blockAt(position).subarray(from, from + bytes.length);
        expect(Buffer.from(kept).equals(bytes)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
