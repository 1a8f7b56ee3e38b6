import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigDocument } from './config-document.ts';
import { readHeader } from './section-header.ts';
import { anyEdit, make } from './testing/any-edit.ts';
import { type BotocoreReading, botocorePython, readWithBotocore } from './testing/botocore-reader.ts';
import { type Reading, readOurselves, withoutEmpty } from './testing/reading.ts';
import { orRefused } from './testing/refused.ts';
import { readWithSdk } from './testing/sdk-reader.ts';
import { type Dialect, tidyConfig } from './testing/tidy-config.ts';

const python = botocorePython();
const DOCUMENTS = 300;

/** Where we don't follow botocore, and why. The generated documents have none of these. */
const DIFFERENCES: readonly (readonly [text: string, ours: Reading, botocores: BotocoreReading])[] = [
  // The AWS SDK cuts a comment off wherever it stands.
  ['[default]\nregion = x # why', { default: { region: 'x' } }, { default: { region: 'x # why' } }],
  ['[default]\ns3 = # why\n  a = b', { default: { 's3.a': 'b' } }, { default: { s3: '# why\na = b' } }],
  ['[profile a] # [b]\nregion = x', { a: { region: 'x' } }, {}],
  ['[profile "a #1"]\nregion = x', {}, { 'a #1': { region: 'x' } }],
  // One line that can't be understood, or one that is there twice, and `aws` doesn't start at all.
  ['[default]\nregion = x\njunk', { default: { region: 'x' } }, 'refused'],
  ['region = y\n[default]\nregion = x', { default: { region: 'x' } }, 'refused'],
  ['[default]\nregion = x\nregion = y', { default: { region: 'y' } }, 'refused'],
  ['[default]\nregion = x\n[default]\noutput = y', { default: { region: 'x', output: 'y' } }, 'refused'],
  ['[default]\ns3 =\n  junk\nregion = x', { default: { region: 'x' } }, 'refused'],
  ['\ufeff[default]\nregion = x', { default: { region: 'x' } }, 'refused'],
  // The SDK keeps what has a value.
  ['[default]\ns3 =\n  a = b\n  a =', { default: { 's3.a': 'b' } }, {}],
  // Sections of one name, spelled differently: the SDK joins them.
  ['[profile a]\nx = 1\n[profile "a"]\ny = 2', { a: { x: '1', y: '2' } }, { a: { y: '2' } }],
  // The SDKs agreed on `[profile default]`; botocore takes the last of the two.
  ['[profile default]\nx = 1\n[default]\ny = 2', { default: { x: '1' } }, { default: { y: '2' } }],
  // The value goes on in the next line.
  ['[default]\nregion = x\n  y = z', { default: { region: 'x' } }, { default: { region: 'x\ny = z' } }],
  // Python's own default section, which no AWS tool means.
  ['[DEFAULT]\nregion = x\n[profile a]\ny = z', { a: { y: 'z' } }, { a: { region: 'x', y: 'z' } }],
  // It looks at how a header begins only.
  ['[profiles a]\nregion = x', {}, { a: { region: 'x' } }],
];

/** Reads all documents with both and shows the first that they disagree about. */
function expectAgreement(files: readonly Uint8Array[]): void {
  const theirs = readWithBotocore(python ?? '', files);
  expect(theirs).toHaveLength(files.length);
  files.forEach((file, index) => {
    const answer = theirs[index];
    const text = JSON.stringify(Buffer.from(file).toString());
    const read = answer === undefined || answer === 'refused' ? answer : withoutEmpty(answer);
    expect(readOurselves(ConfigDocument.read(file)), text).toEqual(read);
  });
}

/** Files after an edit of ours, but for those in which one name then stands twice (see the differences). */
function editedFiles(dialect: Dialect): readonly Uint8Array[] {
  return fc.sample(fc.tuple(tidyConfig(dialect), anyEdit), DOCUMENTS).flatMap(([file, edit]) => {
    const made = orRefused(() => make(ConfigDocument.read(file), edit));
    if (made === undefined || 'refused' in made) return [];
    const names = made.after.sections.map(({ header }) => JSON.stringify(readHeader(header, 'config')));
    return new Set(names).size === names.length ? [made.after.bytes] : [];
  });
}

// A Python takes seconds to start on a busy machine.
describe.skipIf(python === undefined)(
  python === undefined
    ? 'agreement with botocore (no Python with botocore is here)'
    : 'agreement with botocore',
  { timeout: 120_000 },
  () => {
    it('finds the same profiles, sessions, keys and values', () => {
      expectAgreement([
        ...fc.sample(tidyConfig('botocore'), DOCUMENTS),
        // Where both agree about which of the two counts.
        Buffer.from('[default]\nx = 1\n[profile default]\ny = 2'),
      ]);
    });

    it('agrees about every file after an edit, too', () => {
      const edited = editedFiles('botocore');
      expect(edited.length).toBeGreaterThan(DOCUMENTS / 2);
      expectAgreement(edited);
    });

    it('reads what we write into files that both accept as the AWS SDK does', async () => {
      const edited = editedFiles('both');
      expect(edited.length).toBeGreaterThan(DOCUMENTS / 2);
      expectAgreement(edited);
      for (const file of edited) {
        expect(readOurselves(ConfigDocument.read(file))).toEqual(await readWithSdk(file));
      }
    });

    it('differs where we mean to', () => {
      const files = DIFFERENCES.map(([text]) => Buffer.from(text));
      const theirs = readWithBotocore(python ?? '', files).map((read) =>
        read === 'refused' ? read : withoutEmpty(read),
      );
      const ours = files.map((file) => readOurselves(ConfigDocument.read(file)));
      expect(ours).toEqual(DIFFERENCES.map(([, our]) => our));
      expect(theirs).toEqual(DIFFERENCES.map(([, , their]) => their));
    });
  },
);
