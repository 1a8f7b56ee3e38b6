/** Characters that others are composed to or fold to (NFC of U+037E and U+1FEF); the letters have two cases. */
const AMBIGUOUS = /[^\x20-\x7e]|[A-Za-z;`*?]/;

/**
 * What every key must begin with to match a search for a name, so that S3 needn't list the others: what stands before
 * the first `*` or `?`, up to the first character that can be written in another way, since case and composition are
 * ignored. Empty for a name without a wildcard: that may stand anywhere in a key.
 */
export function globHead(name: string | undefined): string {
  if (name === undefined || !/[*?]/.test(name)) return '';
  const composed = name.normalize('NFC');
  return composed.slice(0, composed.search(AMBIGUOUS));
}
