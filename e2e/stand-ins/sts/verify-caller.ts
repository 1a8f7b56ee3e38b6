import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { CredentialLedger, LedgerEntry } from '../credential-ledger.ts';
import { parseAmzDate } from '../s3/auth/amz-date.ts';
import { canonicalRequest, stringToSign } from '../s3/auth/canonical-request.ts';
import { deriveSigningKey, hmacHex } from '../s3/auth/signing-key.ts';
import { Query } from '../s3/http/query.ts';
import { StsError } from './sts-error.ts';

const LARGEST_SKEW_MS = 15 * 60_000;
const FORM =
  /^AWS4-HMAC-SHA256\s+Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request,\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]+)$/;

export interface SignedCall {
  readonly caller: LedgerEntry;
  readonly region: string;
}

/**
 * Checks who signed a request (SigV4, `Authorization` header).
 * @param now the computer's clock, by which SDKs sign
 * @param clock the clock by which sessions end
 * @throws {StsError} as STS does
 */
export function verifyCaller(
  headers: IncomingHttpHeaders,
  body: string,
  credentials: CredentialLedger,
  now: number,
  clock: number,
): SignedCall {
  const header = (name: string) => headers[name]?.toString();
  const match = FORM.exec(header('authorization') ?? '');
  if (match === null) {
    throw new StsError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token');
  }
  const [, accessKeyId = '', day = '', region = '', service = '', signedHeaders = '', signature = ''] = match;
  if (service !== 'sts') {
    const message = `Credential should be scoped to correct service: 'sts'.`;
    throw new StsError('SignatureDoesNotMatch', 403, message);
  }
  const caller = credentials.lookup(accessKeyId);
  if (caller === undefined || (header('x-amz-security-token') ?? '') !== caller.sessionToken) {
    const message = 'The security token included in the request is invalid.';
    throw new StsError('InvalidClientTokenId', 403, message);
  }
  if (caller.expiresAt <= clock) {
    throw new StsError('ExpiredToken', 403, 'The security token included in the request is expired');
  }
  const amzDate = header('x-amz-date') ?? '';
  const signedAt = parseAmzDate(amzDate) ?? NaN;
  if (!(Math.abs(now - signedAt) <= LARGEST_SKEW_MS)) {
    const words = signedAt < now ? 'Signature expired' : 'Signature not yet current';
    throw new StsError('SignatureDoesNotMatch', 403, `${words}: ${amzDate}`);
  }
  const scope = `${day}/${region}/sts/aws4_request`;
  const request = {
    method: 'POST',
    host: header('host') ?? '',
    bucket: '',
    key: '',
    canonicalPath: '/',
    query: new Query(''),
    header,
    headerNames: Object.keys(headers),
  };
  const payloadHash = createHash('sha256').update(body).digest('hex');
  const canonical = canonicalRequest(request, signedHeaders.split(';'), payloadHash);
  const key = deriveSigningKey(caller.secretAccessKey, scope);
  if (hmacHex(key, stringToSign(amzDate, scope, canonical)) !== signature) {
    const message =
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
    throw new StsError('SignatureDoesNotMatch', 403, message);
  }
  return { caller, region };
}
