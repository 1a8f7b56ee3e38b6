import type { ConfigProblemReason } from '../../../shared/contract.ts';

/**
 * An AWS config or credentials file, line by line: what Python's RawConfigParser makes of it for botocore,
 * with two differences that help a person. A comment behind a value is cut off (botocore keeps it as part
 * of the value, the AWS SDK for JavaScript cuts it off), and a line that can't be understood spoils only
 * itself (botocore refuses the whole file). Nothing here ever throws on bad input.
 */
export interface IniDocument {
  readonly sections: readonly IniSection[];
  readonly problems: readonly IniProblem[];
}

export interface IniSection {
  /** The text between the brackets, trimmed, e.g. `profile "my name"`. */
  readonly header: string;
  /** Line of the header, from 1. */
  readonly line: number;
  readonly entries: readonly IniEntry[];
}

export interface IniEntry {
  /** As written, lower-cased (keys are case-insensitive to the CLI). */
  readonly key: string;
  readonly value: string;
  readonly line: number;
  /** Indented lines under an empty value: `s3 =` and the like. */
  readonly nested: readonly IniEntry[];
}

export interface IniProblem {
  readonly line: number;
  readonly reason: ConfigProblemReason;
  readonly subject: string;
}

/** An entry and a section while they are still being read. */
interface OpenEntry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly nested: IniEntry[];
}

interface OpenSection {
  readonly header: string;
  readonly line: number;
  readonly entries: OpenEntry[];
}

/** Parses a whole file. What can't be understood becomes a problem with its line; the rest still counts. */
export function parseIni(text: string): IniDocument {
  const sections: OpenSection[] = [];
  const problems: IniProblem[] = [];
  let section: OpenSection | undefined;
  // After a broken header, lines belong to no section: they must not leak into the one before.
  let lost = false;
  let keyIndent = 0;

  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, index) => {
      const line = index + 1;
      const trimmed = raw.trim();
      if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) return;
      const indent = raw.length - raw.trimStart().length;
      const previous = section?.entries.at(-1);
      // A value goes on only in lines indented deeper than its key (RawConfigParser), so a file whose keys
      // are all indented is one key a line.
      const goesOn = previous !== undefined && indent > keyIndent;

      if (!goesOn && trimmed.startsWith('[')) {
        const header = sectionHeader(trimmed);
        if (header.ok) {
          lost = false;
          section = { header: header.name, line, entries: [] };
          sections.push(section);
        } else {
          lost = true;
          section = undefined;
          problems.push({ line, reason: header.reason, subject: trimmed.slice(0, 60) });
        }
        return;
      }
      if (section === undefined) {
        if (!lost) problems.push({ line, reason: 'key-outside-section', subject: keyName(trimmed) });
        return;
      }
      if (goesOn) {
        const pair = keyValue(trimmed);
        if (pair !== undefined && previous.value === '') previous.nested.push({ ...pair, line, nested: [] });
        // Else it is a value of several lines; AWS knows none, and the first line is what counts.
        return;
      }
      const pair = keyValue(trimmed);
      if (pair === undefined) {
        problems.push({ line, reason: 'line-not-understood', subject: '' });
        return;
      }
      if (section.entries.some((entry) => entry.key === pair.key)) {
        problems.push({ line, reason: 'duplicate-key', subject: pair.key });
      }
      keyIndent = indent;
      section.entries.push({ ...pair, line, nested: [] });
    });
  return { sections, problems };
}

type Header = { ok: true; name: string } | { ok: false; reason: ConfigProblemReason };

function sectionHeader(trimmed: string): Header {
  const close = trimmed.indexOf(']');
  if (close < 0) return { ok: false, reason: 'section-not-closed' };
  const name = trimmed.slice(1, close).trim();
  return name === '' ? { ok: false, reason: 'section-unnamed' } : { ok: true, name };
}

/** `key = value` (or `key: value`); a comment after the value needs white space and `#` or `;` before it. */
function keyValue(trimmed: string): { key: string; value: string } | undefined {
  const match = /^([^=:\s][^=:]*?)\s*[=:]\s*(.*)$/.exec(trimmed);
  const key = match?.[1];
  if (key === undefined) return undefined;
  const value = (match?.[2] ?? '').replace(/\s+[#;].*$/, '').trim();
  return { key: key.toLowerCase(), value };
}

/** The key of a line, or nothing: what isn't clearly a key may be a secret and is never repeated. */
function keyName(trimmed: string): string {
  return /^([a-z]+(?:_[a-z0-9]+)*)\s*[=:]/i.exec(trimmed)?.[1] ?? '';
}
