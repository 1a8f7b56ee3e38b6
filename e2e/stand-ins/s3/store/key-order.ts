/**
 * S3's order of keys: by the bytes of their UTF-8. JavaScript compares UTF-16 units, which gives the same
 * order except that characters above U+FFFF (whose first unit is 0xD800 to 0xDBFF) must come after U+E000 to U+FFFF.
 * @returns less than, equal to or greater than zero.
 */
export function compareKeys(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Moves the surrogates above the rest of the 16-bit range, keeping both in order. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
