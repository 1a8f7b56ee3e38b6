import type { ConfigProblemReason } from '../../../shared/contract.ts';

/**
 * An AWS config or credentials file, line by line, as botocore reads it (Python's RawConfigParser with
 * the AWS twists) and as `aws configure` writes it. Lines are kept whole, so that an editor can put every
 * byte back; nothing here ever throws on bad input.
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
  value: string;
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

  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, index) => {
      const line = index + 1;
      const trimmed = raw.trim();
      if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) return;
      const indented = raw !== raw.trimStart();

      if (!indented && trimmed.startsWith('[')) {
        const header = sectionHeader(trimmed);
        if (header.ok) {
          lost = false;
          section = { header: header.name, line, entries: [] };
          sections.push(section);
        } else {
          lost = true;
          section = undefined;
          problems.push({ line, reason: header.reason, subject: shorten(trimmed) });
        }
        return;
      }
      if (section === undefined) {
        if (!lost) problems.push({ line, reason: 'key-outside-section', subject: shorten(trimmed) });
        return;
      }
      const previous = section.entries.at(-1);
      if (indented && previous !== undefined) {
        const pair = keyValue(trimmed);
        if (pair !== undefined && previous.value === '') previous.nested.push({ ...pair, line, nested: [] });
        else previous.value += `\n${trimmed}`;
        return;
      }
      const pair = keyValue(trimmed);
      if (pair === undefined) {
        problems.push({ line, reason: 'line-not-understood', subject: shorten(trimmed) });
        return;
      }
      if (section.entries.some((entry) => entry.key === pair.key)) {
        problems.push({ line, reason: 'duplicate-key', subject: pair.key });
      }
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

/** Enough of a line to find it by; a line may hold a secret, so never behind its `=`. */
function shorten(trimmed: string): string {
  const before = trimmed.split('=')[0] ?? '';
  return before.trim().slice(0, 60);
}
