import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from './pretty-json.ts';

describe('prettyJson', () => {
  it('lays out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(prettyJson(text)).toBe(JSON.stringify(JSON.parse(text), undefined, 2));
      }),
    );
  });
  it('keeps digits, order and repeated keys, which parsing would not', () => {
    const text = '{"id":12345678901234567890,"b":1.10,"2":0,"1":0,"b":1e2,"s":"a{\\"b\\",[c]:  d"}';
    expect(prettyJson(text)).toBe(
      '{\n  "id": 12345678901234567890,\n  "b": 1.10,\n  "2": 0,\n  "1": 0,\n  "b": 1e2,\n  "s": "a{\\"b\\",[c]:  d"\n}',
    );
  });
  it('leaves alone what is no JSON', () => {
    expect(prettyJson('{"a": 1')).toBe('{"a": 1');
    expect(prettyJson('')).toBe('');
  });
});
