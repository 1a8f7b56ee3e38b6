import type { SampleObject } from './sample-object.ts';

/** Keys that programs stumble over, each with what is odd about it. S3 allows them all. */
const ODD_KEYS: readonly (readonly [oddity: string, ...keys: string[]])[] = [
  ['spaces', ' ', ' leading', 'trailing ', 'two  spaces', 'a folder /b'],
  ['empty folders', 'a//b', 'a///c', '//', 'double//'],
  ['a leading slash', '/', '/leading', '/leading/deep'],
  ['dots', '.', '..', './here', '../up', '../../etc/passwd', 'a/../b', 'a/./b', '...'],
  ['percent signs and plus', '%', '%2F', '100%', 'a%20b', 'a+b', 'a b+c%2Bd', '%E3%81'],
  [
    'what a URL means something by',
    '?query=1&a=b',
    '#fragment',
    'a?b#c',
    'http://example.com/x',
    'user@host:22',
  ],
  ['what XML means something by', '<tag>', 'a & b', '"quoted"', "it's", ']]>', '&amp;', '<Key>x</Key>'],
  [
    'what a shell means something by',
    '$HOME',
    '`id`',
    '*',
    '!important',
    '-rf',
    '~',
    'a;b',
    '|',
    'back\\slash',
  ],
  ['what Windows forbids', 'aux', 'con.txt', 'a:b', 'a<b>c', 'trailing.', 'LPT1/x'],
  [
    'control characters',
    'bell\u0007',
    'tab\there',
    'new\nline',
    'return\rhere',
    'del\u007f',
    'nul\u0000',
    '\u0001/x',
  ],
  [
    'no characters of their own',
    'zero\u200bwidth',
    'right\u202eto-left',
    'bom\ufeff',
    'line\u2028end',
    '\u00a0',
  ],
  ['two ways to write one letter', 'caf\u00e9', 'cafe\u0301'],
  ['emoji', '🚀', '👩‍👩‍👧/👍🏽.png', '🇯🇵', '🎉🎉🎉/a'],
  ['beyond the first plane and just below', '\u{1f338}', '\uff21', '\u{10ffff}', '\ufffd', '\uffff'],
  ['other scripts', '日本語/ファイル.txt', 'Ελληνικά', 'עברית', 'हिन्दी', 'ﾊﾝｶｸ'],
  ['upper and lower case', 'Case', 'case', 'CASE'],
  ['a key that is a prefix too', 'both', 'both/', 'both/child', 'both.txt'],
  ['1,024 bytes', 'x'.repeat(1024), `${'deep/'.repeat(204)}last`, `${'名'.repeat(341)}.`],
  ['numbers', '0', '00', '-1', '1e3', 'NaN', 'null', 'undefined', 'true'],
  ['names a JavaScript object has already', '__proto__', 'constructor', 'toString/valueOf'],
];

export function oddKeys(): SampleObject[] {
  return ODD_KEYS.flatMap(([oddity, ...keys], i) =>
    keys.map((key) => ({ key, body: `${oddity}\n`, daysAgo: 30 + i, contentType: 'text/plain' })),
  );
}
