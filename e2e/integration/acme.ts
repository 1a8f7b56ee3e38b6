import type { Organisation } from '../stand-ins/identity-center/index.ts';

export const ACME_URL = 'https://acme.awsapps.com/start';
export const ACME_SESSION = 'sso-session:acme';

/** The organisation that most tests sign in to. */
export function acmeOrganisation(): Organisation {
  return {
    startUrl: ACME_URL,
    region: 'eu-west-1',
    name: 'Acme',
    accounts: [
      {
        accountId: '111122223333',
        accountName: 'acme-production',
        emailAddress: 'aws-production@acme.example',
        roles: ['AdministratorAccess', 'ReadOnly'],
      },
      { accountId: '444455556666', roles: ['Developer'] },
    ],
  };
}

export const ACME_CONFIG = `
[sso-session acme]
sso_start_url = ${ACME_URL}
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile prod-ro]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = ReadOnly
region = eu-west-1

[profile dev]
sso_session = acme
sso_account_id = 444455556666
sso_role_name = Developer
region = ap-northeast-1

[profile gone]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = NoSuchRole
`;
