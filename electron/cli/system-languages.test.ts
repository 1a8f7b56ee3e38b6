import { expect, test } from 'vitest';
import { resolveLanguage } from '../../shared/settings.ts';
import { systemLanguages } from './system-languages.ts';

test.each([
  [{ LANG: 'ja_JP.UTF-8' }, ['ja-JP', 'fr-FR']],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ja_JP' }, ['ja-JP', 'fr-FR']],
  [{ LANG: 'ja_JP.UTF-8', LC_MESSAGES: 'ja_JP', LC_ALL: 'de_DE@euro' }, ['de-DE', 'fr-FR']],
  [{ LANG: 'ja_JP.UTF-8', LC_ALL: '' }, ['ja-JP', 'fr-FR']],
  [{}, ['fr-FR']],
])('%j means %j', (env, languages) => {
  expect(systemLanguages(env, 'fr-FR')).toEqual(languages);
});

test.each(['C', 'C.UTF-8', 'POSIX'])('%s is English, wherever the computer is', (locale) => {
  expect(resolveLanguage('system', systemLanguages({ LC_ALL: locale, LANG: 'ja_JP' }, 'ja-JP'))).toBe('en');
});
