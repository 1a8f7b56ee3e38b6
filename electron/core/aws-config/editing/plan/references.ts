import type { ConfigReference } from '../../../../../shared/config-change.ts';
import { readHeader } from '../../document/section-header.ts';
import {
  allEntries,
  type ConfigFiles,
  FILE_ROLES,
  findEntry,
  type SectionPlace,
  type SectionType,
} from './config-files.ts';

/** Keys of a profile that hold another section's name (botocore `credentials.py`, `configprovider.py`). */
export const REFERRING_KEYS: Readonly<Record<SectionType, string>> = {
  profile: 'source_profile',
  'sso-session': 'sso_session',
  services: 'services',
};

export interface ReferencePlace extends ConfigReference {
  readonly place: SectionPlace;
}

/** Every place in both files that names a profile, a session or a services section. */
export function findReferences(
  files: ConfigFiles,
  type: SectionType,
  names: ReadonlySet<string>,
): ReferencePlace[] {
  const key = REFERRING_KEYS[type];
  return FILE_ROLES.flatMap((file) =>
    files[file].sections.flatMap((section, index): ReferencePlace[] => {
      const named = findEntry(section, key)?.value;
      if (named === undefined || !names.has(named)) return [];
      const by = readHeader(section.header, file);
      if (by.type !== 'profile' && by.type !== 'sso-session') return [];
      const byKind = by.type === 'profile' ? 'profile' : 'session';
      return [{ by: by.name, byKind, key, place: { file, index } }];
    }),
  );
}

/** Without the places, and each once: a profile may stand in both files. */
export function asShown(references: readonly ReferencePlace[]): ConfigReference[] {
  const shown = new Map<string, ConfigReference>();
  for (const { by, byKind, key } of references) {
    shown.set(`${byKind} ${key} ${by}`, { by, byKind, key });
  }
  return [...shown.values()];
}

/** Whether a section holds static keys of its own. */
export function holdsKeys(files: ConfigFiles, { file, index }: SectionPlace): boolean {
  return allEntries(files[file].sections[index]).some(
    ({ path }) => path === 'aws_access_key_id' || path === 'aws_secret_access_key',
  );
}
