import type { DeletionRefusal } from '../../../../shared/deletion.ts';
import { AppFailure } from '../../app-failure.ts';
import type { Clock } from '../../ports.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { s3ErrorCode } from '../objects/ask-part.ts';
import type { Deletable } from './deletable.ts';
import { wholeAnswer } from './whole-answer.ts';

/** How a batch went. Entries in neither list were not tried. */
export interface BatchResult {
  readonly deleted: readonly Deletable[];
  readonly refused: readonly DeletionRefusal[];
  /** What kept the rest from being tried; what is in the lists happened all the same. */
  readonly fault?: unknown;
}

/** Characters that XML 1.0 can't carry (its production 2, "Char"), not even as references. */
// eslint-disable-next-line no-control-regex -- that is the point
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** S3's codes for single keys that say "not now"; all else is a refusal. */
const PASSING_CODES = new Set(['InternalError', 'SlowDown', 'ServiceUnavailable', 'OperationAborted']);
const GONE_CODES = new Set(['NoSuchKey', 'NoSuchVersion']);

/** In all; waiting from half a second to half a minute in between. */
const ATTEMPTS = 10;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Deletes up to a thousand things at a time. */
export class BatchDeletion {
  readonly #calls: BucketCalls;
  readonly #clock: Clock;

  constructor(calls: BucketCalls, clock: Clock) {
    this.#calls = calls;
    this.#clock = clock;
  }

  /**
   * Deletes a batch; what S3 can't do now is tried again until it can, or until it has said so ten times.
   * @param stop ends the waiting and keeps further requests from being sent; one under way is waited for, so that
   * its result is known
   * @param close cuts a request under way
   * @returns never rejects: what refuses a request as a whole is in the result
   */
  async delete(
    bucket: RoleBucket,
    batch: readonly Deletable[],
    signals: { stop: AbortSignal; close: AbortSignal },
  ): Promise<BatchResult> {
    const deleted: Deletable[] = [];
    const refused: DeletionRefusal[] = [];
    try {
      await this.#deleteAll(bucket, batch, signals, { deleted, refused });
    } catch (fault) {
      return { deleted, refused, fault };
    }
    return { deleted, refused };
  }

  async #deleteAll(
    bucket: RoleBucket,
    batch: readonly Deletable[],
    signals: { stop: AbortSignal; close: AbortSignal },
    { deleted, refused }: { deleted: Deletable[]; refused: DeletionRefusal[] },
  ): Promise<void> {
    const named = batch.filter(({ key }) => !NOT_IN_XML.test(key));
    const unnamed = batch.filter(({ key }) => NOT_IN_XML.test(key));
    let left = named;
    for (let attempt = 1; left.length > 0 && !signals.stop.aborted; attempt += 1) {
      const entries = left;
      let passing: { entries: readonly Deletable[]; refusals: readonly DeletionRefusal[] };
      try {
        const errors = await this.#deleteObjects(bucket, entries, signals.close);
        passing = sorted(entries, errors, deleted, refused);
      } catch (thrown) {
        if (attempt >= ATTEMPTS || !mayPass(thrown)) throw thrown;
        passing = { entries, refusals: [] };
      }
      if (attempt >= ATTEMPTS) {
        refused.push(...passing.refusals);
        break;
      }
      left = [...passing.entries];
      if (left.length > 0 && !(await this.#wait(attempt, signals.stop))) break;
    }
    for (const entry of unnamed) {
      if (signals.stop.aborted) break;
      const refusal = await this.#deleteOne(bucket, entry, signals);
      if (refusal === undefined) deleted.push(entry);
      else refused.push(refusal);
    }
  }

  async #deleteObjects(
    bucket: RoleBucket,
    entries: readonly Deletable[],
    signal: AbortSignal,
  ): Promise<DeletionRefusal[]> {
    const { DeleteObjectsCommand } = await import('@aws-sdk/client-s3');
    const action = entries.some(({ versionId }) => versionId !== undefined)
      ? 's3:DeleteObjectVersion'
      : 's3:DeleteObject';
    const Objects = entries.map(({ key, versionId }) => ({ Key: key, VersionId: versionId }));
    const answer = await this.#calls.send(
      bucket,
      { action },
      (client, params) => {
        const command = new DeleteObjectsCommand({ ...params, Delete: { Objects, Quiet: true } });
        command.middlewareStack.add(wholeAnswer({ host: this.#calls.host(bucket) }, signal), {
          step: 'deserialize',
          name: 'wholeAnswer',
          priority: 'low',
        });
        return client.send(command, { abortSignal: signal });
      },
      signal,
      'once',
    );
    return (answer.Errors ?? []).map(({ Key = '', VersionId, Code = '' }) => ({
      key: Key,
      ...(VersionId ? { versionId: VersionId } : {}),
      code: Code,
    }));
  }

  async #deleteOne(
    bucket: RoleBucket,
    { key, versionId }: Deletable,
    { stop, close }: { stop: AbortSignal; close: AbortSignal },
  ): Promise<DeletionRefusal | undefined> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#calls.send(
          bucket,
          { action, key },
          (client, params) => {
            const command = new DeleteObjectCommand({ ...params, Key: key, VersionId: versionId });
            return client.send(command, { abortSignal: close });
          },
          close,
          'once',
        );
        return undefined;
      } catch (thrown) {
        const isDenied = thrown instanceof AppFailure && thrown.error.code === 's3.access-denied';
        if (isDenied) return { key, ...(versionId === undefined ? {} : { versionId }), code: 'AccessDenied' };
        if (attempt >= ATTEMPTS || !mayPass(thrown) || !(await this.#wait(attempt, stop))) throw thrown;
      }
    }
  }

  /** @returns false where there is to be no next time */
  async #wait(attempt: number, stop: AbortSignal): Promise<boolean> {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    try {
      await this.#clock.sleep(longest / 2 + Math.random() * (longest / 2), stop);
      return true;
    } catch {
      return false;
    }
  }
}

/** Sorts a batch by its answer, in which what went well isn't mentioned. @returns what is to be tried again */
function sorted(
  entries: readonly Deletable[],
  errors: readonly DeletionRefusal[],
  deleted: Deletable[],
  refused: DeletionRefusal[],
): { entries: Deletable[]; refusals: DeletionRefusal[] } {
  const named = ({ key, versionId }: { key: string; versionId?: string }) =>
    JSON.stringify([key, versionId ?? '']);
  const byName = new Map(errors.map((error) => [named(error), error]));
  const again: { entries: Deletable[]; refusals: DeletionRefusal[] } = { entries: [], refusals: [] };
  const unmatched = new Set(errors);
  for (const entry of entries) {
    // A server that leaves the version out may mean any of the key's: none of them then counts as deleted.
    const found = byName.get(named(entry)) ?? byName.get(named({ key: entry.key }));
    if (found !== undefined) unmatched.delete(found);
    const { key, versionId } = entry;
    const error = found && { key, ...(versionId === undefined ? {} : { versionId }), code: found.code };
    if (error === undefined || GONE_CODES.has(error.code)) {
      deleted.push(entry);
    } else if (PASSING_CODES.has(error.code)) {
      again.entries.push(entry);
      again.refusals.push(error);
    } else {
      refused.push(error);
    }
  }
  // An error about a key that wasn't asked for is still one that someone has to see.
  refused.push(...unmatched);
  return again;
}

/** Whether the same request may be let through later. */
function mayPass(thrown: unknown): boolean {
  if (!(thrown instanceof AppFailure)) return false;
  const { error } = thrown;
  if (error.code === 's3.throttled') return true;
  if (error.code === 's3.failed')
    return error.params.status.startsWith('5') || s3ErrorCode(thrown) === 'RequestTimeout';
  return error.code.startsWith('network.') && error.code !== 'network.certificate';
}
