import type { Bucket } from '../../../../shared/bucket.ts';
import { brokenBucketNameRule } from '../../../../shared/bucket-name.ts';
import type { NewBucket } from '../../../../shared/new-bucket.ts';
import type { RoleTarget } from '../../../../shared/role-target.ts';
import { AppFailure, failure } from '../../app-failure.ts';
import { isPassing } from '../../support/network-failure.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { s3ErrorCode } from '../objects/ask-part.ts';

/** All four on. */
const ALL_BLOCKED = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
} as const;

/** Makes buckets, with what was asked for. */
export class BucketCreation {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /**
   * Makes a bucket in the region chosen, then sets versions and public access. A bucket that is there already is
   * never touched: us-east-1 answers 200 to the owner who makes one again (API reference, CreateBucket), so its
   * being there is looked up first.
   * @throws {AppFailure} `s3.bad-bucket-name`, `s3.bucket-taken`, `s3.bucket-yours`, `s3.too-many-buckets`, `s3.*`;
   * `s3.bucket-half-made` with the IAM actions that were not carried out, where the bucket was made
   */
  async create(
    { target, bucket }: { target: RoleTarget; bucket: NewBucket },
    signal: AbortSignal,
  ): Promise<Bucket> {
    const { name, region } = bucket;
    if (brokenBucketNameRule(name) !== undefined) throw failure('s3.bad-bucket-name', { bucket: name });
    const at = this.#calls.resolve({ target, bucket: name });
    const wasMissing = await this.#isMissing(at, region, signal);
    // A bucket elsewhere would have been found: this is where the new one is to be.
    this.#calls.learnRegion(at, region);
    try {
      await this.#make(at, bucket, wasMissing, signal);
    } catch (thrown) {
      this.#calls.forgetRegion(at);
      throw thrown;
    }
    await this.#equip(at, bucket, signal);
    return { name, region };
  }

  /** @throws {AppFailure} `s3.bucket-yours` @returns false where S3 doesn't say */
  async #isMissing(at: RoleBucket, region: string, signal: AbortSignal): Promise<boolean> {
    const { HeadBucketCommand } = await import('@aws-sdk/client-s3');
    this.#calls.learnRegion(at, region);
    try {
      await this.#calls.send(
        at,
        { action: 's3:ListBucket', bare: true },
        (client, params) => {
          // Where the account is known: somebody else's bucket that one may look into is not one's own.
          const { accountId } = at.role;
          const owner = accountId === undefined ? {} : { ExpectedBucketOwner: accountId };
          return client.send(new HeadBucketCommand({ ...params, ...owner }), { abortSignal: signal });
        },
        signal,
      );
    } catch (thrown) {
      if (!(thrown instanceof AppFailure) || !thrown.error.code.startsWith('s3.')) throw thrown;
      return thrown.error.code === 's3.no-such-bucket';
    }
    throw failure('s3.bucket-yours', { bucket: at.bucket });
  }

  async #make(
    at: RoleBucket,
    { name, region, objectLock }: NewBucket,
    wasMissing: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const { CreateBucketCommand } = await import('@aws-sdk/client-s3');
    const command = new CreateBucketCommand({
      Bucket: name,
      ...(region === 'us-east-1'
        ? {}
        : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-west-1' } }),
      ...(objectLock ? { ObjectLockEnabledForBucket: true } : {}),
    });
    let lost = false;
    await this.#calls.send(
      at,
      { action: 's3:CreateBucket' },
      async (client) => {
        try {
          await client.send(command, { abortSignal: signal });
        } catch (thrown) {
          const code = (thrown as Error).name;
          // It was made by the attempt before this one, whose answer was lost on its way.
          if (code === 'BucketAlreadyOwnedByYou' && wasMissing && lost) return;
          lost ||= isPassing(thrown);
          throw explained(code, name, thrown) ?? thrown;
        }
      },
      signal,
    );
  }

  async #equip(at: RoleBucket, bucket: NewBucket, signal: AbortSignal): Promise<void> {
    const missing: string[] = [];
    const technical: string[] = [];
    const step = async (action: string, run: () => Promise<unknown>) => {
      try {
        await run();
      } catch (thrown) {
        missing.push(action);
        technical.push(
          thrown instanceof AppFailure ? (thrown.error.technical ?? thrown.error.code) : 'cancelled',
        );
      }
    };
    // Object lock brings versions with it.
    if (bucket.versioning && !bucket.objectLock) {
      await step('s3:PutBucketVersioning', () => this.#enableVersions(at, signal));
    }
    await step('s3:PutBucketPublicAccessBlock', () =>
      bucket.blockPublicAccess ? this.#blockPublicAccess(at, signal) : this.#allowPublicAccess(at, signal),
    );
    if (missing.length === 0) return;
    const params = { bucket: at.bucket, missing: missing.join(', ') };
    throw failure('s3.bucket-half-made', params, technical.join('; '));
  }

  async #enableVersions(at: RoleBucket, signal: AbortSignal): Promise<void> {
    const { PutBucketVersioningCommand } = await import('@aws-sdk/client-s3');
    await this.#calls.send(
      at,
      { action: 's3:PutBucketVersioning' },
      (client, params) => {
        const command = new PutBucketVersioningCommand({
          ...params,
          VersioningConfiguration: { Status: 'Enabled' },
        });
        return client.send(command, { abortSignal: signal });
      },
      signal,
    );
  }

  /** New buckets block public access by themselves (since April 2023), and a role that may not set this may be able to see it. */
  async #blockPublicAccess(at: RoleBucket, signal: AbortSignal): Promise<void> {
    if (await this.#isBlocked(at, signal)) return;
    const { PutPublicAccessBlockCommand } = await import('@aws-sdk/client-s3');
    await this.#calls.send(
      at,
      { action: 's3:PutBucketPublicAccessBlock' },
      (client, params) => {
        const command = new PutPublicAccessBlockCommand({
          ...params,
          PublicAccessBlockConfiguration: ALL_BLOCKED,
        });
        return client.send(command, { abortSignal: signal });
      },
      signal,
    );
  }

  async #isBlocked(at: RoleBucket, signal: AbortSignal): Promise<boolean> {
    const { GetPublicAccessBlockCommand } = await import('@aws-sdk/client-s3');
    try {
      const { PublicAccessBlockConfiguration: found = {} } = await this.#calls.send(
        at,
        { action: 's3:GetBucketPublicAccessBlock' },
        (client, params) => client.send(new GetPublicAccessBlockCommand(params), { abortSignal: signal }),
        signal,
      );
      return Object.keys(ALL_BLOCKED).every((name) => found[name as keyof typeof ALL_BLOCKED] === true);
    } catch (thrown) {
      if (thrown instanceof AppFailure) return false;
      throw thrown;
    }
  }

  async #allowPublicAccess(at: RoleBucket, signal: AbortSignal): Promise<void> {
    const { DeletePublicAccessBlockCommand } = await import('@aws-sdk/client-s3');
    try {
      await this.#calls.send(
        at,
        { action: 's3:PutBucketPublicAccessBlock' },
        (client, params) => client.send(new DeletePublicAccessBlockCommand(params), { abortSignal: signal }),
        signal,
      );
    } catch (thrown) {
      if (s3ErrorCode(thrown) !== 'NoSuchPublicAccessBlockConfiguration') throw thrown;
    }
  }
}

function explained(code: string, bucket: string, cause: unknown): AppFailure | undefined {
  switch (code) {
    case 'BucketAlreadyOwnedByYou':
      return failure('s3.bucket-yours', { bucket }, code, cause);
    case 'BucketAlreadyExists':
      return failure('s3.bucket-taken', { bucket }, code, cause);
    case 'TooManyBuckets':
      return failure('s3.too-many-buckets', {}, code, cause);
    case 'InvalidBucketName':
      return failure('s3.bad-bucket-name', { bucket }, code, cause);
    default:
      return undefined;
  }
}
