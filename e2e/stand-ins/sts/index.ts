/** The local STS stand-in; see README.md. */
export type { StsCall } from './sts-call.ts';
export type { StsFailure } from './sts-failures.ts';
export type { StsRole } from './sts-role.ts';
export { type StsOptions, type StsStandIn, startSts } from './start-sts.ts';
