import { type Organisation, manyAccounts } from '../../e2e/stand-ins/identity-center/index.ts';

const acme: Organisation = {
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  name: 'Acme',
  accounts: [
    {
      accountId: '111122223333',
      accountName: 'acme-production',
      emailAddress: 'aws+production@acme.example',
      roles: ['AdministratorAccess', 'ReadOnlyAccess'],
    },
    {
      accountId: '444455556666',
      accountName: 'acme-development',
      emailAddress: 'aws+development@acme.example',
      roles: ['Auditor', 'DeveloperAccess'],
    },
    {
      accountId: '777788889999',
      accountName: 'acme-data',
      emailAddress: 'aws+data@acme.example',
      roles: ['DataScientist'],
    },
  ],
};

const kitakaze: Organisation = {
  startUrl: 'https://kitakaze.awsapps.com/start',
  region: 'ap-northeast-1',
  name: '北風商事',
  accounts: manyAccounts(240, 3),
};

const partner: Organisation = {
  startUrl: 'https://d-9067f2a1b3.awsapps.com/start',
  region: 'us-east-1',
  name: 'Partner',
  accounts: [{ accountId: '222233334444', roles: ['PartnerAccess'] }],
};

/** The organisations one can sign in to in the demo. */
export const DEMO_ORGANISATIONS: Organisation[] = [acme, kitakaze, partner];
