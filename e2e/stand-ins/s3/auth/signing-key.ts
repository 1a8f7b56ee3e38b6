import { createHmac } from 'node:crypto';

/** What signatures of one request and of its chunks share. */
export interface SigningScope {
  readonly signingKey: Buffer;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  /** `YYYYMMDD/region/s3/aws4_request` */
  readonly credentialScope: string;
}

/** Derives the key of one day, region and service from a secret key. (SigV4, "Derive a signing key".) */
export function deriveSigningKey(secretAccessKey: string, credentialScope: string): Buffer {
  return credentialScope
    .split('/')
    .reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secretAccessKey}`));
}

export function hmacHex(key: Buffer, text: string): string {
  return hmac(key, text).toString('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
