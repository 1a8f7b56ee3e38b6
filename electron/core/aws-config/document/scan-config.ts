import type { ConfigProblemReason } from '../../../../shared/contract.ts';
import type { ConfigBytes } from './config-bytes.ts';
import type { ConfigEntry, ConfigSection } from './config-section.ts';
import type { IniProblem } from './ini-problem.ts';
import { LineReader } from './line-reader.ts';
import { SectionReach } from './section-reach.ts';
import { skipWhiteSpace, trimEnd } from './white-space.ts';

/** More tell nobody more, and a page has to show them. */
const MOST_PROBLEMS = 200;
/** No key of any AWS program is longer; a token may be. */
const LONGEST_KEY = 40;
/** Above this, keys of a section are looked up instead of compared: a section may have 100,000 of them. */
const FEW_KEYS = 16;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

export interface ScannedEntry extends ConfigEntry {
  /** Where its line begins, in bytes. */
  readonly from: number;
  /** In characters. */
  readonly indent: number;
  readonly nested: ScannedEntry[];
}

export interface ScannedSection extends ConfigSection {
  /** Where its header's line begins, in bytes. */
  readonly from: number;
  /** Where its own comments begin, directly above the header; `from` where it has none. */
  readonly leadFrom: number;
  readonly indent: number;
  endLine: number;
  /** Behind its last line, in bytes. */
  to: number;
  readonly entries: ScannedEntry[];
  /** The programs that read it don't agree about what belongs to it, so nothing may be written into it. */
  broken: boolean;
}

export interface Scan {
  readonly sections: readonly ScannedSection[];
  readonly problems: readonly IniProblem[];
}

/**
 * Reads sections and keys as Python's RawConfigParser does for botocore, with two differences. A comment
 * behind a value is cut off (the AWS SDK for JavaScript cuts it off, botocore takes it for a part of the
 * value), and a line that can't be understood spoils only itself (botocore refuses the whole file).
 * Takes any bytes, in linear time, and never throws.
 */
export function scanConfig(source: ConfigBytes): Scan {
  const nul = source.buffer.indexOf(0);
  if (nul >= 0) {
    return { sections: [], problems: [{ line: lineAt(source, nul), reason: 'binary', subject: '' }] };
  }
  return new Scanner(source).run();
}

class Scanner {
  readonly #source: ConfigBytes;
  readonly #at: LineReader;
  readonly #sections: ScannedSection[] = [];
  readonly #problems: IniProblem[] = [];
  #line = 0;
  #section: ScannedSection | undefined;
  #entry: ScannedEntry | undefined;
  /** After a broken header, lines belong to no section: they must not leak into the one before. */
  #lost = false;
  #keys: Set<string> | undefined;
  readonly #reach = new SectionReach();

  constructor(source: ConfigBytes) {
    this.#source = source;
    this.#at = new LineReader(source, source.start);
  }

  run(): Scan {
    const at = this.#at;
    while (at.read()) {
      this.#line += 1;
      if (at.isBlank()) this.#reach.passBlank(at, this.#line);
      else if (at.isComment()) this.#reach.passComment(at, this.#line, this.#indent());
      else this.#readContent();
    }
    this.#endSection(this.#reach.line, this.#reach.to);
    return { sections: this.#sections, problems: this.#problems };
  }

  #readContent(): void {
    const at = this.#at;
    const opens = this.#source.buffer[at.head] === OPENING_BRACKET;
    const indent = this.#indent();
    // A value goes on only in lines indented deeper than its key (RawConfigParser), so a file whose keys
    // are all indented is one key a line.
    if (this.#entry !== undefined && indent > this.#entry.indent) this.#readDeeper(opens, indent);
    else if (opens) this.#readHeader(indent);
    else this.#readKey(indent);
    this.#reach.passContent(at, this.#line);
  }

  #readHeader(indent: number): void {
    const { head, tail, from } = this.#at;
    const close = this.#closingBracket();
    if (close <= head) return this.#loseHeader('section-not-closed');
    const header = this.#source.text(head + 1, close);
    if (header.trim() === '') return this.#loseHeader('section-unnamed');
    const line = this.#line;
    const lead = this.#reach.leadOf(indent);
    const leadFrom = lead?.from ?? from;
    const leadLine = lead?.line ?? line;
    this.#endSection(Math.min(this.#reach.line, leadLine - 1), Math.min(this.#reach.to, leadFrom));
    const section = {
      header,
      line,
      leadLine,
      endLine: line,
      entries: [],
      from,
      leadFrom,
      indent,
      to: from,
      broken: false,
    };
    if (close !== tail - 1) {
      // The AWS SDK doesn't take it for a header, so the keys below are the section's above to it.
      this.#report('line-not-understood', '');
      this.#breakLast();
      section.broken = true;
    }
    this.#section = section;
    this.#sections.push(section);
    this.#lost = false;
    this.#entry = undefined;
    this.#keys = undefined;
  }

  /** The last one on the line, as RawConfigParser takes it; `head` where there is none. */
  #closingBracket(): number {
    const { head, tail } = this.#at;
    let at = tail - 1;
    while (at > head && this.#source.buffer[at] !== CLOSING_BRACKET) at -= 1;
    return at;
  }

  #loseHeader(reason: ConfigProblemReason): void {
    const { head, tail } = this.#at;
    this.#report(reason, this.#source.text(head, Math.min(tail, head + 60)));
    this.#endSection(this.#reach.line, this.#reach.to);
    // An unclosed header is none to other readers: what follows it is the section's above to them.
    if (reason === 'section-not-closed') this.#breakLast();
    this.#lost = true;
    this.#entry = undefined;
  }

  #readKey(indent: number): void {
    const section = this.#section;
    if (section === undefined) {
      if (!this.#lost) this.#report('key-outside-section', this.#keyName());
      return;
    }
    const entry = this.#pair(indent, false);
    if (entry === undefined) {
      this.#report('line-not-understood', '');
      section.broken = true;
      return;
    }
    if (this.#isKnown(section, entry.key)) this.#report('duplicate-key', this.#keyName());
    section.entries.push(entry);
    this.#keys?.add(entry.key);
    this.#entry = entry;
  }

  /** A line that is indented deeper than the key above it. */
  #readDeeper(opens: boolean, indent: number): void {
    const parent = this.#entry;
    const { tail } = this.#at;
    // The AWS SDK takes an indented header for one.
    const isHeader = opens && this.#source.buffer[tail - 1] === CLOSING_BRACKET;
    // Nested keys have no other delimiter than `=`. Under a value, the line is a part of the value to botocore
    // and a key of its own to the AWS SDK.
    const entry = isHeader || parent?.value !== '' ? undefined : this.#pair(indent, true);
    if (entry === undefined) {
      this.#report('line-not-understood', '');
      this.#breakLast();
    } else {
      parent?.nested.push(entry);
    }
  }

  #pair(indent: number, nested: boolean): ScannedEntry | undefined {
    const { head, tail, from } = this.#at;
    const delimiter = this.#at.delimiter(nested);
    if (delimiter <= head) return undefined;
    const { buffer } = this.#source;
    const rawKey = this.#source.text(head, trimEnd(buffer, head, delimiter));
    const value = this.#source.text(skipWhiteSpace(buffer, delimiter + 1, tail), tail);
    const key = nested ? rawKey : rawKey.toLowerCase();
    return { key, rawKey, value, line: this.#line, nested: [], from, indent };
  }

  #isKnown(section: ScannedSection, key: string): boolean {
    const { entries } = section;
    if (entries.length < FEW_KEYS) {
      for (const entry of entries) if (entry.key === key) return true;
      return false;
    }
    this.#keys ??= new Set(entries.map((entry) => entry.key));
    return this.#keys.has(key);
  }

  #indent(): number {
    const { from, head } = this.#at;
    if (from === head) return 0;
    return this.#source.text(from, head).length;
  }

  /** The key of a line, or nothing: what isn't clearly a key may be a secret and is never repeated. */
  #keyName(): string {
    const { head, tail } = this.#at;
    const text = this.#source.text(head, Math.min(tail, head + 200));
    const name = /^([a-z]+(?:_[a-z0-9]+)*)\s*[=:]/i.exec(text)?.[1] ?? '';
    return name.length > LONGEST_KEY ? '' : name;
  }

  #endSection(line: number, to: number): void {
    if (this.#section !== undefined) {
      this.#section.endLine = line;
      this.#section.to = to;
    }
    this.#section = undefined;
  }

  #breakLast(): void {
    const last = this.#sections.at(-1);
    if (last !== undefined) last.broken = true;
  }

  #report(reason: ConfigProblemReason, subject: string): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ line: this.#line, reason, subject });
  }
}

function lineAt(source: ConfigBytes, place: number): number {
  const at = new LineReader(source, source.start);
  let line = 0;
  while (at.read()) {
    line += 1;
    if (at.next > place) break;
  }
  return line;
}
