import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIni } from './testing/parse-ini.ts';

const values = (text: string) =>
  parseIni(text).sections.map(({ header, entries }) => [
    header,
    Object.fromEntries(entries.map(({ key, value }) => [key, value])),
  ]);

describe('reading a config file', () => {
  it('reads sections, keys in any case, comments, CRLF, a BOM and a missing last line feed', () => {
    expect(
      values('\uFEFF# top\r\n[default]\r\nRegion = eu-west-1 ; why\r\n\r\n[profile "a b"]\r\noutput: json'),
    ).toEqual([
      ['default', { region: 'eu-west-1' }],
      ['profile "a b"', { output: 'json' }],
    ]);
  });

  it('keeps a start URL with its fragment whole', () => {
    expect(values('[sso-session a]\nsso_start_url = https://a.awsapps.com/start#/')).toEqual([
      ['sso-session a', { sso_start_url: 'https://a.awsapps.com/start#/' }],
    ]);
  });

  it('nests indented keys under an empty one', () => {
    const [section] = parseIni(
      '[services local]\ns3 =\n  endpoint_url = http://127.0.0.1:9000\nregion = x',
    ).sections;
    expect(section?.entries[0]).toMatchObject({
      key: 's3',
      nested: [{ key: 'endpoint_url', value: 'http://127.0.0.1:9000', line: 3 }],
    });
    expect(section?.entries[1]).toMatchObject({ key: 'region', value: 'x', line: 4 });
  });

  it('names the line and the reason of what it can’t read, and reads the rest', () => {
    const { sections, problems } = parseIni(
      [
        'lost = 1',
        '[profile ok]',
        'region = a',
        'what is this',
        'region = b',
        '[broken',
        'x = 1',
        '[]',
        '[p]',
      ].join('\n'),
    );
    expect(problems).toEqual([
      { line: 1, reason: 'key-outside-section', subject: 'lost' },
      { line: 4, reason: 'line-not-understood', subject: '' },
      { line: 5, reason: 'duplicate-key', subject: 'region' },
      { line: 6, reason: 'section-not-closed', subject: '[broken' },
      { line: 8, reason: 'section-unnamed', subject: '[]' },
    ]);
    expect(sections.map(({ header }) => header)).toEqual(['profile ok', 'p']);
    // The line under the broken header must not have slipped into the profile above it.
    expect(sections[0]?.entries.some(({ key }) => key === 'x')).toBe(false);
  });

  it('never quotes a value in a problem: it may be a secret', () => {
    const lines = [
      'aws_secret_access_key = hunter2',
      'aws_secret_access_key : hunter2',
      'hunter2',
      'hunter2 hunter2',
    ];
    for (const text of [...lines, ...lines.map((line) => `[default]\nregion = x\n${line}`)]) {
      expect(JSON.stringify(parseIni(text).problems)).not.toContain('hunter2');
    }
  });

  it('takes a file whose keys are all indented as RawConfigParser does: one key a line', () => {
    const { sections, problems } = parseIni(
      '  [profile a]\n  region = eu-west-1\n  aws_secret_access_key = hunter2\n  s3 =\n    endpoint_url = http://x\n  output = json',
    );
    expect(problems).toEqual([]);
    expect(sections[0]?.entries.map(({ key, value }) => [key, value])).toEqual([
      ['region', 'eu-west-1'],
      ['aws_secret_access_key', 'hunter2'],
      ['s3', ''],
      ['output', 'json'],
    ]);
    expect(sections[0]?.entries[2]?.nested).toMatchObject([{ key: 'endpoint_url', value: 'http://x' }]);
  });

  it('never takes an indented line below a value for part of it', () => {
    const [section] = parseIni('[default]\nregion = eu-west-1\n  aws_secret_access_key = hunter2').sections;
    expect(section?.entries).toMatchObject([{ key: 'region', value: 'eu-west-1', nested: [] }]);
  });

  it('takes any text without throwing', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('[', ']', '=', '[a]', '\t', '\r', '\n', '# x', ' a = b', 'a=b'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { sections, problems } = parseIni(text);
        const count = text.split(/\r\n|\n|\r/).length;
        for (const { line: at } of [...sections, ...problems]) expect(at >= 1 && at <= count).toBe(true);
      }),
    );
  });

  it('reads back what was written, for any tidy document', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
    const value = fc.stringMatching(/^[A-Za-z0-9:/.#_-]{1,30}$/).filter((text) => !/^[#;]/.test(text));
    const document = fc.uniqueArray(
      fc.record({ name: word, entries: fc.dictionary(word, value, { noNullPrototype: true }) }),
      { selector: ({ name }) => name },
    );
    fc.assert(
      fc.property(document, fc.constantFrom('\n', '\r\n'), (sections, eol) => {
        const text = sections
          .map(({ name, entries }) => [
            `[${name}]`,
            ...Object.entries(entries).map(([key, text]) => `${key} = ${text}`),
          ])
          .flat()
          .join(eol);
        expect(values(text)).toEqual(sections.map(({ name, entries }) => [name, entries]));
        expect(parseIni(text).problems).toEqual([]);
      }),
    );
  });
});

it('never repeats a key that may be a secret', () => {
  const token = 'IQoJb3JpZ2luX2VjEOz'.padEnd(60, 'a');
  const { problems } = parseIni(`[profile p]\n${token}=\n${token}=\n`);
  expect(problems).toEqual([{ line: 3, reason: 'duplicate-key', subject: '' }]);
});
