import { expect } from 'vitest';
import type { AppErrorCode } from '../../../../../shared/app-error.ts';
import type { ConfigChange, SsoSessionFields } from '../../../../../shared/config-change.ts';
import type { AwsProfile } from '../../aws-profiles.ts';

export const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
export const ACME: SsoSessionFields = {
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  registrationScopes: ['sso:account:access'],
};
export const CONFIG = `# mine
[default]
region = eu-west-1 ; at home

[profile base]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = ReadOnly

[profile chained]
role_arn = arn:aws:iam::444455556666:role/Deploy
source_profile = base
s3 =
    addressing_style = path

[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
`;
export const CREDENTIALS = `[keys]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = ${SECRET}

[base]
region = us-east-1
`;
export const failsWith = (code: AppErrorCode, params: object = {}) =>
  expect.objectContaining({
    error: expect.objectContaining({ code, params: expect.objectContaining(params) as object }) as object,
  }) as Error;
export const addOne = {
  kind: 'add-profiles',
  through: { kind: 'session', name: 'acme' },
  profiles: [{ name: 'new', accountId: '111122223333', roleName: 'Admin' }],
} satisfies ConfigChange;
export const ADDED =
  '[profile new]\nsso_session = acme\nsso_account_id = 111122223333\nsso_role_name = Admin\n';
export const profile = (more: Partial<AwsProfile>): AwsProfile => ({
  name: 'new',
  kind: 'sso',
  sessionId: 'sso-session:acme',
  accountId: '111122223333',
  roleName: 'Admin',
  keys: new Map(),
  ...more,
});
