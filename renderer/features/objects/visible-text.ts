/** Characters without a picture of their own. */
const ODD =
  // Controls, soft hyphen, marks of direction, widthless characters, odd separators, lone surrogates: all that
  // prints nothing or moves what stands beside it. Joiners (200C, 200D) are part of words and emoji.
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u001F\u007F-\u009F\u00A0\u00AD\u061C\u180E\u2000-\u200B\u200E\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The abbreviations of the ASCII standard: fonts have letters, but not all have Unicode's pictures of them. */
const CONTROLS =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

export interface VisibleText {
  readonly text: string;
  /** Something of it is shown by a symbol. */
  readonly odd: boolean;
}

/** A key's text with nothing in it that can't be seen; spaces at its ends are shown, too. */
export function visibleText(text: string): VisibleText {
  const plain = text.replace(ODD, symbolOf);
  const shown = plain.replace(/^ +| +(?=\/?$)/g, (spaces) => '␣'.repeat(spaces.length));
  return { text: shown, odd: shown !== text };
}

function symbolOf(character: string): string {
  const code = character.charCodeAt(0);
  const name = code === 0x7f ? 'DEL' : CONTROLS[code];
  return `‹${name ?? code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** Splits a long name so that its end, which tells the kind, can always be seen. */
export function splitName(name: string): readonly [head: string, tail: string] {
  const characters = Array.from(name);
  if (characters.length < 24) return [name, ''];
  return [characters.slice(0, -10).join(''), characters.slice(-10).join('')];
}
