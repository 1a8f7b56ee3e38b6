import fc from 'fast-check';
import { idleLine, parentKey, plainKey, plainName, plainValue } from './config-pieces.ts';
import { tidyConfig } from './tidy-config.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);

const header = fc.oneof(
  plainName.map((name) => `[profile ${name}]`),
  fc.constantFrom(
    '[default]',
    '[profile "a b"]',
    "[sso-session 'x y']",
    '[services local]',
    '[]',
    '[a',
    '[a] x',
  ),
  fc.constantFrom('[ ', ']', '[a]]', '[[a]', '  [profile deep]', '[プロファイル]', '[a] # why ]', '[a #b]'),
);

const line = fc.oneof(
  { weight: 3, arbitrary: header },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '  ', '\t', '\u3000'),
        plainKey,
        fc.constantFrom(' = ', '=', ' =', ': ', ' = \t'),
        fc.oneof(plainValue, fc.constantFrom('', '#x', '  spaced  ', 'x # why', 'x ;')),
        fc.constantFrom('', '', ' ', ' # behind', '\t;'),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: parentKey.map((key) => `${key} =`) },
  { weight: 2, arbitrary: idleLine },
  { weight: 1, arbitrary: fc.constantFrom('junk', '= x', ' = ', ':', 'Region = X', '__proto__ = x') },
);

const broken = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc
    .constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xc2], [0xe2, 0x80], [0xc0, 0x80], [0xed, 0xa0, 0x80])
    .map((bytes) => Uint8Array.from(bytes)),
);

const piece = fc.oneof(
  { weight: 12, arbitrary: line.map(utf8) },
  { weight: 1, arbitrary: broken },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map(utf8) },
);

const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r', '');

const nasty = fc
  .tuple(fc.constantFrom('', '', '\ufeff'), fc.array(fc.tuple(piece, end), { maxLength: 14 }), end)
  .map(([mark, pieces, last]) =>
    Buffer.concat([
      utf8(mark),
      ...pieces.flatMap(([bytes, own], index) => [bytes, utf8(index === pieces.length - 1 ? last : own)]),
    ]),
  );

/** Documents of realistic and of nasty pieces, and of random bytes; most of them have something to edit. */
export const nastyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 10, arbitrary: nasty },
  { weight: 5, arbitrary: tidyConfig('sdk') },
  { weight: 5, arbitrary: tidyConfig('botocore') },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);
