import { oidcError } from './service-error.ts';

/** The kinds of member the OIDC requests have; `?` marks an optional one. */
export type MemberKind = 'string' | 'string?' | 'list?';

export type Structure<Members extends Record<string, MemberKind>> = {
  [Name in keyof Members]: Members[Name] extends 'string'
    ? string
    : Members[Name] extends 'string?'
      ? string | undefined
      : string[] | undefined;
};

/**
 * Checks a request body against its service-model shape. Unknown members are ignored and `null` counts as
 * absent, as REST-JSON services treat them.
 *
 * @throws ServiceError InvalidRequestException for a body that is no object, and for a missing or mistyped member.
 */
export function readStructure<const Members extends Record<string, MemberKind>>(
  body: unknown,
  members: Members,
): Structure<Members> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid('The body is no JSON object.');
  const given = new Map<string, unknown>(Object.entries(body));
  const read = Object.entries(members).map(([name, kind]) => [
    name,
    member(name, kind, given.get(name) ?? undefined),
  ]);
  return Object.fromEntries(read) as Structure<Members>;
}

function member(name: string, kind: MemberKind, value: unknown): unknown {
  if (value === undefined && kind.endsWith('?')) return undefined;
  if (value === undefined || value === '') throw invalid(`Missing required member '${name}'.`);
  if (kind === 'list?' ? isStringList(value) : typeof value === 'string') return value;
  throw invalid(`Member '${name}' must be a ${kind === 'list?' ? 'list of strings' : 'string'}.`);
}

function isStringList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function invalid(description: string): Error {
  return oidcError('InvalidRequestException', description);
}
