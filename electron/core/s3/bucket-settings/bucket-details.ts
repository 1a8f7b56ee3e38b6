import type { S3Client } from '@aws-sdk/client-s3';
import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import type { BucketDetails } from '../../../../shared/bucket-details.ts';
import type { Part } from '../../../../shared/part.ts';
import type { BucketCalls, BucketParams } from '../bucket-calls.ts';
import { askPart } from '../objects/ask-part.ts';
import { atOnce } from '../objects/limit.ts';
import { lifecycleRule } from './lifecycle-rules.ts';

/** Requests at once: enough to be quick, few enough to leave connections for a listing. */
const AT_ONCE = 8;

/** Reads a bucket's settings. */
export class BucketSettings {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /**
   * Every setting by itself: one that is refused is told with the IAM action that is missing, and hides no other.
   * @throws {AppFailure} `s3.no-such-bucket`, `session.*`, `portal.*`, `profile.*`
   */
  async details({ at }: { at: BucketAddress }, signal: AbortSignal): Promise<BucketDetails> {
    const s3 = await import('@aws-sdk/client-s3');
    const bucket = this.#calls.resolve(at);
    const gate = atOnce(AT_ONCE);
    const ask = <Value>(
      action: string,
      read: (client: S3Client, params: BucketParams) => Promise<Value | undefined>,
      ...none: string[]
    ): Promise<Part<Value>> =>
      gate(() => askPart(() => this.#calls.send(bucket, { action }, read, signal), none));
    const abort = { abortSignal: signal };

    // The first one also learns the region, so that not all of them meet the redirect.
    const versioning = await ask('s3:GetBucketVersioning', async (client, params) => {
      const { Status, MFADelete } = await client.send(new s3.GetBucketVersioningCommand(params), abort);
      return Status === undefined ? undefined : { status: Status, mfaDelete: MFADelete === 'Enabled' };
    });
    const parts = await all({
      encryption: ask(
        's3:GetEncryptionConfiguration',
        async (client, params) => {
          const answer = await client.send(new s3.GetBucketEncryptionCommand(params), abort);
          const rule = answer.ServerSideEncryptionConfiguration?.Rules?.[0];
          const { SSEAlgorithm, KMSMasterKeyID } = rule?.ApplyServerSideEncryptionByDefault ?? {};
          if (SSEAlgorithm === undefined) return undefined;
          return {
            algorithm: SSEAlgorithm,
            bucketKey: rule?.BucketKeyEnabled === true,
            ...(KMSMasterKeyID === undefined ? {} : { keyId: KMSMasterKeyID }),
          };
        },
        'ServerSideEncryptionConfigurationNotFoundError',
      ),
      publicAccess: ask(
        's3:GetBucketPublicAccessBlock',
        async (client, params) => {
          const answer = await client.send(new s3.GetPublicAccessBlockCommand(params), abort);
          const settings = answer.PublicAccessBlockConfiguration;
          return (
            settings && {
              blockPublicAcls: settings.BlockPublicAcls === true,
              ignorePublicAcls: settings.IgnorePublicAcls === true,
              blockPublicPolicy: settings.BlockPublicPolicy === true,
              restrictPublicBuckets: settings.RestrictPublicBuckets === true,
            }
          );
        },
        'NoSuchPublicAccessBlockConfiguration',
      ),
      policyStatus: ask(
        's3:GetBucketPolicyStatus',
        async (client, params) => {
          const { PolicyStatus } = await client.send(new s3.GetBucketPolicyStatusCommand(params), abort);
          return PolicyStatus && { isPublic: PolicyStatus.IsPublic === true };
        },
        'NoSuchBucketPolicy',
      ),
      policy: ask(
        's3:GetBucketPolicy',
        async (client, params) => {
          const { Policy } = await client.send(new s3.GetBucketPolicyCommand(params), abort);
          return Policy === '' ? undefined : Policy;
        },
        'NoSuchBucketPolicy',
      ),
      cors: ask(
        's3:GetBucketCORS',
        async (client, params) => {
          const { CORSRules } = await client.send(new s3.GetBucketCorsCommand(params), abort);
          return CORSRules?.map((rule) => ({
            origins: rule.AllowedOrigins ?? [],
            methods: rule.AllowedMethods ?? [],
            headers: rule.AllowedHeaders ?? [],
            exposed: rule.ExposeHeaders ?? [],
            ...(rule.MaxAgeSeconds === undefined ? {} : { maxAgeSeconds: rule.MaxAgeSeconds }),
          }));
        },
        'NoSuchCORSConfiguration',
      ),
      lifecycle: ask(
        's3:GetLifecycleConfiguration',
        async (client, params) => {
          const answer = await client.send(new s3.GetBucketLifecycleConfigurationCommand(params), abort);
          return answer.Rules?.map(lifecycleRule);
        },
        'NoSuchLifecycleConfiguration',
      ),
      tags: ask(
        's3:GetBucketTagging',
        async (client, params) => {
          const { TagSet = [] } = await client.send(new s3.GetBucketTaggingCommand(params), abort);
          if (TagSet.length === 0) return undefined;
          return TagSet.map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }));
        },
        'NoSuchTagSet',
        'NoSuchTagSetError',
      ),
      ownership: ask(
        's3:GetBucketOwnershipControls',
        async (client, params) => {
          const answer = await client.send(new s3.GetBucketOwnershipControlsCommand(params), abort);
          return answer.OwnershipControls?.Rules?.[0]?.ObjectOwnership;
        },
        'OwnershipControlsNotFoundError',
      ),
      objectLock: ask(
        's3:GetBucketObjectLockConfiguration',
        async (client, params) => {
          const answer = await client.send(new s3.GetObjectLockConfigurationCommand(params), abort);
          const lock = answer.ObjectLockConfiguration;
          if (lock?.ObjectLockEnabled !== 'Enabled') return undefined;
          const { Mode: mode, Days: days, Years: years } = lock.Rule?.DefaultRetention ?? {};
          return {
            ...(mode === undefined ? {} : { mode }),
            ...(days === undefined ? {} : { days }),
            ...(years === undefined ? {} : { years }),
          };
        },
        'ObjectLockConfigurationNotFoundError',
      ),
      replication: ask(
        's3:GetReplicationConfiguration',
        async (client, params) => {
          const answer = await client.send(new s3.GetBucketReplicationCommand(params), abort);
          return answer.ReplicationConfiguration?.Rules?.map((rule) => ({
            id: rule.ID ?? '',
            destination: (rule.Destination?.Bucket ?? '').replace(/^arn:[a-z-]+:s3:::/, ''),
            enabled: rule.Status === 'Enabled',
          }));
        },
        'ReplicationConfigurationNotFoundError',
      ),
      logging: ask('s3:GetBucketLogging', async (client, params) => {
        const { LoggingEnabled: on } = await client.send(new s3.GetBucketLoggingCommand(params), abort);
        return on && { bucket: on.TargetBucket ?? '', prefix: on.TargetPrefix ?? '' };
      }),
      website: ask(
        's3:GetBucketWebsite',
        async (client, params) => {
          const answer = await client.send(new s3.GetBucketWebsiteCommand(params), abort);
          const redirect = answer.RedirectAllRequestsTo;
          const { Protocol = 'http', HostName } = redirect ?? {};
          const index = answer.IndexDocument?.Suffix;
          const error = answer.ErrorDocument?.Key;
          return {
            ...(index === undefined ? {} : { index }),
            ...(error === undefined ? {} : { error }),
            ...(HostName === undefined ? {} : { redirect: `${Protocol}://${HostName}` }),
          };
        },
        'NoSuchWebsiteConfiguration',
      ),
      requester: ask('s3:GetBucketRequestPayment', async (client, params) => {
        const { Payer } = await client.send(new s3.GetBucketRequestPaymentCommand(params), abort);
        return Payer;
      }),
    });
    const region = this.#calls.region(bucket);
    return { bucket: at.bucket, ...(region === undefined ? {} : { region }), versioning, ...parts };
  }
}

/** Waits for every property. */
async function all<Asked extends Record<string, Promise<unknown>>>(
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const entries = await Promise.all(Object.entries(asked).map(async ([name, value]) => [name, await value]));
  return Object.fromEntries(entries);
}
