import type { KeyChanges } from '../../../../../shared/config-change.ts';
import { failure } from '../../../app-failure.ts';
import type { ConfigDraft } from './config-draft.ts';
import { type FileRole, findEntry, findSections, type SectionPlace } from './config-files.ts';
import { findReferences, REFERRING_KEYS, type ReferencePlace } from './references.ts';

/**
 * Gives a profile or session another name, in both files and wherever it is referred to.
 * @returns the places that referred to it
 * @throws {AppFailure} `config.no-such-section`, `config.name-taken`, `config.bad-value`
 */
export function renameSection(
  draft: ConfigDraft,
  type: 'profile' | 'sso-session',
  name: string,
  newName: string,
): ReferencePlace[] {
  const sections = requireSections(draft, type, name);
  if (newName === name) return [];
  if (findSections(draft.files, type, newName).length > 0)
    throw failure('config.name-taken', { name: newName });
  for (const section of sections) draft.rename(section, type, newName);
  const references = findReferences(draft.before, type, new Set([name]));
  const places = references.map(({ place, by }) => {
    return { ...place, name: by === name && type === 'profile' ? newName : by };
  });
  draft.setAll(places, REFERRING_KEYS[type], newName);
  return references;
}

/**
 * Sets keys where they stand now, else where `aws configure set` would; null takes a key out wherever it stands, or
 * the one from the other file would count in its place.
 * @throws {AppFailure} `config.no-such-section`, `config.bad-value`
 */
export function setKeys(
  draft: ConfigDraft,
  type: 'profile' | 'sso-session',
  name: string,
  changes: KeyChanges,
): void {
  requireSections(draft, type, name);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) removeKey(draft, type, name, keyPath(key));
    else setKey(draft, type, name, keyPath(key), value);
  }
}

/** @throws {AppFailure} `config.no-such-section` */
export function requireSections(
  draft: ConfigDraft,
  type: 'profile' | 'sso-session',
  name: string,
): SectionPlace[] {
  const places = findSections(draft.files, type, name);
  if (places.length === 0) throw failure('config.no-such-section', { name });
  return places;
}

function setKey(
  draft: ConfigDraft,
  type: 'profile' | 'sso-session',
  name: string,
  key: string,
  value: string,
): void {
  const places = findSections(draft.files, type, name);
  const standing = places.findLast((place) => findEntry(draft.section(place), key) !== undefined);
  // The same value again would only cost a comment behind it.
  if (standing !== undefined && findEntry(draft.section(standing), key)?.value === value) return;
  if (type === 'sso-session') noteSignsOut(draft, name, key);
  const file: FileRole = standing?.file ?? (type === 'sso-session' ? 'config' : draft.homeOf(key));
  // Of several sections for one name the last counts.
  const place = places.findLast((place) => place.file === file);
  if (place !== undefined) return draft.set(place, type, name, key, value);
  draft.add(file, { type, name, entries: [[key, value]] });
}

function removeKey(draft: ConfigDraft, type: 'profile' | 'sso-session', name: string, key: string): void {
  for (const place of findSections(draft.files, type, name)) {
    if (findEntry(draft.section(place), key) === undefined) continue;
    draft.unset(place, key);
    if (key === 'aws_access_key_id' || key === 'aws_secret_access_key') noteKeysRemoved(draft, name);
  }
}

/** A token belongs to a portal; it outlives another name, and not another portal. */
function noteSignsOut(draft: ConfigDraft, session: string, key: string): void {
  if (key !== 'sso_start_url' && key !== 'sso_region') return;
  if (!draft.notes.some(({ kind }) => kind === 'signs-out')) draft.notes.push({ kind: 'signs-out', session });
}

export function noteKeysRemoved(draft: ConfigDraft, profile: string): void {
  const known = draft.notes.some((note) => note.kind === 'keys-removed' && note.profile === profile);
  if (!known) draft.notes.push({ kind: 'keys-removed', profile });
}

/** Keys are lower-case to AWS programs, nested ones as written. */
function keyPath(key: string): string {
  const [first = '', ...rest] = key.split('.');
  return [first.toLowerCase(), ...rest].join('.');
}
