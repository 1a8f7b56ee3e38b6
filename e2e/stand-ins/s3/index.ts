/** The local S3 stand-in; see README.md. */
export type { S3Call } from './call-log.ts';
export type { Credential, CredentialLookup } from './credential-lookup.ts';
export type { Denial } from './denials.ts';
export { type ErrorShape, type Failure, type FailureMode, failureShapes } from './failures.ts';
export type { S3Knobs } from './knobs.ts';
export { type S3Options, type S3StandIn, startS3 } from './start-s3.ts';
export { type GeneratedBody, S3Store, type SeedProperties, type StoredBucket } from './store/s3-store.ts';
export { seedAcme } from './sample-data.ts';
export { ACME_ACCOUNTS } from './sample-buckets.ts';
