import type { HeadObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import type { Checksum, ObjectDetails } from '../../../../shared/object-details.ts';
import type { Part } from '../../../../shared/part.ts';
import type { BucketCalls, BucketParams } from '../bucket-calls.ts';
import { askPart } from './ask-part.ts';
import type { ObjectAddress } from './object-head.ts';
import { checksums } from './object-headers.ts';

/** How S3 says that a bucket or an object has no lock. */
const NO_LOCK = ['NoSuchObjectLockConfiguration', 'ObjectLockConfigurationNotFoundError', 'InvalidRequest'];

type Params = BucketParams & { readonly Key: string; readonly VersionId: string | undefined };

/** What of an object has a permission of its own. */
export class ObjectParts {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  async tags(address: ObjectAddress, signal: AbortSignal): Promise<ObjectDetails['tags']> {
    const { GetObjectTaggingCommand } = await import('@aws-sdk/client-s3');
    const action = address.versionId === undefined ? 's3:GetObjectTagging' : 's3:GetObjectVersionTagging';
    return this.#ask(address, action, signal, async (client, params) => {
      const answer = await client.send(new GetObjectTaggingCommand(params), { abortSignal: signal });
      const tags = (answer.TagSet ?? []).map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }));
      return tags.length === 0 ? undefined : tags;
    });
  }

  /** HEAD tells them. GetObjectAttributes is asked only where it didn't, and believed only where it can tell. */
  async checksums(
    address: ObjectAddress,
    head: HeadObjectCommandOutput,
    signal: AbortSignal,
  ): Promise<ObjectDetails['checksums']> {
    const told = checksums(head, head.ChecksumType);
    if (told.length > 0) return { state: 'known', value: told };
    const { GetObjectAttributesCommand } = await import('@aws-sdk/client-s3');
    const asked = await this.#ask(
      address,
      address.versionId === undefined ? 's3:GetObjectAttributes' : 's3:GetObjectVersionAttributes',
      signal,
      async (client, params) => {
        const command = new GetObjectAttributesCommand({ ...params, ObjectAttributes: ['Checksum'] });
        const { Checksum: found = {} } = await client.send(command, { abortSignal: signal });
        const values: Checksum[] = checksums(found, found.ChecksumType);
        return values.length === 0 ? undefined : values;
      },
    );
    return asked.state === 'known' ? asked : { state: 'none' };
  }

  async owner(address: ObjectAddress, signal: AbortSignal): Promise<ObjectDetails['owner']> {
    const { GetObjectAclCommand } = await import('@aws-sdk/client-s3');
    const action = address.versionId === undefined ? 's3:GetObjectAcl' : 's3:GetObjectVersionAcl';
    return this.#ask(address, action, signal, async (client, params) => {
      const { Owner } = await client.send(new GetObjectAclCommand(params), { abortSignal: signal });
      return Owner?.DisplayName || Owner?.ID || undefined;
    });
  }

  /** HEAD tells it to those who may ask for it. */
  async lock(
    address: ObjectAddress,
    head: HeadObjectCommandOutput,
    signal: AbortSignal,
  ): Promise<ObjectDetails['lock']> {
    const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until } = head;
    if (mode !== undefined && until !== undefined) {
      return { state: 'known', value: { mode, until: until.getTime() } };
    }
    const { GetObjectRetentionCommand } = await import('@aws-sdk/client-s3');
    return this.#ask(
      address,
      's3:GetObjectRetention',
      signal,
      async (client, params) => {
        const { Retention } = await client.send(new GetObjectRetentionCommand(params), {
          abortSignal: signal,
        });
        const { Mode, RetainUntilDate } = Retention ?? {};
        if (Mode === undefined || RetainUntilDate === undefined) return undefined;
        return { mode: Mode, until: RetainUntilDate.getTime() };
      },
      NO_LOCK,
    );
  }

  async legalHold(
    address: ObjectAddress,
    head: HeadObjectCommandOutput,
    signal: AbortSignal,
  ): Promise<ObjectDetails['legalHold']> {
    const { ObjectLockLegalHoldStatus: status } = head;
    if (status !== undefined) return { state: 'known', value: status === 'ON' };
    const { GetObjectLegalHoldCommand } = await import('@aws-sdk/client-s3');
    return this.#ask(
      address,
      's3:GetObjectLegalHold',
      signal,
      async (client, params) => {
        const { LegalHold } = await client.send(new GetObjectLegalHoldCommand(params), {
          abortSignal: signal,
        });
        return LegalHold?.Status === undefined ? undefined : LegalHold.Status === 'ON';
      },
      NO_LOCK,
    );
  }

  #ask<Value>(
    { bucket, key, versionId }: ObjectAddress,
    action: string,
    signal: AbortSignal,
    read: (client: S3Client, params: Params) => Promise<Value | undefined>,
    none: readonly string[] = [],
  ): Promise<Part<Value>> {
    const call = (client: S3Client, params: BucketParams) =>
      read(client, { ...params, Key: key, VersionId: versionId });
    return askPart(() => this.#calls.send(bucket, { action, key }, call, signal), none);
  }
}
