import type { DeletionState } from '../../../../shared/deletion.ts';
import { AppFailure } from '../../app-failure.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';

/** Whether deleting in a bucket can be undone; `unknown` where that may not be seen or the service has no versions. */
export async function versioningOf(
  calls: BucketCalls,
  bucket: RoleBucket,
  signal: AbortSignal,
): Promise<DeletionState['versioning']> {
  const { GetBucketVersioningCommand } = await import('@aws-sdk/client-s3');
  try {
    const { Status } = await calls.send(
      bucket,
      { action: 's3:GetBucketVersioning' },
      (client, params) => client.send(new GetBucketVersioningCommand(params), { abortSignal: signal }),
      signal,
    );
    return Status ?? 'never';
  } catch (thrown) {
    const code = thrown instanceof AppFailure ? thrown.error.code : undefined;
    if (code === 's3.access-denied' || code === 's3.failed') return 'unknown';
    throw thrown;
  }
}
