import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson } from './indent-json.ts';

describe('indentJson', () => {
  it('lays JSON out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        expect(indentJson(text)).toBe(JSON.stringify(value, null, 2));
        expect(indentJson(JSON.stringify(value, null, 3))).toBe(JSON.stringify(value, null, 2));
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing but white space, whatever the text', () => {
    const squeeze = (text: string) => text.replaceAll(/\s/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ \nab1'.split('')) }), (text) => {
        expect(squeeze(indentJson(text))).toBe(squeeze(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps digits and double keys', () => {
    expect(indentJson('{"id":12345678901234567890,"id":1e400}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "id": 1e400\n}',
    );
  });

  it('lays out a text that was cut off', () => {
    expect(indentJson('[{"a":[1,"cut o')).toBe('[\n  {\n    "a": [\n      1,\n      "cut o');
  });

  it('stays small for a text that nests without end', () => {
    expect(indentJson('['.repeat(10_000)).length).toBeLessThan(1_000_000);
  });
});
