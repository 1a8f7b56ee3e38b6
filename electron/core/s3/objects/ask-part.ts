import type { Part } from '../../../../shared/part.ts';
import { AppFailure } from '../../app-failure.ts';

/** S3's error code behind a failure that has no code of its own in the app; undefined for every other. */
export function s3ErrorCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof AppFailure) || thrown.error.code !== 's3.failed') return undefined;
  return thrown.error.params.code;
}

/**
 * Asks for one thing among several.
 * @param ask reads the answer, too; what it reads as `undefined` counts as `none`
 * @param none S3's error codes that say that there is no such thing
 * @throws {AppFailure} where nothing else could be known either: the bucket or the session is gone; and the reason
 * of an aborted signal
 */
export async function askPart<Value>(
  ask: () => Promise<Value | undefined>,
  none: readonly string[] = [],
): Promise<Part<Value>> {
  try {
    const value = await ask();
    return value === undefined ? { state: 'none' } : { state: 'known', value };
  } catch (thrown) {
    if (!(thrown instanceof AppFailure)) throw thrown;
    const { error } = thrown;
    if (error.code === 's3.no-such-bucket' || /^(session|portal|profile)\./.test(error.code)) throw thrown;
    if (error.code === 's3.failed') {
      const { code, status } = error.params;
      if (none.includes(code)) return { state: 'none' };
      const unknown = code === 'NotImplemented' || code === 'MethodNotAllowed';
      if (unknown || status === '501' || status === '405') return { state: 'unsupported' };
    }
    return { state: 'failed', error };
  }
}
