import { createHash } from 'node:crypto';

const NUMBER_BYTES = 6;

/**
 * A version's id: 32 characters that mean nothing to a client, as S3's. Inside is the version's number, so that a listing
 * can go on from a version that was removed meanwhile, which is what emptying a bucket does all the time.
 * @param number counts up within a bucket
 * @param salt makes the ids of two buckets differ; the same salt and number give the same id in every run
 */
export function versionIdOfNumber(number: number, salt: string): string {
  const bytes = createHash('sha256').update(`${salt} ${number}`).digest().subarray(0, 24);
  const mask = bytes.readUIntBE(NUMBER_BYTES, NUMBER_BYTES);
  // Split in two, since the bitwise operators see 32 bits only.
  bytes.writeUInt32BE((Math.floor(number / 0x10000) ^ Math.floor(mask / 0x10000)) >>> 0, 0);
  bytes.writeUInt16BE((number ^ mask) & 0xffff, 4);
  // A hyphen in front would look like an option on a command line.
  return bytes.toString('base64url').replaceAll('-', '.');
}

/** The number that a well-formed id holds; an invented id gives a number all the same. */
export function numberOfVersionId(versionId: string): number {
  const bytes = Buffer.from(versionId.replaceAll('.', '-'), 'base64url');
  const mask = bytes.readUIntBE(NUMBER_BYTES, NUMBER_BYTES);
  const high = (bytes.readUInt32BE(0) ^ Math.floor(mask / 0x10000)) >>> 0;
  return high * 0x10000 + ((bytes.readUInt16BE(4) ^ mask) & 0xffff);
}

/** Whether a text could be a version's id; S3 answers InvalidArgument to what could not. */
export function isVersionId(text: string): boolean {
  return text === 'null' || /^[\w.]{32}$/.test(text);
}
