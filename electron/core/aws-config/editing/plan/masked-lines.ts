import { isSecretKey, SECRET_NAME } from '../../../../../shared/config-change.ts';

const MASK = '••••••••';
/** A key as people write them; a secret on a line of its own isn't taken for one. */
const KEY_LINE = /^\s*([A-Za-z][\w.-]*)\s*[=:]/;
/** A secret access key is forty characters of base64, a session token hundreds. */
const SECRET_LOOK = /[A-Za-z0-9+/=_-]{30,}/g;

/**
 * The lines of a config file as they may be shown: whatever follows a secret key's name is masked, in comments and
 * on lines that continue its value, too; and a line that is neither header, key nor comment is masked whole, since it
 * may be a value that slipped off its line.
 */
export function maskedLines(lines: readonly string[]): string[] {
  let secretIndent: number | undefined;
  return lines.map((line) => {
    const trimmed = line.trim();
    if (trimmed === '') return line;
    const indent = line.length - line.trimStart().length;
    const continues = secretIndent !== undefined && indent > secretIndent;
    if (!continues) secretIndent = undefined;
    const key = KEY_LINE.exec(line)?.[1];
    if (!continues && key !== undefined && isSecretKey(key)) secretIndent = indent;
    if (continues) return `${line.slice(0, indent)}${MASK}`;
    const name = SECRET_NAME.exec(line);
    if (name !== null) return maskAfter(line, name.index + name[0].length);
    if (/^[#;]/.test(trimmed)) return line.replaceAll(SECRET_LOOK, maskLookalike);
    if (/^\[.*\]/.test(trimmed)) return line;
    if (key === undefined || looksSecret(key)) return `${line.slice(0, indent)}${MASK}`;
    return line;
  });
}

/** Whether a word has the look of random base64: long, of capitals, small letters and digits. */
export function looksSecret(word: string): boolean {
  return word.length >= 30 && /[A-Z]/.test(word) && /[a-z]/.test(word) && /\d/.test(word);
}

function maskLookalike(word: string): string {
  return looksSecret(word) ? MASK : word;
}

/** Keeps the delimiter, so that the line still reads as a key and its value. */
function maskAfter(line: string, end: number): string {
  const delimiter = /^\s*[=:]\s*/.exec(line.slice(end))?.[0] ?? '';
  const rest = line.slice(end + delimiter.length);
  return rest.trim() === '' ? line : `${line.slice(0, end)}${delimiter || ' '}${MASK}`;
}
