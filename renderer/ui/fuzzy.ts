/**
 * How well a text matches what was typed: its letters in order, better where they stand together and begin a
 * word. Case is ignored.
 * @returns undefined where a letter is missing; else higher is better
 */
export function fuzzyScore(typed: string, text: string): number | undefined {
  const wanted = typed.toLowerCase().replaceAll(' ', '');
  const there = text.toLowerCase();
  if (wanted === '') return 0;
  const whole = there.indexOf(typed.trim().toLowerCase());
  if (whole >= 0) return 1000 - Math.min(whole, 500) + (begins(there, whole) ? 200 : 0);
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = there.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    score += next === at + 1 ? 8 : begins(there, next) ? 5 : -Math.min(4, next - at);
    at = next;
  }
  return score;
}

function begins(text: string, index: number): boolean {
  return index === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(index - 1));
}
