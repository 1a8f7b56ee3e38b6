import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeUserCode, normaliseUserCode } from './user-code.ts';

test('a code survives any way of typing it', () => {
  const separators = fc.constantFrom('', '-', ' ', ' - ', '\u2013');
  fc.assert(
    fc.property(separators, fc.boolean(), (separator, small) => {
      const code = makeUserCode();
      const typed = ` ${code.replace('-', separator)} `;
      expect(normaliseUserCode(small ? typed.toLowerCase() : typed)).toBe(code);
    }),
  );
});

test('normalising is stable and never fails', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const once = normaliseUserCode(typed);
      expect(normaliseUserCode(once)).toBe(once);
    }),
  );
});
