import type { Credential, CredentialLookup } from '../credential-lookup.ts';
import { accessDenied } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { S3Error } from '../s3-error.ts';
import { parseAmzDate } from './amz-date.ts';
import type { Caller } from './caller.ts';
import { canonicalRequest, stringToSign } from './canonical-request.ts';
import type { SignatureClaim } from './signature-claim.ts';
import { deriveSigningKey, hmacHex, type SigningScope } from './signing-key.ts';

/** A claim that proved true, with what checking the body still needs. */
export interface VerifiedSignature {
  readonly caller: Caller;
  readonly region: string;
  readonly payloadHash: string;
  readonly signature: string;
  readonly scope: SigningScope;
}

const LARGEST_SKEW_MS = 15 * 60 * 1000;

/**
 * Checks who signed a request, when, and that nothing signed was changed since.
 * @param now epoch milliseconds
 * @throws S3Error InvalidAccessKeyId, InvalidToken, ExpiredToken, RequestTimeTooSkewed, AccessDenied, SignatureDoesNotMatch
 */
export function verifySignature(
  request: S3Request,
  claim: SignatureClaim,
  credentials: CredentialLookup,
  now: number,
): VerifiedSignature {
  const credential = findCredential(claim, credentials);
  checkTime(claim, now);
  if (credential.expiresAt !== undefined && credential.expiresAt <= now) {
    throw new S3Error('ExpiredToken', 400, 'The provided token has expired.', tokenDetails(claim));
  }
  checkHeadersSigned(request, claim);
  const signingKey = deriveSigningKey(credential.secretAccessKey, claim.credentialScope);
  const canonical = canonicalRequest(request, claim.signedHeaders, claim.payloadHash);
  const toSign = stringToSign(claim.amzDate, claim.credentialScope, canonical);
  if (hmacHex(signingKey, toSign) !== claim.signature) throw signatureDoesNotMatch(claim, toSign, canonical);
  return {
    caller: {
      accessKeyId: claim.accessKeyId,
      accountId: credential.accountId,
      roleName: credential.roleName,
    },
    region: claim.region,
    payloadHash: claim.payloadHash,
    signature: claim.signature,
    scope: { signingKey, amzDate: claim.amzDate, credentialScope: claim.credentialScope },
  };
}

/** A temporary key without its token is as unknown as one that never existed. */
function findCredential(claim: SignatureClaim, credentials: CredentialLookup): Credential {
  const credential = credentials.lookup(claim.accessKeyId);
  const expectedToken = credential?.sessionToken ?? '';
  if (credential === undefined || (expectedToken !== '' && claim.sessionToken === undefined)) {
    throw new S3Error(
      'InvalidAccessKeyId',
      403,
      'The AWS Access Key Id you provided does not exist in our records.',
      { AWSAccessKeyId: claim.accessKeyId },
    );
  }
  if ((claim.sessionToken ?? '') !== expectedToken) {
    const message = 'The provided token is malformed or otherwise invalid.';
    throw new S3Error('InvalidToken', 400, message, tokenDetails(claim));
  }
  return credential;
}

function checkTime(claim: SignatureClaim, now: number): void {
  const signedAt = parseAmzDate(claim.amzDate) ?? NaN;
  const serverTime = isoSeconds(now);
  if (claim.expiresSeconds !== undefined) {
    const end = signedAt + claim.expiresSeconds * 1000;
    if (signedAt > now + LARGEST_SKEW_MS)
      throw accessDenied('Request is not valid yet', { ServerTime: serverTime });
    if (now < end) return;
    throw accessDenied('Request has expired', {
      'X-Amz-Expires': String(claim.expiresSeconds),
      Expires: isoSeconds(end),
      ServerTime: serverTime,
    });
  }
  if (Math.abs(now - signedAt) <= LARGEST_SKEW_MS) return;
  throw new S3Error(
    'RequestTimeTooSkewed',
    403,
    'The difference between the request time and the current time is too large.',
    {
      RequestTime: claim.amzDate,
      ServerTime: serverTime,
      MaxAllowedSkewMilliseconds: LARGEST_SKEW_MS,
    },
  );
}

/** The host and every `x-amz-` header must be under the signature. */
function checkHeadersSigned(request: S3Request, claim: SignatureClaim): void {
  const unsigned = request.headerNames.filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !claim.signedHeaders.includes(name),
  );
  if (unsigned.length === 0) return;
  throw accessDenied('There were headers present in the request which were not signed', {
    HeadersNotSigned: unsigned.join(', '),
  });
}

function signatureDoesNotMatch(claim: SignatureClaim, toSign: string, canonical: string): S3Error {
  return new S3Error(
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    {
      AWSAccessKeyId: claim.accessKeyId,
      StringToSign: toSign,
      SignatureProvided: claim.signature,
      StringToSignBytes: hexBytes(toSign),
      CanonicalRequest: canonical,
      CanonicalRequestBytes: hexBytes(canonical),
    },
  );
}

function tokenDetails(claim: SignatureClaim): Record<string, string> {
  return { 'Token-0': claim.sessionToken ?? '' };
}

function hexBytes(text: string): string {
  return (Buffer.from(text).toString('hex').match(/../g) ?? []).join(' ');
}

function isoSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}/, '');
}
