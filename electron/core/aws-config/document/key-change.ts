import { failure } from '../../app-failure.ts';
import type { ConfigBytes } from './config-bytes.ts';
import { fileLineEnd, lineFrom } from './line-ends.ts';
import { belowLine, keyLine, withoutLines } from './line-change.ts';
import type { LineReader } from './line-reader.ts';
import { indentForFirstKey, indentOf } from './indent.ts';
import type { ScannedEntry, ScannedSection } from './scan-config.ts';
import type { Splice } from './splice.ts';
import { skipWhiteSpace } from './white-space.ts';
import { demandKey, demandValue } from './writable.ts';

/** Where a key is changed. */
interface Place {
  readonly source: ConfigBytes;
  readonly sections: readonly ScannedSection[];
  readonly section: ScannedSection;
}

/**
 * What to change for one key of a section; nothing where it is so already.
 * @param key a nested one as `s3.addressing_style`
 * @param value null takes the key out
 * @throws AppFailure config.bad-value
 */
export function keyChange(place: Place, key: string, value: string | null): readonly Splice[] {
  if (value !== null) demandValue(key, value);
  const own = place.section.entries.filter((entry) => entry.key === key.toLowerCase());
  const dot = key.indexOf('.');
  // A key that itself has a dot is no AWS tool's, but it may stand in a file.
  if (dot >= 0 && own.length === 0) {
    return nestedChange(place, key.slice(0, dot).toLowerCase(), key.slice(dot + 1), value);
  }
  if (value === null) {
    const lines = own.flatMap((entry) => [entry, ...entry.nested]);
    return withoutLines(place.source, lines);
  }
  const entry = counting(own);
  if (entry === undefined) return [newKey(place, key.toLowerCase(), value)];
  // Nested keys can't stay below a value.
  if (entry.nested.length > 0) throw failure('config.bad-value', { key, reason: 'not-allowed' });
  return entry.value === value ? [] : [newValue(place.source, entry, value, false)];
}

function nestedChange(place: Place, parentKey: string, key: string, value: string | null): readonly Splice[] {
  const { source, section } = place;
  const parents = section.entries.filter((entry) => entry.key === parentKey);
  const same = parents.flatMap(({ nested }) => nested).filter((entry) => entry.key === key);
  if (value === null) return withoutNested(source, parents, new Set(same));
  const entry = counting(same);
  if (entry !== undefined) return entry.value === value ? [] : [newValue(source, entry, value, true)];
  const parent = parents.at(-1);
  if (parent === undefined) return [newParent(place, parentKey, key, value)];
  if (parent.value !== '') {
    throw failure('config.bad-value', { key: `${parentKey}.${key}`, reason: 'not-allowed' });
  }
  return [newNested(source, parent, key, value)];
}

/** Of duplicate keys, the last one counts; one without a value never does beside one that has. */
function counting(entries: readonly ScannedEntry[]): ScannedEntry | undefined {
  return entries.findLast(({ value }) => value !== '') ?? entries.at(-1);
}

/** Puts a value in the place of another, with the line's own spacing. */
function newValue(source: ConfigBytes, entry: ScannedEntry, value: string, nested: boolean): Splice {
  const { buffer } = source;
  const line = lineFrom(source, entry.from);
  const { comment, end } = line;
  const delimiter = line.delimiter(nested);
  const from = skipWhiteSpace(buffer, delimiter + 1, comment < 0 ? end : comment);
  const to = comment < 0 && entry.value !== '' ? line.tail : end;
  // With white space before it, the AWS SDK takes it for a comment.
  if (/^[#;]/.test(value)) return { from: delimiter + 1, to, text: value };
  const isTight = from === delimiter + 1 && entry.value === '';
  const spaced = isTight && skipWhiteSpace(buffer, delimiter - 1, delimiter) === delimiter;
  return { from, to, text: spaced ? ` ${value}` : value };
}

function newKey({ source, sections, section }: Place, key: string, value: string): Splice {
  demandKey(key);
  const last = section.entries.at(-1);
  if (last === undefined) {
    const indent = indentForFirstKey(source, sections, section);
    return belowLine(source, section.from, indent + keyLine(key, value));
  }
  const indent = indentOf(source, last);
  const beside = section.entries.findLast((entry) => entry.value !== '') ?? last;
  const line = indent + keyLine(key, value, lineFrom(source, beside.from), source);
  // In a section whose keys are all indented, the AWS SDK takes every key below an empty one for a nested one.
  const empty = indent === '' ? undefined : section.entries.find((entry) => entry.value === '');
  if (empty !== undefined) return { from: empty.from, to: empty.from, text: line + fileLineEnd(source) };
  return belowLine(source, lastLine(last), line);
}

function newParent({ source, sections, section }: Place, parent: string, key: string, value: string): Splice {
  demandKey(parent);
  demandKey(key);
  const last = section.entries.at(-1);
  const indent = last === undefined ? indentForFirstKey(source, sections, section) : indentOf(source, last);
  const lines = [`${indent}${parent} =`, `${indent}    ${keyLine(key, value)}`];
  return belowLine(source, last === undefined ? section.from : lastLine(last), ...lines);
}

/** Below its last brother, else as deep as the AWS CLI indents. */
function newNested(source: ConfigBytes, parent: ScannedEntry, key: string, value: string): Splice {
  demandKey(key);
  const last = parent.nested.at(-1);
  const indent = last === undefined ? `${indentOf(source, parent)}    ` : indentOf(source, last);
  const style: LineReader | undefined = last === undefined ? undefined : lineFrom(source, last.from);
  return belowLine(source, (last ?? parent).from, indent + keyLine(key, value, style, source));
}

/** A parent goes with its last nested key. */
function withoutNested(
  source: ConfigBytes,
  parents: readonly ScannedEntry[],
  gone: ReadonlySet<ScannedEntry>,
): readonly Splice[] {
  const emptied = parents.filter(
    ({ value, nested }) => value === '' && nested.length > 0 && nested.every((entry) => gone.has(entry)),
  );
  return withoutLines(source, gone.size === 0 ? [] : [...emptied, ...gone]);
}

function lastLine(entry: ScannedEntry): number {
  return (entry.nested.at(-1) ?? entry).from;
}
