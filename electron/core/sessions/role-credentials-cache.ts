import type { Clock } from '../ports.ts';
import type { RoleCredentials } from './portal-client.ts';

/** Credentials are renewed this long before they end (the AWS CLI's mandatory window is 10 to 15 minutes)… */
const MARGIN_MS = 15 * 60_000;
/** …but short-lived ones only in the last quarter of their life, or they would be renewed on every use. */
const MARGIN_SHARE = 0.25;

interface Entry {
  readonly owner: string;
  readonly credentials: RoleCredentials;
  readonly renewAt: number;
}

/** Role credentials in memory, never on disk; one request at a time for each role. */
export class RoleCredentialsCache {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #underWay = new Map<string, Promise<RoleCredentials>>();
  #generation = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @param owner the session they come through, to be dropped with it
   * @param key the role
   * @param fetch gets new ones; called once however many wait
   */
  async get(owner: string, key: string, fetch: () => Promise<RoleCredentials>): Promise<RoleCredentials> {
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.renewAt > this.#clock.now()) return entry.credentials;
    const waiting = this.#underWay.get(key);
    if (waiting !== undefined) return waiting;
    const fetching = this.#fetch(owner, key, fetch);
    this.#underWay.set(key, fetching);
    try {
      return await fetching;
    } finally {
      if (this.#underWay.get(key) === fetching) this.#underWay.delete(key);
    }
  }

  /**
   * Drops one role's credentials, after a service said that they have expired.
   * @param used those that it said it of: of many requests under way some hear of it late, when new ones are there
   */
  drop(key: string, used: RoleCredentials): void {
    if (this.#entries.get(key)?.credentials === used) this.#entries.delete(key);
  }

  /**
   * Drops everything that came through a session.
   * @returns Unix ms until which the longest-lived of them stay valid elsewhere; undefined for none.
   */
  dropOwner(owner: string): number | undefined {
    this.#generation += 1; // what is under way was asked for by a session that has ended
    this.#underWay.clear();
    let until: number | undefined;
    for (const [key, entry] of this.#entries) {
      if (entry.owner !== owner) continue;
      this.#entries.delete(key);
      if (entry.credentials.expiresAt > this.#clock.now()) {
        until = Math.max(until ?? 0, entry.credentials.expiresAt);
      }
    }
    return until;
  }

  async #fetch(owner: string, key: string, fetch: () => Promise<RoleCredentials>): Promise<RoleCredentials> {
    const generation = this.#generation;
    const credentials = await fetch();
    if (generation === this.#generation) {
      const left = credentials.expiresAt - this.#clock.now();
      const renewAt = credentials.expiresAt - Math.min(MARGIN_MS, left * MARGIN_SHARE);
      this.#entries.set(key, { owner, credentials, renewAt });
    }
    return credentials;
  }
}
