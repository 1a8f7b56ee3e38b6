import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { formEncodeKey, uriEncode, uriEncodePath } from './percent-encoding.ts';

test('leaves unreserved characters alone and encodes all others', () => {
  expect(uriEncode("Az09-._~ /!'()*+é")).toBe('Az09-._~%20%2F%21%27%28%29%2A%2B%C3%A9');
  expect(uriEncodePath('a b//c/')).toBe('a%20b//c/');
});

test("writes keys as S3's url encoding does", () => {
  expect(formEncodeKey('test_file(3) + a~b*/é\u0001.png')).toBe('test_file%283%29+%2B+a%7Eb*/%C3%A9%01.png');
});

test('keys come back through a form decoder', () => {
  fc.assert(
    fc.property(anyText(), (key) => {
      expect(decodeURIComponent(formEncodeKey(key).replaceAll('+', ' '))).toBe(key);
    }),
  );
});
