import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigDocument } from './config-document.ts';
import { anyEdit, make } from './testing/any-edit.ts';
import { readOurselves } from './testing/reading.ts';
import { orRefused } from './testing/refused.ts';
import { readWithSdk } from './testing/sdk-reader.ts';
import { tidyConfig } from './testing/tidy-config.ts';

const bytes = (text: string) => Buffer.from(text);
const ours = (text: string) => readOurselves(ConfigDocument.read(bytes(text)));

describe('agreement with the AWS SDK for JavaScript’s loader', () => {
  it('finds the same profiles, sessions, keys and values', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tidyConfig('sdk'), async (file) => {
        expect(readOurselves(ConfigDocument.read(file))).toEqual(await readWithSdk(file));
      }),
      { numRuns: 3_000 },
    );
  });

  it('agrees about every file after an edit, too', { timeout: 60_000 }, async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(tidyConfig('sdk'), anyEdit, async (file, edit) => {
        const made = orRefused(() => make(ConfigDocument.read(file), edit));
        if (made === undefined || 'refused' in made) return;
        count += 1;
        expect(readOurselves(made.after)).toEqual(await readWithSdk(made.after.bytes));
      }),
      { numRuns: 2_000 },
    );
    expect(count).toBeGreaterThan(800);
  });

  /**
   * Where we don't follow it, and why. The documents above have none of these.
   */
  it.each([
    // botocore reads names that need quotes; the SDK ignores such a section.
    ['[profile "two words"]\nregion = x', { 'two words': { region: 'x' } }, {}],
    ['[profile ünï]\nregion = x', { ünï: { region: 'x' } }, {}],
    ['[profile  a]\nregion = x', { a: { region: 'x' } }, {}],
    // To botocore a colon is as good as an equals sign, and keys have no case.
    ['[default]\nregion: x', { default: { region: 'x' } }, {}],
    ['[default]\nRegion = x', { default: { region: 'x' } }, { default: { Region: 'x' } }],
    // A header that isn't closed ends the section above: its keys must not become somebody else's.
    [
      '[default]\noutput = json\n[profile b\noutput = text',
      { default: { output: 'json' } },
      { default: { output: 'text' } },
    ],
    // Under a value, a deeper line is a part of the value to botocore, a header included. We use neither.
    [
      '[default]\nregion = x\n  output = json',
      { default: { region: 'x' } },
      { default: { region: 'x', output: 'json' } },
    ],
    [
      '[default]\nregion = x\n  [profile b]\nregion = y',
      { default: { region: 'y' } },
      { default: { region: 'x' }, b: { region: 'y' } },
    ],
    // Equally deep keys are brothers to botocore, the first one empty or not.
    ['[default]\n  s3 =\n  region = x', { default: { region: 'x' } }, { default: { 's3.region': 'x' } }],
    // There is one level of nesting.
    ['[default]\ns3 =\n  a =\n  b = x', { default: { 's3.b': 'x' } }, { default: { 'a.b': 'x' } }],
    // A lone CR ends a line.
    ['[default]\rregion = x', { default: { region: 'x' } }, {}],
    // The SDK's own way of writing names down.
    ['[profile.a]\nregion = x', {}, { a: { region: 'x' } }],
    // It throws the whole file away.
    ['[profile __proto__]\na = x\n[default]\nregion = x', { default: { region: 'x' } }, {}],
  ])('differs about %j', async (text, our, theirs) => {
    expect(ours(text)).toMatchObject(our);
    expect(await readWithSdk(bytes(text))).toEqual(theirs);
  });

  it('takes [profile default] for the profile where there is a [default], whichever comes first', async () => {
    const [one, two] = ['[default]\nregion = a\noutput = json\n', '[profile default]\nregion = b\n'];
    for (const text of [one + two, two + one]) {
      expect(ours(text)).toEqual({ default: { region: 'b' } });
      expect(await readWithSdk(bytes(text))).toEqual({ default: { region: 'b' } });
    }
  });
});
