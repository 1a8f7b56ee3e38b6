/**
 * A text in which nothing hides: characters that show nothing, or that turn the order of others round, stand as
 * their code points (Unicode TR36, "Bidirectional text spoofing").
 */
export function visibleText(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\u2028\u2029\u3164\uFFA0]/gu,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
