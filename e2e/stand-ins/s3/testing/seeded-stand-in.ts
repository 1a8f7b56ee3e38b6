import { type S3Options, type S3StandIn, startS3 } from '../start-s3.ts';
import { KnownCredentials } from './known-credentials.ts';

/** The account and role most tests act as. */
export const PRODUCTION = '111122223333';
export const DEVELOPMENT = '444455556666';

export const LONG_LIVED = {
  accessKeyId: 'AKIATESTLONGLIVED000',
  secretAccessKey: 'long-lived-secret',
} as const;
export const TEMPORARY = {
  accessKeyId: 'ASIATESTTEMPORARY000',
  secretAccessKey: 'temporary-secret',
  sessionToken: 'a-session-token/with+signs==',
} as const;
export const OTHER_ACCOUNT = {
  accessKeyId: 'AKIATESTOTHER0000000',
  secretAccessKey: 'other-secret',
} as const;

/** A stand-in with the three credentials above and one empty bucket each in two regions. */
export async function startSeededS3(
  options: Partial<S3Options> = {},
): Promise<{ s3: S3StandIn; credentials: KnownCredentials }> {
  const credentials = new KnownCredentials();
  const role = { accountId: PRODUCTION, roleName: 'Developer' };
  credentials.set(LONG_LIVED.accessKeyId, { ...LONG_LIVED, ...role });
  credentials.set(TEMPORARY.accessKeyId, { ...TEMPORARY, ...role });
  credentials.set(OTHER_ACCOUNT.accessKeyId, {
    ...OTHER_ACCOUNT,
    accountId: DEVELOPMENT,
    roleName: 'Administrator',
  });
  const s3 = await startS3({ credentials, ...options });
  s3.store.createBucket({ name: 'virginia', region: 'us-east-1', accountId: PRODUCTION });
  s3.store.createBucket({ name: 'ireland', region: 'eu-west-1', accountId: PRODUCTION });
  return { s3, credentials };
}
