import { createHash } from 'node:crypto';
import { invalidArgument } from '../errors.ts';
import type { ListPosition } from '../store/list-page.ts';

const CHECK_BYTES = 6;

/** What a token hides: a place, and for faulty buckets how often it was come to already. */
export interface PageToken extends ListPosition {
  readonly turn?: number;
}

/**
 * Hides a place in a listing. The text may hold `+`, `/` and `=`, as S3's own do, so a client that forgets to encode it
 * is found out; and it carries a check, so one that invents it is refused.
 */
export function encodeToken(position: PageToken): string {
  const hidden = Buffer.from(JSON.stringify([position.key, position.isCommonPrefix, position.turn ?? 0])).map(
    (byte) => byte ^ 0xa5,
  );
  return Buffer.concat([check(hidden), hidden]).toString('base64');
}

/** @throws S3Error InvalidArgument */
export function decodeToken(token: string): PageToken {
  const bytes = Buffer.from(token, 'base64');
  const hidden = bytes.subarray(CHECK_BYTES);
  if (hidden.length === 0 || !check(hidden).equals(bytes.subarray(0, CHECK_BYTES))) {
    throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
  }
  const text = Buffer.from(hidden.map((byte) => byte ^ 0xa5)).toString('utf8');
  const [key, isCommonPrefix, turn] = JSON.parse(text) as [string, boolean, number];
  return { key, isCommonPrefix, turn };
}

function check(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, CHECK_BYTES);
}
