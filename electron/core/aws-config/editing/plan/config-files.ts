import type { ConfigDocument } from '../../document/config-document.ts';
import type { ConfigEntry, ConfigSection } from '../../document/config-section.ts';
import { readHeader } from '../../document/section-header.ts';

export type FileRole = 'config' | 'credentials';
export type SectionType = 'profile' | 'sso-session' | 'services';

/** The later one wins where a key stands in both: credentials (botocore `session.py`, `full_config`). */
export const FILE_ROLES = ['config', 'credentials'] as const satisfies readonly FileRole[];

/** Both files, as read. */
export type ConfigFiles = Readonly<Record<FileRole, ConfigDocument>>;

/** Where a section is: sections keep their numbers while only keys and headers are edited. */
export interface SectionPlace {
  readonly file: FileRole;
  readonly index: number;
}

/** Every section that stands for a name, in the order in which they count: the last wins. */
export function findSections(files: ConfigFiles, type: SectionType, name: string): SectionPlace[] {
  return FILE_ROLES.flatMap((file) =>
    files[file].sections.flatMap(({ header }, index) => {
      const read = readHeader(header, file);
      return read.type === type && read.name === name ? [{ file, index }] : [];
    }),
  );
}

/** A key of a section, nested ones as `s3.addressing_style`; of several equal ones the last, which counts. */
export function findEntry(section: ConfigSection | undefined, key: string): ConfigEntry | undefined {
  return allEntries(section)
    .toReversed()
    .find((entry) => entry.path === key)?.entry;
}

export interface EntryAt {
  /** Lower-cased, as AWS programs compare keys; a nested part as written. */
  readonly path: string;
  readonly entry: ConfigEntry;
}

/** Every key, the nested ones behind the one above them. */
export function allEntries(section: ConfigSection | undefined): EntryAt[] {
  return (section?.entries ?? []).flatMap((entry) => [
    { path: entry.key, entry },
    ...entry.nested.map((inner) => ({ path: `${entry.key}.${inner.key}`, entry: inner })),
  ]);
}
