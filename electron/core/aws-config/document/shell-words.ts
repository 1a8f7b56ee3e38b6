const WHITE_SPACE = ' \t\r\n';
const UNSAFE = /[^\w@%+=:,./-]/;

/**
 * Splits text as a POSIX shell does (Python's `shlex.split`, which botocore reads section headers with):
 * quotes hold words together, a backslash takes the next character as it is.
 * @returns undefined where a quote is never closed or nothing follows a backslash
 */
export function shellWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (WHITE_SPACE.includes(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === "'") {
      const close = text.indexOf("'", at + 1);
      if (close < 0) return undefined;
      word = (word ?? '') + text.slice(at + 1, close);
      at = close;
    } else if (character === '"') {
      const quoted = doubleQuoted(text, at + 1);
      if (quoted === undefined) return undefined;
      word = (word ?? '') + quoted.word;
      at = quoted.close;
    } else if (character === '\\') {
      at += 1;
      if (at === text.length) return undefined;
      word = (word ?? '') + text.charAt(at);
    } else {
      word = (word ?? '') + character;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** Between double quotes, a backslash has a meaning only before a quote and before itself. */
function doubleQuoted(text: string, from: number): { word: string; close: number } | undefined {
  let word = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return { word, close: at };
    const next = text.charAt(at + 1);
    if (character === '\\' && (next === '"' || next === '\\')) {
      word += next;
      at += 1;
    } else {
      word += character;
    }
  }
  return undefined;
}

/** One word for a shell, in single quotes where it needs any (Python's `shlex.quote`). */
export function shellQuoted(word: string): string {
  return word !== '' && !UNSAFE.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}
