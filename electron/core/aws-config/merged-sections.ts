import type { ConfigProblem } from '../../../shared/contract.ts';
import type { ReadConfigFile } from './config-file.ts';
import type { ConfigSection } from './document/config-section.ts';
import { type FileKind, readHeader } from './document/section-header.ts';

/** Everything that the files say of one name. */
export interface NamedSection {
  readonly keys: Map<string, string>;
  /** Where it first stands. */
  readonly path: string;
  readonly line: number;
}

export interface MergedSections {
  readonly profiles: ReadonlyMap<string, NamedSection>;
  readonly sessions: ReadonlyMap<string, NamedSection>;
  readonly services: ReadonlyMap<string, NamedSection>;
  /** Those of the files, too. */
  readonly problems: ConfigProblem[];
}

/** Keys that only a profile has. */
const PROFILE_KEYS = ['region', 'role_arn', 'source_profile', 'credential_process', 'login_session'];

/**
 * Joins what both files say. Keys of equal sections are joined, later ones win (as in the AWS SDK for JavaScript;
 * botocore refuses such a file); a key without a value never replaces one that has any (the SDK ignores it).
 */
export function mergedSections(config: ReadConfigFile, credentials: ReadConfigFile): MergedSections {
  const problems: ConfigProblem[] = [...config.problems, ...credentials.problems];
  const homes = {
    profile: new Map<string, NamedSection>(),
    'sso-session': new Map<string, NamedSection>(),
    services: new Map<string, NamedSection>(),
  };
  const readFile = ({ path, document }: ReadConfigFile, file: FileKind) => {
    const report = (section: ConfigSection, reason: ConfigProblem['reason']) =>
      void problems.push({ path, line: section.line, reason, subject: section.header });
    const seen = {
      profile: new Set<string>(),
      'sso-session': new Set<string>(),
      services: new Set<string>(),
    };
    // `[profile default]` stands for the profile alone where there is a `[default]`, too (the SDKs' common rule).
    const hasOldDefault = file === 'config' && document.sections.some(isOldDefault);
    for (const section of document.sections) {
      const { type, name } = readHeader(section.header, file);
      if (type === 'other') {
        // Other tools' sections (`[plugins]`, `[preview]`) are none of our business; a forgotten
        // `profile ` before a name is, since the CLI ignores such a section without a word.
        if (looksLikeProfile(section)) report(section, 'section-unknown');
        continue;
      }
      if (name === '') {
        report(section, 'section-unnamed');
        continue;
      }
      const isOverruled = hasOldDefault && section.header === 'default';
      if (isOverruled || seen[type].has(name)) report(section, 'duplicate-section');
      if (isOverruled) continue;
      seen[type].add(name);
      merge(homes[type], name, section, path);
    }
  };
  readFile(config, 'config');
  readFile(credentials, 'credentials');
  return {
    profiles: homes.profile,
    sessions: homes['sso-session'],
    services: homes.services,
    problems,
  };
}

/** `[profile default]`; without any value it is as if it weren't there (to the SDK for JavaScript). */
function isOldDefault({ header, entries }: ConfigSection): boolean {
  if (header === 'default' || !header.includes('default')) return false;
  const { type, name } = readHeader(header, 'config');
  if (type !== 'profile' || name !== 'default') return false;
  return entries.some(({ value, nested }) => value !== '' || nested.some((inner) => inner.value !== ''));
}

function looksLikeProfile(section: ConfigSection): boolean {
  return section.entries.some(({ key }) => key.startsWith('sso_') || PROFILE_KEYS.includes(key));
}

function merge(home: Map<string, NamedSection>, name: string, section: ConfigSection, path: string): void {
  const merged = home.get(name) ?? { keys: new Map<string, string>(), path, line: section.line };
  const set = (key: string, value: string) => {
    if (value !== '' || !merged.keys.get(key)) merged.keys.set(key, value);
  };
  for (const entry of section.entries) {
    set(entry.key, entry.value);
    for (const inner of entry.nested) set(`${entry.key}.${inner.key}`, inner.value);
  }
  home.set(name, merged);
}
