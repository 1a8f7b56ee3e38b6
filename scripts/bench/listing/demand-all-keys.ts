import type { ClientRun } from './listing-client.ts';
import type { OpenedBucket } from './server-messages.ts';

/** @throws Error where a run found other keys than the bucket has: what it measured would mean nothing */
export function demandAllKeys(name: string, run: ClientRun, bucket: OpenedBucket): void {
  if (run.keys === bucket.keys && (run.sum === undefined || run.sum === bucket.sum)) return;
  const found = `${run.keys} keys (${run.sum ?? 'not digested'})`;
  throw new Error(`${name} found ${found} in ${bucket.bucket}, which has ${bucket.keys} (${bucket.sum}).`);
}
