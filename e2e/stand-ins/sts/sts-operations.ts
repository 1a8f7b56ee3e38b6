import type { CredentialLedger, LedgerEntry } from '../credential-ledger.ts';
import { branch, leaf } from '../s3/http/xml-writer.ts';
import { StsError, accessDenied, validationError } from './sts-error.ts';
import { type StsRole, accountOf, nameOf } from './sts-role.ts';

export interface StsState {
  readonly credentials: CredentialLedger;
  /** Epoch milliseconds: when sessions begin and end. */
  readonly clock: () => number;
  readonly roles: StsRole[];
  readonly mfaCodes: Map<string, string[]>;
}

const SHORTEST_SECONDS = 900;
const DEFAULT_SECONDS = 3_600;

/** @returns the children of the result @throws {StsError} */
export function assumeRole(state: StsState, caller: LedgerEntry, form: URLSearchParams): string[] {
  const arn = form.get('RoleArn') ?? '';
  const refused = () =>
    accessDenied(
      `User: ${callerArn(caller)} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
    );
  const role = state.roles.find((one) => one.arn === arn);
  checkSessionName(form);
  const hasMfa = checkMfa(state, form);
  if (role === undefined || role.trusts?.(caller) === false) throw refused();
  if (role.externalId !== undefined && form.get('ExternalId') !== role.externalId) throw refused();
  if (role.needsMfa === true && !hasMfa) throw refused();
  return [...session(state, role, form, isChained(caller))];
}

/** @throws {StsError} */
export function assumeRoleWithWebIdentity(state: StsState, form: URLSearchParams): string[] {
  const role = state.roles.find(({ arn }) => arn === form.get('RoleArn'));
  const token = form.get('WebIdentityToken') ?? '';
  checkSessionName(form);
  if (token === '')
    throw new StsError('InvalidIdentityToken', 400, 'The ID Token provided is not a valid JWT.');
  if (role?.webIdentityTokens?.includes(token) !== true) {
    throw accessDenied('Not authorized to perform sts:AssumeRoleWithWebIdentity');
  }
  return [leaf('SubjectFromWebIdentityToken', 'stand-in'), ...session(state, role, form, false)];
}

export function getCallerIdentity(caller: LedgerEntry): string[] {
  return [leaf('Arn', callerArn(caller)), leaf('UserId', 'AIDASTANDIN'), leaf('Account', caller.accountId)];
}

function* session(
  { credentials, clock }: StsState,
  role: StsRole,
  form: URLSearchParams,
  chained: boolean,
): Generator<string> {
  const longest = role.maxSessionSeconds ?? DEFAULT_SECONDS;
  const seconds = Number(form.get('DurationSeconds') ?? DEFAULT_SECONDS);
  if (seconds < SHORTEST_SECONDS) {
    throw validationError(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900`,
    );
  }
  if (chained && seconds > DEFAULT_SECONDS) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (seconds > longest) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  const [accountId, roleName] = [accountOf(role), nameOf(role)];
  const issued = credentials.issue({ accountId, roleName, lifetimeMs: seconds * 1000, now: clock() });
  const name = form.get('RoleSessionName') ?? '';
  yield branch(
    'AssumedRoleUser',
    leaf('AssumedRoleId', `AROASTANDIN:${name}`),
    leaf('Arn', `arn:aws:sts::${accountId}:assumed-role/${roleName}/${name}`),
  );
  yield branch(
    'Credentials',
    leaf('AccessKeyId', issued.accessKeyId),
    leaf('SecretAccessKey', issued.secretAccessKey),
    leaf('SessionToken', issued.sessionToken),
    leaf('Expiration', new Date(issued.expiresAt).toISOString().replace(/\.\d{3}/, '')),
  );
}

/** `RoleSessionName` as the API reference describes it: 2 to 64 of these characters. */
function checkSessionName(form: URLSearchParams): void {
  const name = form.get('RoleSessionName') ?? '';
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return;
  throw validationError(
    `1 validation error detected: Value '${name}' at 'roleSessionName' failed to satisfy constraint`,
  );
}

/** @returns whether a code was given and proved right */
function checkMfa({ mfaCodes }: StsState, form: URLSearchParams): boolean {
  const [serial, code] = [form.get('SerialNumber'), form.get('TokenCode')];
  if (serial === null && code === null) return false;
  if (code !== null && !/^\d*$/.test(code)) {
    throw validationError(
      `1 validation error detected: Value '${code}' at 'tokenCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\d]*`,
    );
  }
  const codes = mfaCodes.get(serial ?? '');
  if (codes === undefined) {
    throw accessDenied(
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    );
  }
  const at = codes.indexOf(code ?? '');
  if (at < 0) throw accessDenied('MultiFactorAuthentication failed with invalid MFA one time pass code. ');
  codes.splice(at, 1);
  return true;
}

/** Sessions got with a session of a role last an hour at the longest. */
function isChained({ sessionToken }: LedgerEntry): boolean {
  return sessionToken !== '';
}

function callerArn({ accountId, roleName, accessKeyId }: LedgerEntry): string {
  return roleName === ''
    ? `arn:aws:iam::${accountId}:user/stand-in`
    : `arn:aws:sts::${accountId}:assumed-role/${roleName}/${accessKeyId.slice(-4)}`;
}
