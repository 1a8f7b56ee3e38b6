import { expect, it } from 'vitest';
import { AppFailure } from '../../app-failure.ts';
import { readProcessAnswer } from './process-answer.ts';

const NOW = Date.UTC(2026, 10, 24);
const GOOD = { Version: 1, AccessKeyId: 'AKIA', SecretAccessKey: 'canary-secret' };
const read = (answer: unknown) =>
  readProcessAnswer(typeof answer === 'string' ? answer : JSON.stringify(answer), 'vault', NOW);
function errorOf(answer: unknown) {
  try {
    read(answer);
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown.error;
  }
  return undefined;
}

it('reads keys with and without a token and an end', () => {
  expect(read(GOOD)).toEqual({
    accessKeyId: 'AKIA',
    secretAccessKey: 'canary-secret',
    expiresAt: Infinity,
  });
  expect(
    read(`\uFEFF ${JSON.stringify({ ...GOOD, SessionToken: 't', Expiration: '2026-11-24T01:00:00Z' })}\n`),
  ).toMatchObject({ sessionToken: 't', expiresAt: NOW + 3_600_000 });
  expect(read({ ...GOOD, SessionToken: null, Expiration: null })).toMatchObject({ expiresAt: Infinity });
});

it.each([
  ['', 'JSON'],
  ['Please sign in first', 'JSON'],
  ['[]', 'JSON'],
  [{ ...GOOD, Version: 2 }, 'Version'],
  [{ ...GOOD, AccessKeyId: '' }, 'AccessKeyId'],
  [{ Version: 1, AccessKeyId: 'AKIA' }, 'SecretAccessKey'],
  [{ ...GOOD, Expiration: 'soon' }, 'Expiration'],
])('names what is wrong with %j, and no value', (answer, where) => {
  const error = errorOf(answer);
  expect(error).toMatchObject({
    code: 'profile.process-failed',
    params: { profile: 'vault', reason: 'garbled' },
    technical: where,
  });
  expect(JSON.stringify(error)).not.toContain('canary');
});

it('refuses what has expired', () => {
  expect(errorOf({ ...GOOD, Expiration: '2026-11-23T23:59:59Z' })).toMatchObject({
    params: { reason: 'expired' },
  });
});
