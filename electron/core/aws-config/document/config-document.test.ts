import { describe, expect, it } from 'vitest';
import { ConfigDocument, type ConfigSection } from './config-document.ts';
import { orRefused } from './testing/refused.ts';

const read = (text: string) => ConfigDocument.read(Buffer.from(text), '/home/x/.aws/config');
const text = ({ bytes }: ConfigDocument) => Buffer.from(bytes).toString();

/** The section of a header in a document. */
function at(document: ConfigDocument, header = 'default'): ConfigSection {
  const section = document.sections.find((one) => one.header === header);
  if (section === undefined) throw new Error(`no [${header}]`);
  return section;
}
const set = (before: string, key: string, value: string | null, header?: string) => {
  const document = read(before);
  return text(document.withKey(at(document, header), key, value));
};
const refused = (edit: () => ConfigDocument) => {
  const result = orRefused(edit);
  return 'refused' in result ? result.refused : `not refused: ${text(result)}`;
};

describe('withKey', () => {
  it.each([
    [
      'spacing around the equals sign',
      '[default]\nregion=a\noutput   =  b \n',
      'output',
      'c',
      '[default]\nregion=a\noutput   =  c \n',
    ],
    ['a colon', '[default]\nregion : a\n', 'region', 'b', '[default]\nregion : b\n'],
    ['the spelling of a key', '[default]\nRegion = a\n', 'region', 'b', '[default]\nRegion = b\n'],
    [
      'the spacing of a key without a value',
      '[default]\nregion =\n',
      'region',
      'b',
      '[default]\nregion = b\n',
    ],
    [
      'comments, order and blank lines',
      '# top\n[default]\n; why\nregion = a\n\n# end\n',
      'region',
      'b',
      '# top\n[default]\n; why\nregion = b\n\n# end\n',
    ],
  ])('keeps %s', (_what, before, key, value, after) => {
    expect(set(before, key, value)).toBe(after);
  });

  it('takes the comment away that stood behind a value, since botocore takes it for a part of it', () => {
    expect(set('[default]\nregion = a # why\n', 'region', 'b')).toBe('[default]\nregion = b\n');
    expect(set('[default]\nregion = a # why\n', 'region', 'a')).toBe('[default]\nregion = a # why\n');
  });

  it('keeps bytes that aren’t UTF-8, even in the line it edits', () => {
    const before = Buffer.from([...Buffer.from('[default]\n'), 0xff, ...Buffer.from('x = a\nregion = a\n')]);
    const document = ConfigDocument.read(before);
    const [odd] = at(document).entries;
    expect(odd?.key).toBe('\ufffdx');
    const after = document.withKey(at(document), '\ufffdx', 'b').bytes;
    expect(Buffer.from(after).toString('latin1')).toBe('[default]\n\u00FFx = b\nregion = a\n');
  });

  it('puts a new key below the last one, with the file’s line end', () => {
    expect(set('[default]\r\nregion = a\r\n\r\n# other\r\n[b]\r\n', 'output', 'json')).toBe(
      '[default]\r\nregion = a\r\noutput = json\r\n\r\n# other\r\n[b]\r\n',
    );
    expect(set('[default]\nregion=a\n', 'output', 'json')).toBe('[default]\nregion=a\noutput=json\n');
    expect(set('[default]', 'output', 'json')).toBe('[default]\noutput = json');
    expect(set('\ufeff[default]\n', 'output', 'json')).toBe('\ufeff[default]\noutput = json\n');
  });

  it('indents a new key as its brothers, or as the neighbours’ keys', () => {
    expect(set('[default]\n  region = a\n', 'output', 'json')).toBe(
      '[default]\n  region = a\n  output = json\n',
    );
    expect(set('[a]\n\tregion = a\n[default]\n', 'output', 'json')).toBe(
      '[a]\n\tregion = a\n[default]\n\toutput = json\n',
    );
    // Less deep than the next header, it would swallow that in botocore's eyes.
    expect(set('[default]\n  [b]\n  x = 1\n', 'output', 'json')).toBe(
      '[default]\n  output = json\n  [b]\n  x = 1\n',
    );
  });

  it('puts a new key of an indented section above an empty one, which would nest it in the SDK’s eyes', () => {
    expect(set('[default]\n  region = a\n  s3 =\n    x = 1\n', 'output', 'json')).toBe(
      '[default]\n  region = a\n  output = json\n  s3 =\n    x = 1\n',
    );
  });

  it('sets, adds and takes out nested keys', () => {
    const before = '[default]\ns3 =\n  a = 1\n  b = 2\nregion = x\n';
    expect(set(before, 's3.a', '3')).toBe(before.replace('a = 1', 'a = 3'));
    expect(set(before, 's3.c', '3')).toBe(before.replace('b = 2\n', 'b = 2\n  c = 3\n'));
    expect(set(before, 's3.a', null)).toBe(before.replace('  a = 1\n', ''));
    expect(set(before, 'S3.a', '3')).toBe(before.replace('a = 1', 'a = 3'));
    expect(set(before, 's3', null)).toBe('[default]\nregion = x\n');
    expect(set('[default]\ns3 =\n  a = 1\n', 's3.a', null)).toBe('[default]\n');
    expect(set('[default]\nregion = x\n', 's3.a', '1')).toBe('[default]\nregion = x\ns3 =\n    a = 1\n');
  });

  it('sets the duplicate that counts, and takes all of them out', () => {
    expect(set('[default]\nregion = a\nregion = b\n', 'region', 'c')).toBe(
      '[default]\nregion = a\nregion = c\n',
    );
    expect(set('[default]\nregion = a\nregion =\n', 'region', 'c')).toBe('[default]\nregion = c\nregion =\n');
    expect(set('[default]\nregion = a\nx = y\nregion = b\n', 'region', null)).toBe('[default]\nx = y\n');
  });

  it('keeps a missing last line end', () => {
    expect(set('[default]\nregion = a', 'output', 'b')).toBe('[default]\nregion = a\noutput = b');
    expect(set('[default]\nregion = a\noutput = b', 'output', null)).toBe('[default]\nregion = a');
    expect(set('[default]\nx = a', 'region', null)).toBe('[default]\nx = a');
  });

  it('writes a value that begins like a comment without white space before it', () => {
    expect(set('[default]\nx = a\n', 'x', '#1')).toBe('[default]\nx =#1\n');
    expect(set('[default]\nx = a\n', 'y', ';1')).toBe('[default]\nx = a\ny =;1\n');
    expect(set('[default]\nx = a\n', 'y', '[z]')).toBe('[default]\nx = a\ny = [z]\n');
  });

  it.each([
    ['', 'empty'],
    ['a\nb', 'line-break'],
    ['a\r', 'line-break'],
    ['a\u2028b', 'line-break'],
    ['a\0', 'not-allowed'],
    [' a', 'not-allowed'],
    ['a\u3000', 'not-allowed'],
    ['\ufeffa', 'not-allowed'],
    ['a # b', 'not-allowed'],
    ['a\t;b', 'not-allowed'],
    ['\ud800', 'not-allowed'],
  ])('refuses the value %j: it would be read back as another', (value, reason) => {
    const document = read('[default]\nregion = a\n');
    const params = { key: 'region', reason };
    const error = { code: 'config.bad-value', params };
    expect(() => document.withKey(at(document), 'region', value)).toThrow(expect.objectContaining({ error }));
    expect(() => document.withSection('profile x', [['region', value]])).toThrow(
      expect.objectContaining({ error }),
    );
  });

  it.each(['', 'a b', 'a=b', 'a:b', '#a', '[a', 'a\n', 'é', '__proto__', 's3.', '.a', 's3.a.b'])(
    'refuses the key %j',
    (key) => {
      const document = read('[default]\nregion = a\n');
      expect(refused(() => document.withKey(at(document), key, 'x'))).toBe('config.bad-value');
      expect(refused(() => document.withSection('profile x', [[key, 'x']]))).toBe('config.bad-value');
    },
  );

  it('refuses a value where nested keys are, and nested keys where a value is', () => {
    const document = read('[default]\ns3 =\n  a = 1\nregion = x\n');
    expect(refused(() => document.withKey(at(document), 's3', 'x'))).toBe('config.bad-value');
    expect(refused(() => document.withKey(at(document), 'region.a', 'x'))).toBe('config.bad-value');
  });

  it('gives the same document where nothing changes', () => {
    const document = read('[default]\nregion = a\n');
    expect(document.withKey(at(document), 'region', 'a')).toBe(document);
    expect(document.withKey(at(document), 'output', null)).toBe(document);
    expect(document.withKey(at(document), 's3.a', null)).toBe(document);
  });

  it('knows the section of an earlier document while it stands on its line', () => {
    const document = read('[a]\nx = 1\n[default]\nx = 1\n');
    const section = at(document);
    const same = document.withKey(at(document, 'a'), 'x', '2');
    expect(text(same.withKey(section, 'x', '3'))).toBe('[a]\nx = 2\n[default]\nx = 3\n');
    const moved = document.withKey(at(document, 'a'), 'y', '2');
    expect(refused(() => moved.withKey(section, 'x', '3'))).toBe('config.no-such-section');
  });
});

describe('withSection', () => {
  it.each([
    ['an empty file', '', '[profile x]\nregion = a\n'],
    ['a file with a line', '# mine\n', '# mine\n\n[profile x]\nregion = a\n'],
    [
      'sections with blank lines',
      '[a]\nx = 1\n\n[b]\nx = 1\n',
      '[a]\nx = 1\n\n[b]\nx = 1\n\n[profile x]\nregion = a\n',
    ],
    ['sections without', '[a]\nx = 1\n[b]\nx = 1\n', '[a]\nx = 1\n[b]\nx = 1\n[profile x]\nregion = a\n'],
    ['a missing last line end', '[a]\r\nx = 1', '[a]\r\nx = 1\r\n\r\n[profile x]\r\nregion = a'],
    ['indented keys', '[a]\n  x = 1\n', '[a]\n  x = 1\n\n[profile x]\n  region = a\n'],
    ['a comment at the end', '[a]\n[b]\n# end\n', '[a]\n[b]\n# end\n\n[profile x]\nregion = a\n'],
  ])('goes to the end of %s', (_what, before, after) => {
    const document = read(before).withSection('profile x', [['region', 'a']]);
    expect(text(document)).toBe(after);
    expect(text(document.withoutSection(at(document, 'profile x')))).toBe(before);
  });

  it('writes nested keys below their parent, after the others', () => {
    const document = read('').withSection('services x', [
      ['s3.endpoint_url', 'http://127.0.0.1'],
      ['other', 'a'],
      ['s3.x', 'y'],
    ]);
    expect(text(document)).toBe(
      '[services x]\nother = a\ns3 =\n    endpoint_url = http://127.0.0.1\n    x = y\n',
    );
  });

  it('refuses a header that is there, or that can’t be one', () => {
    const document = read('[profile x]\n');
    expect(refused(() => document.withSection('profile x', []))).toBe('config.name-taken');
    for (const header of ['', 'a]b', 'a\nb', 'a #b', ' a', 'DEFAULT', 'constructor']) {
      expect(refused(() => document.withSection(header, []))).toBe('config.bad-value');
      expect(refused(() => document.withHeader(at(document, 'profile x'), header))).toBe('config.bad-value');
    }
  });
});

describe('withoutSection', () => {
  const file = [
    '# about the file',
    '[a]',
    'x = 1',
    '',
    '# about b',
    '[b]',
    'x = 1',
    '# b, too',
    '',
    '# about nothing',
    '',
    '[c]',
    'x = 1',
    '',
  ].join('\n');
  const without = (header: string) => {
    const document = read(file);
    return text(document.withoutSection(at(document, header)));
  };

  it('knows the lines of each section', () => {
    expect(read(file).sections.map(({ leadLine, line, endLine }) => [leadLine, line, endLine])).toEqual([
      [1, 2, 4],
      [5, 6, 9],
      [12, 12, 13],
    ]);
  });

  it('takes its comments along, and leaves those of others and of nobody', () => {
    expect(without('b')).toBe('# about the file\n[a]\nx = 1\n\n# about nothing\n\n[c]\nx = 1\n');
  });

  it('leaves a comment at the top of the file', () => {
    expect(without('a')).toBe(`# about the file\n${file.slice(file.indexOf('# about b'))}`);
  });

  it('leaves no blank line at the end of the file', () => {
    expect(without('c')).toBe(file.slice(0, file.indexOf('\n[c]')));
  });
});

describe('withHeader', () => {
  it('changes what is between the brackets', () => {
    const document = read('  [ a ]  # why\r\n');
    const [section] = document.sections;
    if (section === undefined) throw new Error('no section');
    expect(section.header).toBe(' a ');
    expect(text(document.withHeader(section, 'profile b'))).toBe('  [profile b]  # why\r\n');
  });
});
