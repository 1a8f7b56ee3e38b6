import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigDocument } from './config-document.ts';
import { readHeader, sectionHeader } from './section-header.ts';
import { shellQuoted, shellWords } from './shell-words.ts';
import { orRefused } from './testing/refused.ts';

describe('sectionHeader', () => {
  it.each([
    ['profile', 'default', 'config', 'default'],
    ['profile', 'default', 'credentials', 'default'],
    ['profile', 'prod', 'config', 'profile prod'],
    ['profile', 'prod', 'credentials', 'prod'],
    ['profile', 'two words', 'config', "profile 'two words'"],
    ['profile', 'two words', 'credentials', 'two words'],
    ['profile', "it's", 'config', `profile 'it'"'"'s'`],
    ['sso-session', 'default', 'config', 'sso-session default'],
    ['sso-session', 'my sso', 'config', "sso-session 'my sso'"],
    ['services', 'local', 'config', 'services local'],
    ['profile', 'プロファイル', 'config', 'profile プロファイル'],
  ] as const)('writes the %s %j in the %s file as %s', (type, name, file, header) => {
    expect(sectionHeader(type, name, file)).toBe(header);
    expect(readHeader(header, file)).toEqual({ type, name });
  });

  it.each([
    ['', 'empty'],
    ['a\nb', 'line-break'],
    ['a\0b', 'not-allowed'],
    ['a]', 'brackets'],
    ['[a', 'brackets'],
    ['a #b', 'not-allowed'],
    [' a', 'not-allowed'],
    ['__proto__', 'not-allowed'],
    ['constructor', 'not-allowed'],
  ])('refuses the name %j', (name, reason) => {
    const error = { code: 'config.bad-value', params: expect.objectContaining({ reason }) as object };
    expect(() => sectionHeader('profile', name, 'config')).toThrow(expect.objectContaining({ error }));
  });

  it('reads back whatever it writes, in any file', () => {
    const file = fc.constantFrom('config', 'credentials');
    const type = fc.constantFrom('profile', 'sso-session', 'services');
    let written = 0;
    fc.assert(
      fc.property(type, fc.string({ unit: 'binary' }), file, (kind, name, where) => {
        const header = orRefused(() => sectionHeader(kind, name, where));
        if (typeof header !== 'string') return;
        written += 1;
        const document = ConfigDocument.read(Buffer.from(`[a]\nx = 1\n[${header}]\ny = 2\n`));
        expect(document.sections.map((one) => one.header)).toEqual(['a', header]);
        expect(readHeader(header, where)).toEqual({ type: kind, name });
      }),
      { numRuns: 300 },
    );
    expect(written).toBeGreaterThan(30);
  });
});

describe('readHeader', () => {
  it.each([
    ['profile "a b"', 'profile', 'a b'],
    ['profile\ta', 'profile', 'a'],
    ['profile "a"b', 'profile', 'ab'],
    ['profile default', 'profile', 'default'],
    ['profile ""', 'profile', ''],
  ])('takes %j for a %s', (header, type, name) => {
    expect(readHeader(header, 'config')).toEqual({ type, name });
  });

  it.each([
    'profile a b',
    'profile',
    'profilex a',
    ' profile a',
    ' default ',
    "profile it's",
    'plugins',
    'profile a\\',
  ])('takes %j for none of ours, as botocore does', (header) => {
    expect(readHeader(header, 'config')).toEqual({ type: 'other', name: header });
  });
});

describe('shellWords', () => {
  it('takes back what was quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        expect(shellWords(words.map(shellQuoted).join(' '))).toEqual(words);
      }),
    );
  });

  it.each([
    ['a "b c" d', ['a', 'b c', 'd']],
    [`a'b'"c"d`, ['abcd']],
    ['a\\ b', ['a b']],
    ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
    ["''", ['']],
    ['  ', []],
    ['"a', undefined],
    ["'a", undefined],
    ['a\\', undefined],
  ])('splits %j', (text, words) => {
    expect(shellWords(text)).toEqual(words);
  });
});
