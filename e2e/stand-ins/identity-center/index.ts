/** The public face of the IAM Identity Center stand-in. */
export { type Call, type CallWait } from './call-log.ts';
export { type Failure, type ScriptedFailure } from './failure-script.ts';
export { type IdentityCenter, type IdentityCenterOptions, startIdentityCenter } from './identity-center.ts';
export { type Knobs } from './knobs.ts';
export { manyAccounts } from './many-accounts.ts';
export { type OperationName } from './operations.ts';
export { type Account, type Organisation } from './organisation.ts';
export { CredentialLedger, type FixedCredentials, type LedgerEntry } from '../credential-ledger.ts';
