import { ConfigDocument, type ConfigSection } from '../../document/config-document.ts';

/** Up to here, one edit after the other costs nothing. */
const FEW = 8;

/**
 * Edits many sections, each of them by itself: every edit of a document reads the whole file again, and a session may
 * have thousands of profiles.
 * @param edit must change lines of the section only
 * @throws {AppFailure} what `edit` throws
 */
export function editSections(
  document: ConfigDocument,
  indexes: readonly number[],
  edit: (document: ConfigDocument, section: ConfigSection, index: number) => ConfigDocument,
): ConfigDocument {
  const oneByOne = () =>
    indexes.reduce((edited, index) => {
      const section = edited.sections[index];
      return section === undefined ? edited : edit(edited, section, index);
    }, document);
  if (!isSimple(document, indexes)) return oneByOne();
  const parts: Uint8Array[] = [];
  const lines = new LineOffsets(document.bytes);
  let at = 0;
  for (const index of indexes.toSorted((one, other) => one - other)) {
    const section = document.sections[index];
    if (section === undefined) continue;
    const [from, to] = [lines.startOf(section.line), lines.startOf(section.endLine + 1)];
    const part = ConfigDocument.read(document.bytes.subarray(from, to));
    const [own] = part.sections;
    if (own === undefined || part.sections.length > 1) return oneByOne();
    parts.push(document.bytes.subarray(at, from), edit(part, own, index).bytes);
    at = to;
  }
  parts.push(document.bytes.subarray(at));
  const edited = ConfigDocument.read(Buffer.concat(parts));
  return hasHeaders(edited, headersOf(document)) ? edited : oneByOne();
}

/**
 * Takes many sections out. What one in the middle takes with it are its own lines and the comments right above
 * its header; the first and the last are special, and left to the document. What comes out is as if one was
 * taken out after the other, but for empty lines at the end of the file.
 * @throws {AppFailure} what `withoutSection` throws
 */
export function withoutSections(document: ConfigDocument, indexes: readonly number[]): ConfigDocument {
  const gone = new Set(indexes);
  const last = document.sections.length - 1;
  const middle = [...gone].filter((index) => index > 0 && index < last).sort((one, other) => one - other);
  if (!isSimple(document, middle)) return oneByOne(document, [...gone]);
  const lines = new LineOffsets(document.bytes);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const index of middle) {
    const section = document.sections[index];
    if (section === undefined) continue;
    parts.push(document.bytes.subarray(at, lines.startOf(section.leadLine)));
    at = lines.startOf(section.endLine + 1);
  }
  parts.push(document.bytes.subarray(at));
  const edited = ConfigDocument.read(Buffer.concat(parts));
  const left = document.sections.map((_, index) => index).filter((index) => !middle.includes(index));
  const headers = headersOf(document);
  if (
    !hasHeaders(
      edited,
      left.map((index) => headers[index] ?? ''),
    )
  )
    return oneByOne(document, [...gone]);
  const ends = left.flatMap((index, place) => (gone.has(index) ? [place] : []));
  return oneByOne(edited, ends);
}

/** From the end, so that the numbers of those still to go stay right. */
function oneByOne(document: ConfigDocument, indexes: readonly number[]): ConfigDocument {
  return indexes
    .toSorted((one, other) => other - one)
    .reduce((edited, index) => {
      const section = edited.sections[index];
      return section === undefined ? edited : edited.withoutSection(section);
    }, document);
}

/** In a file with problems it matters what stands around a section. */
function isSimple(document: ConfigDocument, indexes: readonly number[]): boolean {
  return indexes.length > FEW && document.problems.length === 0;
}

function headersOf(document: ConfigDocument): string[] {
  return document.sections.map(({ header }) => header);
}

function hasHeaders(document: ConfigDocument, headers: readonly string[]): boolean {
  return (
    document.problems.length === 0 &&
    document.sections.length === headers.length &&
    document.sections.every(({ header }, index) => header === headers[index])
  );
}

/** Where each line begins, in bytes; lines end as for the document. */
class LineOffsets {
  readonly #starts: number[];
  readonly #end: number;

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((found) => found.index + found[0].length)];
    this.#end = text.length;
  }

  /** @param line from 1 */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#end;
  }
}
