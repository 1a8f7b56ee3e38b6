import { randomBytes } from 'node:crypto';

/** What is known about one access key. Times are epoch milliseconds. */
export interface LedgerEntry {
  accessKeyId: string;
  secretAccessKey: string;
  /** The empty string for a long-lived key: a request signed with it carries no session token. */
  sessionToken: string;
  /** `Infinity` for a key that never expires. */
  expiresAt: number;
  accountId: string;
  roleName: string;
}

/** Credentials chosen by a test instead of being issued. What is left out gets a long-lived key's value. */
export type FixedCredentials = Pick<LedgerEntry, 'accessKeyId' | 'secretAccessKey'> & Partial<LedgerEntry>;

/**
 * The one record of which access keys exist, shared by the stand-in that hands credentials out (Identity
 * Center) and the one that checks signatures made with them (S3).
 *
 * An expired entry stays known, because AWS tells an expired key (`ExpiredToken`) from one it has never seen
 * (`InvalidAccessKeyId`). A revoked entry is forgotten.
 */
export class CredentialLedger {
  readonly #entries = new Map<string, LedgerEntry>();
  /** Outlives revocation, so that a leak check still finds a secret that has stopped working. */
  readonly #secrets = new Set<string>();

  /** Makes and records temporary credentials good for `lifetimeMs` from `now` (both in milliseconds). */
  issue(request: { accountId: string; roleName: string; lifetimeMs: number; now: number }): LedgerEntry {
    return this.#record({
      accessKeyId: temporaryAccessKeyId(request.accountId),
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: `IQoJb3JpZ2luX2Vj${randomBytes(192).toString('base64')}`,
      expiresAt: request.now + request.lifetimeMs,
      accountId: request.accountId,
      roleName: request.roleName,
    });
  }

  /** Records credentials that exist already, replacing an entry with the same access key. */
  add(credentials: FixedCredentials): LedgerEntry {
    return this.#record({
      sessionToken: '',
      expiresAt: Infinity,
      accountId: '000000000000',
      roleName: '',
      ...credentials,
    });
  }

  /** The entry of an access key, expired or not, or `undefined` for a key that is unknown or revoked. */
  lookup(accessKeyId: string): LedgerEntry | undefined {
    return this.#entries.get(accessKeyId);
  }

  /** Forgets every access key at once. */
  revokeAll(): void {
    this.#entries.clear();
  }

  /** Every secret key and session token ever recorded, revoked ones included. */
  secrets(): string[] {
    return [...this.#secrets];
  }

  #record(entry: LedgerEntry): LedgerEntry {
    this.#entries.set(entry.accessKeyId, entry);
    this.#secrets.add(entry.secretAccessKey);
    if (entry.sessionToken !== '') this.#secrets.add(entry.sessionToken);
    return entry;
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * `ASIA` and 16 base32 letters (80 bits). As in real keys, the account's number sits in bits 1 to 40, so
 * all keys of one account begin alike; the remaining bits are random.
 */
function temporaryAccessKeyId(accountId: string): string {
  const account = BigInt(/^\d{1,12}$/.test(accountId) ? accountId : 0) & ((1n << 40n) - 1n);
  const random = BigInt(`0x${randomBytes(5).toString('hex')}`) & ((1n << 39n) - 1n);
  const bits = (1n << 79n) | (account << 39n) | random;
  let letters = '';
  for (let shift = 75n; shift >= 0n; shift -= 5n) letters += BASE32[Number((bits >> shift) & 31n)];
  return `ASIA${letters}`;
}
