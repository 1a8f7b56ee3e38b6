/** The local S3 stand-in; see README.md. */
export type { S3Call } from './call-log.ts';
export type { Credential, CredentialLookup } from './credential-lookup.ts';
export type { Denial } from './denials.ts';
export { type ErrorShape, type Failure, type FailureMode, failureShapes } from './failures.ts';
export type { S3Knobs } from './knobs.ts';
export type { ListingFault } from './listing-faults.ts';
export { type S3Options, type S3StandIn, startS3 } from './start-s3.ts';
export { S3Store } from './store/s3-store.ts';
export type { GeneratedBody, SeedProperties } from './store/seed-object.ts';
export type { AccessPoint } from './store/access-point.ts';
export type { SettingName } from './store/bucket-settings.ts';
export type { SeedUpload } from './store/seed-upload.ts';
export type { StoredBucket, Versioning } from './store/stored-bucket.ts';
export type { SlowDown } from './throttle.ts';
export { seedAcme } from './samples/seed-acme.ts';
export { ACME_ACCOUNTS, PARTNER_ACCOUNT } from './samples/buckets.ts';
