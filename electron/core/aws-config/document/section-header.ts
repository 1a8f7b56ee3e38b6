import { failure } from '../../app-failure.ts';
import { shellQuoted, shellWords } from './shell-words.ts';
import { demandHeader, demandName } from './writable.ts';

export type SectionType = 'profile' | 'sso-session' | 'services';
export type FileKind = 'config' | 'credentials';

const TYPES: readonly SectionType[] = ['profile', 'sso-session', 'services'];

/** What needs no splitting: most headers, of which there may be thousands. */
const PLAIN = /^(profile|sso-session|services) ([\w@%+=:,./-]+)$/;

/**
 * The header of a section as the AWS CLI writes it: in the credentials file the bare name, in the config file
 * `default` or the type and the name, quoted where it has white space (`shlex.quote`).
 * @throws AppFailure config.bad-value for a name that can't be written so that it is read back
 */
export function sectionHeader(type: SectionType, name: string, file: FileKind): string {
  demandName(type, name);
  const header = bareOrTyped(type, name, file);
  demandHeader(header);
  const read = readHeader(header, file);
  if (read.type !== type || read.name !== name) {
    throw failure('config.bad-value', { key: type, reason: 'not-allowed' });
  }
  return header;
}

function bareOrTyped(type: SectionType, name: string, file: FileKind): string {
  if (file === 'credentials' || (type === 'profile' && name === 'default')) return name;
  // The CLI quotes white space only, and can't read back what it writes for a quote or a backslash.
  return `${type} ${/[\s'"\\]/.test(name) ? shellQuoted(name) : name}`;
}

/**
 * What a header means. In the credentials file each section is a profile, its name as it stands. In the config
 * file botocore splits the header as a shell would: `profile a b` has a word too many and is no profile.
 */
export function readHeader(
  header: string,
  file: FileKind,
): { readonly type: SectionType | 'other'; readonly name: string } {
  if (file === 'credentials') return { type: 'profile', name: header };
  if (header === 'default') return { type: 'profile', name: header };
  const plain = PLAIN.exec(header);
  if (plain !== null) return { type: plain[1] as SectionType, name: plain[2] ?? '' };
  const type = TYPES.find((one) => header.startsWith(one));
  const words = type === undefined ? undefined : shellWords(header);
  const [first, name] = words ?? [];
  if (type === undefined || first !== type || name === undefined || words?.length !== 2) {
    return { type: 'other', name: header };
  }
  return { type, name };
}
