import { expect, test } from 'vitest';
import { CredentialLedger } from './credential-ledger.ts';

const REQUEST = { accountId: '111122223333', roleName: 'ReadOnly', lifetimeMs: 5000, now: 1000 };

test('issues credentials it knows again, expired or not', () => {
  const ledger = new CredentialLedger();
  const entry = ledger.issue(REQUEST);
  expect(entry).toMatchObject({ expiresAt: 6000, accountId: '111122223333', roleName: 'ReadOnly' });
  expect(entry.secretAccessKey).toHaveLength(40);
  expect(ledger.lookup(entry.accessKeyId)).toEqual(entry);
  expect(ledger.lookup('ASIAUNKNOWN')).toBeUndefined();
});

test('an access key names its account in bits 1 to 40, as real ones do', () => {
  const { accessKeyId } = new CredentialLedger().issue(REQUEST);
  expect(accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = 0n;
  for (const letter of accessKeyId.slice(4)) bits = (bits << 5n) | BigInt(alphabet.indexOf(letter));
  expect((bits >> 39n) & ((1n << 40n) - 1n)).toBe(111122223333n);
});

test('never issues the same key twice', () => {
  const ledger = new CredentialLedger();
  const keys = Array.from({ length: 200 }, () => ledger.issue(REQUEST).accessKeyId);
  expect(new Set(keys).size).toBe(200);
});

test('takes fixed credentials, long-lived unless said otherwise', () => {
  const ledger = new CredentialLedger();
  ledger.add({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' });
  expect(ledger.lookup('AKIAEXAMPLE')).toMatchObject({ sessionToken: '', expiresAt: Infinity });
  ledger.add({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'other', expiresAt: 9, sessionToken: 'token' });
  expect(ledger.lookup('AKIAEXAMPLE')).toMatchObject({ secretAccessKey: 'other', expiresAt: 9 });
});

test('revoking forgets the keys but not that the secrets were handed out', () => {
  const ledger = new CredentialLedger();
  const { accessKeyId, secretAccessKey, sessionToken } = ledger.issue(REQUEST);
  ledger.add({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'fixed' });
  ledger.revokeAll();
  expect(ledger.lookup(accessKeyId)).toBeUndefined();
  expect(ledger.lookup('AKIAEXAMPLE')).toBeUndefined();
  expect(ledger.secrets()).toEqual([secretAccessKey, sessionToken, 'fixed']);
});
