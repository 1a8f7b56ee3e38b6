import { failure } from '../../app-failure.ts';
import { type ConfigBytes } from './config-bytes.ts';
import { indentNear } from './indent.ts';
import { cut, keyLine } from './line-change.ts';
import { fileLineEnd, lacksLastLineEnd, lineBefore, lineFrom } from './line-ends.ts';
import type { ScannedSection } from './scan-config.ts';
import type { Splice } from './splice.ts';
import { demandHeader, demandKey, demandValue } from './writable.ts';

const CARRIAGE_RETURN = 0x0d;
const CLOSING_BRACKET = 0x5d;

/**
 * A new section for the end of a file, with an empty line above it where the file's sections have one.
 * @throws AppFailure config.bad-value
 */
export function addition(
  source: ConfigBytes,
  sections: readonly ScannedSection[],
  header: string,
  entries: readonly (readonly [key: string, value: string])[],
): Splice {
  demandHeader(header);
  const lineEnd = fileLineEnd(source);
  const lines = [`[${header}]`, ...keyLines(entries, indentNear(source, sections, sections.length))];
  const blank = wantsBlankLine(source, sections, source.length) ? blankLine(source, lineEnd) : '';
  const place = { from: source.length, to: source.length };
  return lacksLastLineEnd(source)
    ? { ...place, text: lineEnd + blank + lines.join(lineEnd) }
    : { ...place, text: blank + lines.join(lineEnd) + lineEnd };
}

/** Behind a lone CR, a bare LF would be the second half of that line's end. */
function blankLine({ buffer }: ConfigBytes, lineEnd: string): string {
  return lineEnd === '\n' && buffer.at(-1) === CARRIAGE_RETURN ? '\r\n' : lineEnd;
}

/** Takes a section out; at the end of a file also the empty line above it that {@link addition} makes. */
export function removal(source: ConfigBytes, sections: readonly ScannedSection[], index: number): Splice {
  const section = sections[index];
  if (section === undefined) return { from: 0, to: 0, text: '' };
  // Comments at the top of a file are rather about the file than about its first section.
  const isTop = section.leadFrom === source.start;
  let from = isTop ? section.from : section.leadFrom;
  const { to } = section;
  if (to === source.length && wantsBlankLine(source, sections.slice(0, index), from)) {
    const above = lineBefore(source, from);
    if (above < from && lineFrom(source, above).isBlank()) from = above;
  }
  return cut(source, from, to);
}

/** @throws AppFailure config.bad-value */
export function headerChange(source: ConfigBytes, section: ScannedSection, header: string): Splice {
  demandHeader(header);
  const { head, tail } = lineFrom(source, section.from);
  return {
    from: head + 1,
    to: head + source.buffer.subarray(head, tail).lastIndexOf(CLOSING_BRACKET),
    text: header,
  };
}

/**
 * Whether a section below what stands before `end` is set off by an empty line. Empty lines right before `end`
 * don't matter, so that adding a section and taking it out again agree.
 */
function wantsBlankLine(source: ConfigBytes, sections: readonly ScannedSection[], end: number): boolean {
  let at = end;
  while (at > source.start) {
    at = lineBefore(source, at);
    const line = lineFrom(source, at);
    if (line.isBlank()) continue;
    // Else the comment would be the new section's.
    if (line.isComment()) return true;
    return sections.length < 2 || sections.slice(1).some(({ leadFrom }) => isBlankAbove(source, leadFrom));
  }
  return false;
}

function isBlankAbove(source: ConfigBytes, from: number): boolean {
  return lineFrom(source, lineBefore(source, from)).isBlank();
}

/** Keys of the section itself first: in an indented section the AWS SDK takes all below a parent for nested. */
function keyLines(
  entries: readonly (readonly [key: string, value: string])[],
  indent: string,
): readonly string[] {
  const plain = new Map<string, string>();
  const nested = new Map<string, Map<string, string>>();
  for (const [key, value] of entries) {
    demandValue(key, value);
    const dot = key.indexOf('.');
    const own = (dot < 0 ? key : key.slice(0, dot)).toLowerCase();
    demandKey(own);
    if (dot < 0) {
      plain.set(own, value);
      continue;
    }
    const inner = key.slice(dot + 1);
    demandKey(inner);
    const group = nested.get(own) ?? new Map<string, string>();
    nested.set(own, group.set(inner, value));
  }
  for (const key of nested.keys()) {
    if (plain.has(key)) throw failure('config.bad-value', { key, reason: 'not-allowed' });
  }
  return [
    ...[...plain].map(([key, value]) => indent + keyLine(key, value)),
    ...[...nested].flatMap(([parent, group]) => [
      `${indent}${parent} =`,
      ...[...group].map(([key, value]) => `${indent}    ${keyLine(key, value)}`),
    ]),
  ];
}
