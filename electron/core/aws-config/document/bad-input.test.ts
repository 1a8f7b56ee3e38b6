import { describe, expect, it } from 'vitest';
import { ConfigDocument } from './config-document.ts';
import { orRefused } from './testing/refused.ts';

const MEGABYTE = 1024 * 1024;
const read = (text: string) => ConfigDocument.read(Buffer.from(text), '/home/x/.aws/config');
const refusal = (edit: () => unknown) => {
  const result = orRefused(edit);
  return typeof result === 'object' && result !== null && 'refused' in result ? result.refused : 'done';
};

describe('a document that is broken', () => {
  it.each([
    ['a line that says nothing', '[a]\nx = 1\njunk\n[b]\nx = 1\n', 3, 'line-not-understood'],
    ['a value that goes on', '[a]\nx = 1\n  y = 2\n[b]\nx = 1\n', 3, 'line-not-understood'],
    ['an indented header', '[a]\nx = 1\n  [c]\n[b]\nx = 1\n', 3, 'line-not-understood'],
    ['a header that is never closed', '[a]\nx = 1\n[c\ny = 2\n[b]\nx = 1\n', 3, 'section-not-closed'],
    ['something behind a header', '[a] x\nx = 1\n[b]\nx = 1\n', 1, 'line-not-understood'],
    ['nested keys that are none', '[a]\ns3 =\n  junk\n[b]\nx = 1\n', 3, 'line-not-understood'],
  ])('is told with its line, and can’t be edited there, but elsewhere: %s', (_what, text, line, reason) => {
    const document = read(text);
    expect(document.problems).toEqual([expect.objectContaining({ line, reason })]);
    const [broken, whole] = document.sections;
    if (broken === undefined || whole === undefined) throw new Error('sections are missing');
    for (const edit of [
      () => document.withKey(broken, 'x', '2'),
      () => document.withKey(broken, 'new', '2'),
      () => document.withoutSection(broken),
      () => document.withHeader(broken, 'c'),
    ]) {
      expect(refusal(edit)).toBe('config.unreadable');
    }
    expect(Buffer.from(document.withKey(whole, 'x', '2').bytes).toString()).toBe(
      text.replace('[b]\nx = 1', '[b]\nx = 2'),
    );
    expect(refusal(() => document.withSection('profile new', [['region', 'x']]))).toBe('done');
  });

  it('refuses an edit that would change what lines elsewhere mean', () => {
    const document = read('[a]\nx = 1\n[b]\n  [c]\n  x = 1\n');
    const [, middle] = document.sections;
    if (middle === undefined) throw new Error('no section');
    // Without it, [c] would be a part of x to botocore.
    expect(refusal(() => document.withoutSection(middle))).toBe('config.unreadable');
  });

  it('takes a file with NUL bytes for a binary one, and writes nothing into it', () => {
    const document = read('[a]\nx = 1\ny = \0\n');
    expect(document.sections).toEqual([]);
    expect(document.problems).toEqual([{ line: 3, reason: 'binary', subject: '' }]);
    expect(refusal(() => document.withSection('profile new', []))).toBe('config.unreadable');
  });

  it('tells no more problems than anybody reads', () => {
    expect(read('junk\n'.repeat(10_000)).problems.length).toBeLessThanOrEqual(200);
  });
});

describe('megabytes', () => {
  // Small enough to be quick, and large enough that anything quadratic would take minutes.
  const filled = (text: string) => Buffer.alloc(2 * MEGABYTE, text);
  const random = Buffer.from(
    Uint8Array.from({ length: 2 * MEGABYTE }, (_, index) => 1 + (((index * 2_654_435_761) >>> 7) % 255)),
  );

  it.each([
    ['profiles', Buffer.alloc(10 * MEGABYTE, '[profile a]\nregion = eu-west-1\noutput = json\n\n')],
    [
      'different keys',
      Buffer.from(`[a]\n${Array.from({ length: 120_000 }, (_, n) => `key${n} = x`).join('\n')}`),
    ],
    ['equal keys', Buffer.concat([Buffer.from('[a]\n'), filled('k=1\n')])],
    ['headers that are never closed', filled('[profile a\n')],
    ['brackets', filled('[')],
    ['brackets in lines', filled('[\n')],
    ['carriage returns', filled('\r')],
    ['blanks', filled(' ')],
    ['wide blanks', filled('\u3000')],
    ['comments behind comments', Buffer.concat([Buffer.from('[a]\nx = y'), filled(' #')])],
    ['comments', filled('# x\n')],
    ['nested keys', Buffer.concat([Buffer.from('[a]\ns3 =\n'), filled('  k = 1\n')])],
    ['random bytes', random],
  ])('of %s are read in linear time', { timeout: 60_000 }, (_what, bytes) => {
    const document = ConfigDocument.read(bytes);
    expect(document.bytes.length).toBe(bytes.length);
    for (const { line } of document.problems) expect(line).toBeGreaterThan(0);
  });
});
