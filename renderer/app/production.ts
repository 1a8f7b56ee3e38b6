import type { ProfileMark } from '../../shared/profile-mark.ts';

/** Whether a profile or role is about production: what the person said, else what its names say. */
export function isProduction(
  mark: ProfileMark | undefined,
  ...names: readonly (string | undefined)[]
): boolean {
  return mark?.production ?? saysProduction(...names);
}

/**
 * Whether a name says that it is about production: `prod`, `acme-production`, `ProdAdmin`; not `non-prod`,
 * `preprod` or `product-images`.
 */
export function saysProduction(...names: readonly (string | undefined)[]): boolean {
  return names.some(
    (name) =>
      name !== undefined &&
      name.split(/[^\p{L}\p{N}]+/u).some((word, index, words) => isProd(word, words[index - 1])),
  );
}

function isProd(word: string, before: string | undefined): boolean {
  const text = word.toLowerCase();
  if (/^(non|no|not|pre)$/i.test(before ?? '')) return false;
  return /prod(?!uc(?!tion))/.test(text) && !/(non|pre|re)prod/.test(text);
}
