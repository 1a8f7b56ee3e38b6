import { failure } from '../../../app-failure.ts';
import type { ConfigDraft } from './config-draft.ts';
import { allEntries, FILE_ROLES, findSections, type SectionPlace } from './config-files.ts';
import { noteKeysRemoved, requireSections } from './edit-section.ts';
import { findReferences, holdsKeys, type ReferencePlace } from './references.ts';

/**
 * A profile's keys once more under another name, in the files where they stand. Comments are not copied.
 * @throws {AppFailure} `config.no-such-section`, `config.name-taken`, `config.bad-value`
 */
export function duplicateProfile(draft: ConfigDraft, name: string, copyName: string): void {
  const places = requireSections(draft, 'profile', name);
  if (findSections(draft.files, 'profile', copyName).length > 0)
    throw failure('config.name-taken', { name: copyName });
  for (const file of FILE_ROLES) {
    const inFile = places.filter((place) => place.file === file);
    if (inFile.length > 0) copyKeys(draft, inFile, name, copyName);
  }
}

function copyKeys(draft: ConfigDraft, places: readonly SectionPlace[], name: string, copyName: string): void {
  const [{ file } = { file: 'config' as const }] = places;
  const keys = new Map<string, string>();
  for (const place of places) {
    for (const { path, entry } of allEntries(draft.section(place))) keys.set(path, entry.value);
  }
  // A key without a value means nothing by itself; above nested keys it comes with them.
  const entries = [...keys].filter(([, value]) => value !== '');
  draft.add(file, { type: 'profile', name: copyName, entries, copiedFrom: name });
}

/**
 * @returns what refers to them and is not deleted itself
 * @throws {AppFailure} `config.no-such-section`
 */
export function deleteProfiles(draft: ConfigDraft, names: readonly string[]): ReferencePlace[] {
  const gone = new Set(names);
  const places = [...gone].flatMap((name) => {
    const found = requireSections(draft, 'profile', name);
    if (found.some((place) => holdsKeys(draft.files, place))) noteKeysRemoved(draft, name);
    return found;
  });
  const references = findReferences(draft.files, 'profile', gone).filter(({ by }) => !gone.has(by));
  draft.removeAll(places);
  return references;
}

/**
 * @param withProfiles whether the profiles that sign in through it go, too
 * @returns what refers to anything deleted and is not deleted itself, and the names of the profiles that go
 * @throws {AppFailure} `config.no-such-section`
 */
export function deleteSession(
  draft: ConfigDraft,
  name: string,
  withProfiles: boolean,
): { readonly references: ReferencePlace[]; readonly profiles: readonly string[] } {
  requireSections(draft, 'sso-session', name);
  const users = findReferences(draft.files, 'sso-session', new Set([name]));
  const profiles = withProfiles ? [...new Set(users.map(({ by }) => by))] : [];
  const references = profiles.length > 0 ? deleteProfiles(draft, profiles) : [];
  draft.removeAll(findSections(draft.files, 'sso-session', name));
  return { references: withProfiles ? references : users, profiles };
}
