import type { ConfigPlanNote } from '../../../../../shared/config-change.ts';
import { isCredentialsKey, type SectionEdit } from '../../../../../shared/configure-command.ts';
import type { ConfigPaths } from '../../config-paths.ts';
import type { ConfigSection } from '../../document/config-section.ts';
import { sectionHeader } from '../../document/section-header.ts';
import { appendSections } from './append-sections.ts';
import { editSections, withoutSections } from './bulk-edit.ts';
import { type ConfigFiles, FILE_ROLES, type FileRole, findEntry, type SectionPlace } from './config-files.ts';

export type Entries = readonly (readonly [key: string, value: string])[];

export interface DraftSection {
  readonly type: 'profile' | 'sso-session';
  readonly name: string;
  /** Nested keys as `s3.addressing_style`. */
  readonly entries: Entries;
  /** The profile that the keys were copied from. */
  readonly copiedFrom?: string;
}

/** The files while a change is worked out: each edit is done, and remembered for its command. */
export class ConfigDraft {
  readonly before: ConfigFiles;
  readonly #paths: ConfigPaths;
  readonly #files: Record<FileRole, ConfigFiles[FileRole]>;
  readonly edits: SectionEdit[] = [];
  readonly notes: ConfigPlanNote[] = [];

  constructor(before: ConfigFiles, paths: ConfigPaths) {
    this.before = before;
    this.#files = { ...before };
    this.#paths = paths;
  }

  get files(): ConfigFiles {
    return this.#files;
  }

  section({ file, index }: SectionPlace): ConfigSection {
    const section = this.#files[file].sections[index];
    if (section === undefined) throw new Error('a section is gone that was there');
    return section;
  }

  /** @throws {AppFailure} `config.bad-value`, `config.no-such-section` */
  set(place: SectionPlace, type: 'profile' | 'sso-session', name: string, key: string, value: string): void {
    const { file } = place;
    const section = this.section(place);
    this.#noteComment(place, key);
    this.#files[file] = this.#files[file].withKey(section, key, value);
    this.edits.push({ ...this.#at(file, section.header), kind: 'set', type, name, key, value });
  }

  /** Sets one key, which stands in each of these sections, to one value. @throws {AppFailure} `config.bad-value` */
  setAll(places: readonly (SectionPlace & { readonly name: string })[], key: string, value: string): void {
    for (const file of FILE_ROLES) {
      const inFile = places.filter((place) => place.file === file);
      for (const place of inFile) {
        this.#noteComment(place, key);
        const at = this.#at(file, this.section(place).header);
        this.edits.push({ ...at, kind: 'set', type: 'profile', name: place.name, key, value });
      }
      const indexes = inFile.map(({ index }) => index);
      this.#files[file] = editSections(this.#files[file], indexes, (document, section) =>
        document.withKey(section, key, value),
      );
    }
  }

  unset(place: SectionPlace, key: string): void {
    const { file } = place;
    const section = this.section(place);
    this.#noteComment(place, key);
    this.#files[file] = this.#files[file].withKey(section, key, null);
    this.edits.push({ ...this.#at(file, section.header), kind: 'unset', key });
  }

  /**
   * A new section at the end of its file, with its keys in this order.
   * @throws {AppFailure} `config.bad-value`
   */
  add(file: FileRole, section: DraftSection): SectionPlace {
    this.addAll(file, [section]);
    return { file, index: this.#files[file].sections.length - 1 };
  }

  /** @throws {AppFailure} `config.bad-value` */
  addAll(file: FileRole, sections: readonly DraftSection[]): void {
    const added = sections.map(({ type, name, entries }) => ({
      header: sectionHeader(type, name, file),
      entries,
    }));
    this.#files[file] = appendSections(this.#files[file], added, this.#paths[file]);
    sections.forEach(({ type, name, entries, copiedFrom }, index) => {
      const at = this.#at(file, added[index]?.header ?? '');
      if (entries.length === 0) this.edits.push({ ...at, kind: 'add' });
      const copied = copiedFrom === undefined ? {} : { copiedFrom };
      for (const [key, value] of entries)
        this.edits.push({ ...at, kind: 'set', type, name, key, value, ...copied });
    });
  }

  rename(place: SectionPlace, type: 'profile' | 'sso-session', newName: string): void {
    const { file } = place;
    const section = this.section(place);
    const newHeader = sectionHeader(type, newName, file);
    this.#files[file] = this.#files[file].withHeader(section, newHeader);
    this.edits.push({ ...this.#at(file, section.header), kind: 'rename', newHeader });
  }

  /** Sections behind them in their files get other numbers. */
  removeAll(places: readonly SectionPlace[]): void {
    for (const file of FILE_ROLES) {
      const inFile = places.filter((place) => place.file === file);
      for (const place of inFile) {
        this.edits.push({ ...this.#at(file, this.section(place).header), kind: 'delete' });
      }
      this.#files[file] = withoutSections(
        this.#files[file],
        inFile.map(({ index }) => index),
      );
    }
  }

  /** Where a key goes that stands nowhere yet: static keys to the credentials file, as `aws configure set` does. */
  homeOf(key: string): FileRole {
    const isOneFile = this.#paths.config === this.#paths.credentials;
    return isCredentialsKey(key) && !isOneFile ? 'credentials' : 'config';
  }

  #at(file: FileRole, header: string) {
    return { file, path: this.#paths[file], header };
  }

  #noteComment({ file, index }: SectionPlace, key: string): void {
    const document = this.before[file];
    const entry = findEntry(document.sections[index], key);
    if (entry === undefined) return;
    const written = document.lines[entry.line - 1] ?? '';
    const rest = written.slice(written.search(/[=:]/) + 1).trim();
    if (rest === entry.value) return;
    this.notes.push({ kind: 'comment-dropped', path: this.#paths[file], line: entry.line });
  }
}
