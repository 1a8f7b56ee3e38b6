import { failure } from '../../app-failure.ts';
import { ConfigBytes } from './config-bytes.ts';
import type { ConfigSection } from './config-section.ts';
import type { IniProblem } from './ini-problem.ts';
import { keyChange } from './key-change.ts';
import { type Scan, type ScannedEntry, type ScannedSection, scanConfig } from './scan-config.ts';
import { addition, headerChange, removal } from './section-change.ts';
import { type Splice, spliced } from './splice.ts';

export type { ConfigEntry, ConfigSection } from './config-section.ts';
export type { IniProblem } from './ini-problem.ts';

/**
 * An AWS config or credentials file as its bytes, and what they mean. Each edit gives a new document in which
 * every byte outside the edited lines is as it was: comments, order, line ends, a byte order mark, a missing
 * last line end, even bytes that aren't UTF-8.
 */
export class ConfigDocument {
  readonly bytes: Uint8Array;
  readonly sections: readonly ConfigSection[];
  readonly problems: readonly IniProblem[];
  readonly #source: ConfigBytes;
  readonly #scan: Scan;
  readonly #path: string;
  #lines: readonly string[] | undefined;

  private constructor(source: ConfigBytes, scan: Scan, path: string) {
    this.bytes = source.buffer;
    this.sections = scan.sections;
    this.problems = scan.problems;
    this.#source = source;
    this.#scan = scan;
    this.#path = path;
  }

  /**
   * Reads any bytes and never throws: what can't be used is among the problems, with its line.
   * @param path for the words of errors only
   */
  static read(bytes: Uint8Array, path = ''): ConfigDocument {
    const source = new ConfigBytes(bytes);
    return new ConfigDocument(source, scanConfig(source), path);
  }

  /** The lines without their ends, for showing them. */
  get lines(): readonly string[] {
    if (this.#lines === undefined) {
      const { start, length } = this.#source;
      const lines = this.#source.text(start, length).split(/\r\n|\n|\r/);
      if (lines.at(-1) === '') lines.pop();
      this.#lines = lines;
    }
    return this.#lines;
  }

  /**
   * Sets a key, or takes it out with null. Of duplicate keys, the one that counts is set, and all are taken out. A
   * comment behind a changed value goes: to botocore it is a part of the value.
   * @param key a nested one as `s3.addressing_style`
   * @throws AppFailure config.bad-value, config.no-such-section; config.unreadable where the section is broken
   */
  withKey(section: ConfigSection, key: string, value: string | null): ConfigDocument {
    const index = this.#find(section);
    const scanned = this.#unbroken(index);
    const place = { source: this.#source, sections: this.#scan.sections, section: scanned };
    const splices = keyChange(place, key, value);
    if (splices.length === 0) return this;
    return this.#edited(splices, (after) => this.#demandSame(after, index, 1, 1));
  }

  /**
   * Adds a section at the end of the file.
   * @param entries nested keys as `s3.addressing_style`
   * @throws AppFailure config.bad-value; config.name-taken where that very header stands in the file
   */
  withSection(header: string, entries: readonly (readonly [key: string, value: string])[]): ConfigDocument {
    this.#demandText();
    this.#demandFree(header);
    const splice = addition(this.#source, this.#scan.sections, header, entries);
    const end = this.sections.length;
    return this.#edited([splice], (after) => {
      this.#demandSame(after, end, 0, 1);
      if (after.sections[end]?.header !== header) this.#refuse();
    });
  }

  /**
   * Takes a section out, with the comments directly above it (but for those at the top of the file) and the blank
   * lines after it.
   * @throws AppFailure config.no-such-section; config.unreadable where the section is broken
   */
  withoutSection(section: ConfigSection): ConfigDocument {
    const index = this.#find(section);
    this.#unbroken(index);
    const splice = removal(this.#source, this.#scan.sections, index);
    return this.#edited([splice], (after) => this.#demandSame(after, index, 1, 0));
  }

  /**
   * Changes what stands between the brackets.
   * @throws AppFailure config.bad-value, config.no-such-section; config.name-taken where that very header stands in
   * the file; config.unreadable where the section is broken
   */
  withHeader(section: ConfigSection, header: string): ConfigDocument {
    const index = this.#find(section);
    const scanned = this.#unbroken(index);
    if (scanned.header === header) return this;
    this.#demandFree(header);
    const splice = headerChange(this.#source, scanned, header);
    return this.#edited([splice], (after) => {
      this.#demandSame(after, index, 1, 1);
      if (after.sections[index]?.header !== header) this.#refuse();
    });
  }

  #edited(splices: readonly Splice[], demand: (after: ConfigDocument) => void): ConfigDocument {
    const after = ConfigDocument.read(spliced(this.bytes, splices), this.#path);
    demand(after);
    return after;
  }

  /** A section of an earlier document counts where the same header is still on the same line. */
  #find(section: ConfigSection): number {
    const { sections } = this.#scan;
    const same = sections.findIndex((one) => one === section);
    const { line, header } = section;
    const index = same >= 0 ? same : sections.findIndex((one) => one.line === line && one.header === header);
    if (index < 0) throw failure('config.no-such-section', { name: header });
    return index;
  }

  #unbroken(index: number): ScannedSection {
    const section = this.#scan.sections[index];
    if (section === undefined || section.broken) return this.#refuse();
    return section;
  }

  #demandText(): void {
    if (this.problems.some(({ reason }) => reason === 'binary')) this.#refuse();
  }

  #demandFree(header: string): void {
    // botocore refuses a whole file in which a header stands twice.
    if (this.sections.some((one) => one.header === header))
      throw failure('config.name-taken', { name: header });
  }

  /**
   * An edit must not change what the rest of the file means, as a line does that others are indented under. What
   * stands behind a header is read alike whatever is above it, so that only the neighbours can suffer.
   */
  #demandSame(after: ConfigDocument, index: number, gone: number, come: number): void {
    const [before, now] = [this.#scan.sections, after.#scan.sections];
    const isWhole =
      now.length === before.length - gone + come &&
      isSame(before[index - 1], now[index - 1]) &&
      isSame(before[index + gone], now[index + come]);
    if (!isWhole) this.#refuse();
  }

  #refuse(): never {
    const reason = this.problems.some((one) => one.reason === 'binary') ? 'binary' : 'broken-section';
    throw failure('config.unreadable', { path: this.#path, reason });
  }
}

function isSame(one: ScannedSection | undefined, other: ScannedSection | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.header === other.header && one.broken === other.broken && areSame(one.entries, other.entries);
}

function areSame(some: readonly ScannedEntry[], others: readonly ScannedEntry[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      return (
        other !== undefined &&
        one.rawKey === other.rawKey &&
        one.value === other.value &&
        areSame(one.nested, other.nested)
      );
    })
  );
}
