import { AppFailure, failure } from '../../app-failure.ts';
import { httpStatus, networkFailure, technicalFacts } from '../../support/network-failure.ts';
import type { AssumeRolePlan, WebIdentityPlan } from './credential-plan.ts';
import { maskedWords } from './masked-words.ts';
import { stsHost } from './sts-client-config.ts';

const EXPIRED = new Set(['ExpiredToken', 'ExpiredTokenException']);

/** Explains what STS answered to a request for a role. */
export function stsFailure(thrown: unknown, plan: AssumeRolePlan | WebIdentityPlan): AppFailure {
  if (thrown instanceof AppFailure) return thrown;
  const { profile, roleArn, sts } = plan;
  const host = stsHost(sts);
  const network = networkFailure(thrown, host);
  if (network !== undefined) return network;
  const facts = technicalFacts(thrown);
  const { name, message } = thrown as Error;
  // Anything that isn't STS's XML comes from something in between: a proxy, a network's sign-in page.
  if (name.startsWith('Unknown') || message.startsWith('Invalid response from STS')) {
    return failure('network.garbled', { host }, facts, thrown);
  }
  if (isMfaRefusal(thrown)) return failure('profile.mfa-refused', { profile }, facts, thrown);
  if (name === 'AccessDenied') return failure('profile.role-refused', { profile, roleArn }, facts, thrown);
  if (name === 'RequestExpired' || /^Signature (expired|not yet current)/.test(message)) {
    return failure('clock.skewed', { host }, facts, thrown);
  }
  return failure('profile.no-credentials', { profile, reason: wordsOf(name, message) }, facts, thrown);
}

/** Whether the credentials that the request was signed with have expired. */
export function sourceExpired(thrown: unknown): boolean {
  return thrown instanceof Error && EXPIRED.has(thrown.name);
}

/** Whether a new code may help. STS has no code of its own for it, only the text. */
export function isMfaRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const isText = thrown.message.startsWith('MultiFactorAuthentication failed');
  return isText || (thrown.name === 'ValidationError' && /'tokenCode'/.test(thrown.message));
}

/** A refused signature's text may quote the request, token and all. */
function wordsOf(name: string, message: string): string {
  const isQuoting = name === 'SignatureDoesNotMatch' || name === 'IncompleteSignature';
  return isQuoting ? name : `${name}: ${maskedWords(message)}`;
}

/** Explains why a provider of the SDK gave nothing; its own words say it best. */
export function providerFailure(thrown: unknown, profile: string): AppFailure {
  if (thrown instanceof AppFailure) return thrown;
  const reason = maskedWords(thrown instanceof Error ? thrown.message : '');
  const facts = httpStatus(thrown) === undefined ? (thrown as Error).name : technicalFacts(thrown);
  return failure('profile.no-credentials', { profile, reason }, facts, thrown);
}
