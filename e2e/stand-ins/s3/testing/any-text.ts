import fc from 'fast-check';

/** Text of any Unicode characters, control characters included. (fast-check's own `binary` unit takes a second to set up.) */
export function anyText(constraints: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> {
  const plain = fc.integer({ min: 0, max: 0xff });
  const high = fc.integer({ min: 0xe000, max: 0x10ffff });
  const low = fc.integer({ min: 0x100, max: 0xd7ff });
  const character = fc.oneof(plain, low, high).map((codePoint) => String.fromCodePoint(codePoint));
  return fc.array(character, constraints).map((characters) => characters.join(''));
}
