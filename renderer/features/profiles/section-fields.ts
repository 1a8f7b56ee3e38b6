import { type ConfigKeyView, type ConfigSectionView } from '../../../shared/config-change.ts';
import type { ProfilesMessages } from '../../../shared/messages/en/profiles.ts';
import type { FieldRule } from './field-rules.ts';

type Words = ProfilesMessages['edit'];
/** Those of the form's words that are one sentence. */
type Word = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

/** A key that has a field of its own in the form. */
export interface FieldSpec {
  /** As in the file. */
  readonly key: string;
  readonly label: Word;
  readonly hint: Word;
  readonly input?: 'region' | 'session' | 'profile' | 'output' | 'secret';
  readonly rule?: FieldRule;
  readonly required?: boolean;
}

const SSO: readonly FieldSpec[] = [
  { key: 'sso_session', label: 'session', hint: 'sessionHint', input: 'session', required: true },
];
const LEGACY: readonly FieldSpec[] = [
  { key: 'sso_start_url', label: 'startUrl', hint: 'startUrlHint', rule: 'start-url', required: true },
  {
    key: 'sso_region',
    label: 'ssoRegion',
    hint: 'ssoRegionHint',
    input: 'region',
    rule: 'region',
    required: true,
  },
];
const PORTAL_ROLE: readonly FieldSpec[] = [
  { key: 'sso_account_id', label: 'accountId', hint: 'accountIdHint', rule: 'account-id' },
  { key: 'sso_role_name', label: 'roleName', hint: 'roleNameHint', rule: 'role-name' },
];
const ROLE: readonly FieldSpec[] = [
  { key: 'source_profile', label: 'sourceProfile', hint: 'sourceProfileHint', input: 'profile' },
  { key: 'role_arn', label: 'roleArn', hint: 'roleArnHint', rule: 'role-arn', required: true },
  { key: 'mfa_serial', label: 'mfaSerial', hint: 'mfaSerialHint' },
  { key: 'external_id', label: 'externalId', hint: 'externalIdHint' },
  { key: 'duration_seconds', label: 'duration', hint: 'durationHint', rule: 'duration' },
];
const STATIC: readonly FieldSpec[] = [
  {
    key: 'aws_access_key_id',
    label: 'accessKeyId',
    hint: 'accessKeyIdHint',
    rule: 'access-key-id',
    required: true,
  },
  { key: 'aws_secret_access_key', label: 'secretKey', hint: 'secretHint', input: 'secret', required: true },
  { key: 'aws_session_token', label: 'sessionToken', hint: 'secretHint', input: 'secret' },
];
const PROCESS: readonly FieldSpec[] = [
  { key: 'credential_process', label: 'credentialProcess', hint: 'credentialProcessHint', required: true },
];
const COMMON: readonly FieldSpec[] = [
  { key: 'region', label: 'region', hint: 'regionHint', input: 'region', rule: 'region' },
  { key: 'output', label: 'output', hint: 'outputHint', input: 'output' },
  { key: 'endpoint_url', label: 'endpointUrl', hint: 'endpointUrlHint', rule: 'endpoint-url' },
];

const SESSION: readonly FieldSpec[] = [
  ...LEGACY.toReversed(),
  { key: 'sso_registration_scopes', label: 'scopes', hint: 'scopesHint', rule: 'scopes' },
];

/** The fields that a profile or session is shown with: those of its kind, and for a profile those of every kind. */
export function fieldsOf(kind: 'profile' | 'session', section: ConfigSectionView): readonly FieldSpec[] {
  if (kind === 'session') return SESSION;
  const has = (key: string) => section.keys.some((one) => one.key === key);
  const signsIn = has('sso_session') ? SSO : has('sso_start_url') ? LEGACY : [];
  return [
    ...signsIn,
    ...(signsIn.length > 0 || has('sso_account_id') || has('sso_role_name') ? PORTAL_ROLE : []),
    ...(has('role_arn') || has('source_profile') ? ROLE : []),
    ...(has('aws_access_key_id') || has('aws_secret_access_key') ? STATIC : []),
    ...(has('credential_process') ? PROCESS : []),
    ...COMMON,
  ];
}

/** The keys that have no field, in the order of the file; a bare one above nested keys is none by itself. */
export function otherKeys(
  section: ConfigSectionView,
  fields: readonly FieldSpec[],
): readonly ConfigKeyView[] {
  const shown = new Set(fields.map(({ key }) => key));
  return section.keys.filter(({ key, value }) => {
    if (shown.has(key)) return false;
    return value !== '' || !section.keys.some((other) => other.key.startsWith(`${key}.`));
  });
}
