import {
  type ConfigKeyView,
  type ConfigSectionView,
  isSecretEntry,
  isSecretKey,
} from '../../../../shared/config-change.ts';
import { failure } from '../../app-failure.ts';
import type { ConfigReading } from './config-reading.ts';
import { allEntries, findSections } from './plan/config-files.ts';
import { looksSecret } from './plan/masked-lines.ts';
import { asShown, findReferences } from './plan/references.ts';

/**
 * A profile or session as it stands in both files, each key where it counts.
 * @throws {AppFailure} `config.no-such-section`, `config.unreadable`
 */
export function sectionView(
  { files, paths, failures }: ConfigReading,
  kind: 'profile' | 'session',
  name: string,
): ConfigSectionView {
  const type = kind === 'profile' ? 'profile' : 'sso-session';
  const places = findSections(files, type, name);
  if (places.length === 0) {
    // It may stand in the file that can't be read.
    throw failures.config ?? failures.credentials ?? failure('config.no-such-section', { name });
  }
  const keys = new Map<string, ConfigKeyView>();
  for (const { file, index } of places) {
    for (const { path: key, entry } of allEntries(files[file].sections[index])) {
      // What slipped off its line may be a secret that only looks like a key.
      if (looksSecret(entry.rawKey)) continue;
      const [under] = key.split('.');
      const isNestedSecret = key.includes('.') && isSecretKey(under ?? '');
      if (isNestedSecret) continue;
      const value = isSecretEntry(key, entry.value) ? {} : { value: entry.value };
      keys.set(key, { key, ...value, path: paths[file], line: entry.line });
    }
  }
  const referencedBy = asShown(findReferences(files, type, new Set([name])));
  return { name, keys: [...keys.values()], referencedBy };
}
