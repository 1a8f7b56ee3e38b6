/**
 * The languages of the terminal, as BCP 47 tags, most wanted first. The first of LC_ALL, LC_MESSAGES and
 * LANG that is set decides (POSIX, "Environment Variables", section 8.2); what the runtime thinks comes last.
 */
export function systemLanguages(
  env: Readonly<Record<string, string | undefined>>,
  runtimeLocale = new Intl.DateTimeFormat().resolvedOptions().locale,
): readonly string[] {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  if (locale === undefined || locale === '') return [runtimeLocale];
  // `ja_JP.UTF-8@modifier`: only language and territory matter here.
  const tag = locale.split(/[.@]/)[0]?.replaceAll('_', '-') ?? '';
  // The C locale is the untranslated one, and that is English.
  return [tag === 'C' || tag === 'POSIX' ? 'en' : tag, runtimeLocale];
}
