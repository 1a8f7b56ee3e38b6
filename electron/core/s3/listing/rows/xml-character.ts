/** What an ASCII byte may be in XML's grammar (XML 1.0, productions 3, 4 and 4a); all other bytes count as letters. */
const BLANK = 1;
const NAME = 2;
const NAME_START = 4;

const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (byte > 0x7f || /[A-Za-z_:]/.test(character)) return NAME | NAME_START;
  if (/[-.0-9]/.test(character)) return NAME;
  return /[ \t\r\n]/.test(character) ? BLANK : 0;
});

export function isBlank(byte: number): boolean {
  return KINDS[byte] === BLANK;
}

export function isNameByte(byte: number): boolean {
  return ((KINDS[byte] ?? 0) & NAME) !== 0;
}

export function beginsName(byte: number): boolean {
  return ((KINDS[byte] ?? 0) & NAME_START) !== 0;
}
