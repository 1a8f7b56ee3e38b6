import type { ConfigProblemReason } from '../../../../../shared/contract.ts';
import { failure } from '../../../app-failure.ts';
import { ConfigDocument } from '../../document/config-document.ts';

export interface NewSection {
  readonly header: string;
  /** Nested keys as `s3.addressing_style`. */
  readonly entries: readonly (readonly [key: string, value: string])[];
}

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** Because of these the AWS CLI refuses a whole file (Python's RawConfigParser raises), and with it what is added. */
const REFUSED: ReadonlySet<ConfigProblemReason> = new Set([
  'section-not-closed',
  'line-not-understood',
  'key-outside-section',
]);
const EMPTY = ConfigDocument.read(new Uint8Array());

/**
 * Adds sections at the end of a file as the AWS CLI's writer does (`customizations/configure/writer.py`): one right
 * below the other without an empty line, after a line end where the last line had none. The line ends are the file's.
 * All at once: a thousand profiles one by one would be read a thousand times.
 * @throws {AppFailure} `config.bad-value`; `config.unreadable` where the `aws` command couldn't read what is added
 */
export function appendSections(
  document: ConfigDocument,
  sections: readonly NewSection[],
  path: string,
): ConfigDocument {
  if (sections.length === 0) return document;
  const broken = () => failure('config.unreadable', { path, reason: 'broken' });
  if (document.problems.some(({ reason }) => REFUSED.has(reason))) throw broken();
  const { bytes } = document;
  const lineEnd = usesCarriageReturns(bytes) ? '\r\n' : '\n';
  const texts = sections.map(({ header, entries }) =>
    Buffer.from(EMPTY.withSection(header, entries).bytes).toString('utf8').replaceAll('\n', lineEnd),
  );
  const gap = document.lines.length === 0 || endsLine(bytes) ? '' : lineEnd;
  const after = ConfigDocument.read(Buffer.concat([bytes, Buffer.from(gap + texts.join(''))]), path);
  if (!isWhole(document, after, sections)) throw broken();
  return after;
}

function usesCarriageReturns(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(LINE_FEED);
  return first > 0 && bytes[first - 1] === CARRIAGE_RETURN;
}

function endsLine(bytes: Uint8Array): boolean {
  const last = bytes.at(-1);
  return last === LINE_FEED || last === CARRIAGE_RETURN;
}

/** Whether the new sections are read back as they were meant, and the old ones are still all there. */
function isWhole(before: ConfigDocument, after: ConfigDocument, added: readonly NewSection[]): boolean {
  const fresh = after.sections.slice(before.sections.length);
  return (
    fresh.length === added.length &&
    after.problems.length === before.problems.length &&
    fresh.every(({ header }, index) => header === added[index]?.header)
  );
}
