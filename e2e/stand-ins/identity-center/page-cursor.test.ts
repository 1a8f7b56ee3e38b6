import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageCursors } from './page-cursor.ts';

const cursors = new PageCursors();

test('a token gives its offset back, to its own listing only', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (listing, offset) => {
      const token = cursors.seal(listing, offset);
      expect(cursors.open(listing, token)).toBe(offset);
      expect(cursors.open(`${listing}!`, token)).toBeUndefined();
      expect(new PageCursors().open(listing, token)).toBeUndefined();
    }),
  );
});

test('no other text is a token', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(cursors.open('accounts', text)).toBeUndefined();
    }),
  );
});
