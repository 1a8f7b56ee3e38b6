/** Names of profiles and sessions: made from a template, and checked before anything is written. */

/** What a template may hold, in braces. */
export const NAME_TOKENS = ['account', 'accountId', 'role', 'session', 'region'] as const;
export type NameToken = (typeof NAME_TOKENS)[number];

/** What `aws configure sso` proposes for a single profile. */
export const ONE_TEMPLATE = '{role}-{accountId}';
export const MANY_TEMPLATE = '{account}-{role}';

/** A role of the access portal that is to become a profile. */
export interface RoleToName {
  readonly accountId: string;
  readonly accountName?: string | undefined;
  readonly roleName: string;
}

export interface NameSources {
  readonly session: string;
  /** The client region; empty for none. */
  readonly region: string;
  /** Account names with spaces become names that need no quotes in a shell. */
  readonly hyphens: boolean;
}

/** Why a name can't stand in a section's header. */
export type BadName = 'empty' | 'line-break' | 'brackets' | 'not-allowed';

/** Why it can't be given to a profile: `taken` by one that exists, `repeated` among the new ones. */
export type NameProblem = BadName | 'taken' | 'repeated';

export interface PlannedName {
  readonly name: string;
  readonly problem?: NameProblem;
}

export type TemplateProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown-token'; readonly token: string }
  | { readonly kind: 'no-region' };

// Names that the AWS SDK loses on its way through plain objects.
const OBJECT_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));
const TOKEN = /\{([^{}]*)\}/g;

/** What is wrong with a name; undefined where it can stand in the file. White space is fine, it is quoted. */
export function badName(name: string): BadName | undefined {
  if (name.trim() === '') return 'empty';
  if (/[\r\n\u0085\u2028\u2029]/.test(name)) return 'line-break';
  if (/[[\]]/.test(name)) return 'brackets';
  // Quotes and backslashes end or bend the quoted form; ` #` and ` ;` begin a comment for some readers.
  if (/[\p{Cc}\p{Cs}"'\\]|\s[#;]|^[#;]|^\s|\s$/u.test(name)) return 'not-allowed';
  return OBJECT_NAMES.has(name) ? 'not-allowed' : undefined;
}

/** What is wrong with a template as a whole; undefined where it can be used. */
export function templateProblem(template: string, { region }: NameSources): TemplateProblem | undefined {
  if (template.trim() === '') return { kind: 'empty' };
  for (const [, token = ''] of template.matchAll(TOKEN)) {
    if (!isToken(token)) return { kind: 'unknown-token', token: `{${token}}` };
    if (token === 'region' && region === '') return { kind: 'no-region' };
  }
  return undefined;
}

/** The name that a template gives a role. What its values hold that no name may hold is left out. */
export function nameFrom(template: string, role: RoleToName, sources: NameSources): string {
  const { accountId, accountName = '', roleName } = role;
  const account = tidy(accountName, sources.hyphens);
  const values: Record<NameToken, string> = {
    // An account without a name is known by its number.
    account: account === '' ? accountId : account,
    accountId,
    role: tidy(roleName, sources.hyphens),
    session: tidy(sources.session, sources.hyphens),
    region: tidy(sources.region, sources.hyphens),
  };
  return template
    .replaceAll(TOKEN, (whole, token: string) => (isToken(token) ? values[token] : whole))
    .trim();
}

/** The names of all, each with what is wrong with it. @param taken names of the profiles that exist */
export function planNames(
  template: string,
  roles: readonly RoleToName[],
  sources: NameSources,
  taken: ReadonlySet<string>,
): readonly PlannedName[] {
  const names = roles.map((role) => nameFrom(template, role, sources));
  const seen = new Map<string, number>();
  for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
  return names.map((name) => {
    const problem =
      badName(name) ?? (taken.has(name) ? 'taken' : (seen.get(name) ?? 0) > 1 ? 'repeated' : undefined);
    return problem === undefined ? { name } : { name, problem };
  });
}

/** The name itself, or with the first number behind it that makes it a new one. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function isToken(token: string): token is NameToken {
  return (NAME_TOKENS as readonly string[]).includes(token);
}

function tidy(value: string, hyphens: boolean): string {
  const plain = value
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replaceAll(/[[\]"'\\#;\p{Cs}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return hyphens ? plain.replaceAll(' ', '-') : plain;
}
