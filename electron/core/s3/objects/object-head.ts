import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { AppFailure, failure } from '../../app-failure.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';

/** One object, or one version of it. */
export interface ObjectAddress {
  readonly bucket: RoleBucket;
  readonly key: string;
  readonly versionId?: string | undefined;
}

/** The IAM action to read an object: versions have their own. */
export function readAction({ versionId }: Pick<ObjectAddress, 'versionId'>): string {
  return versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
}

/**
 * HeadObject, checksums included.
 * @throws {AppFailure} `s3.delete-marker`, `s3.no-such-object`, `s3.access-denied`, `s3.*`
 */
export async function headObject(
  calls: BucketCalls,
  { bucket, key, versionId }: ObjectAddress,
  signal: AbortSignal,
): Promise<HeadObjectCommandOutput> {
  const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
  let head: HeadObjectCommandOutput;
  try {
    head = await calls.send(
      bucket,
      { action: readAction({ versionId }), key, bare: true },
      (client, params) => {
        const command = new HeadObjectCommand({
          ...params,
          Key: key,
          VersionId: versionId,
          ChecksumMode: 'ENABLED',
        });
        return client.send(command, { abortSignal: signal });
      },
      signal,
    );
  } catch (thrown) {
    if (isDeleteMarker(thrown)) throw failure('s3.delete-marker', { key }, undefined, thrown);
    throw thrown;
  }
  // A network's sign-in page has neither.
  if (head.ETag === undefined && head.LastModified === undefined) {
    throw failure('network.garbled', { host: calls.host(bucket) });
  }
  return head;
}

/** A marker answers 404, or 405 where its version was asked for, with `x-amz-delete-marker: true` (API reference). */
function isDeleteMarker(thrown: unknown): boolean {
  if (!(thrown instanceof AppFailure)) return false;
  const answer = (thrown.cause as { $response?: { headers?: Record<string, string> } } | undefined)
    ?.$response;
  return answer?.headers?.['x-amz-delete-marker'] === 'true';
}
